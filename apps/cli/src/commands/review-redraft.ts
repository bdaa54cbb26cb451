import { parseResponse, type ApiClient } from '@proofline/api/client.ts';
import type { Redraft } from '@proofline/domain/redraft.ts';
import type { Command } from 'commander';
import { proofline } from '../command-name.ts';
import { drafterOf } from '../draft-summary.ts';
import type { CliContext } from '../cli-context.ts';
import { Refused } from '../exit-code.ts';
import { watch } from '../interruption.ts';
import { parseId } from '../photo-id.ts';
import { printable, type Terminal } from '../terminal.ts';
import { draftFindingLines } from './finding-lines.ts';

const LOOK_EVERY_MS = 300;

type Options = { readonly hint?: string; readonly captioner?: string; readonly wait: boolean; readonly json?: true };

export function addReviewRedraft(review: Command, context: CliContext): void {
  review
    .command('redraft')
    .description(
      'have the text of one photo drafted again, beside the draft that is there; nothing changes until you take it',
    )
    .argument('<ID>', 'photo', parseId)
    .option('--hint <text>', 'what the captioner should mind')
    .option('--captioner <id>', 'who drafts; the one of the set when nobody is named')
    .option('--no-wait', 'do not wait for the draft')
    .option('--json', 'print the redraft as JSON')
    .action((photoId: number, options: Options) => redraft(context, photoId, options));
}

async function redraft(context: CliContext, photoId: number, { hint, captioner, wait, json }: Options): Promise<void> {
  const client = context.connect();
  const request = { ...(hint !== undefined && { hint }), ...(captioner !== undefined && { captioner }) };
  const param = { photoId: String(photoId) };
  const asked = await parseResponse(client.photos[':photoId'].redrafts.$post({ param, json: request }));
  const redrafted = wait ? await whenAnswered(client, asked, context.terminal) : asked;
  if (redrafted.state === 'failed') throw new Refused([`photo ${photoId} was not redrafted: ${redrafted.problem}`]);
  if (json) context.terminal.printJson(redrafted);
  else show(redrafted, context.terminal);
}

async function whenAnswered(client: ApiClient, asked: Redraft, terminal: Terminal): Promise<Redraft> {
  let now = asked;
  let told: string | null = null;
  const param = { photoId: String(asked.photoId) };
  await watch(LOOK_EVERY_MS, async () => {
    const all = await parseResponse(client.photos[':photoId'].redrafts.$get({ param }));
    const found = all.find(({ id }) => id === asked.id);
    if (found === undefined) throw new Refused([`photo ${asked.photoId} was taken back; its redraft is gone`]);
    now = found;
    if (now.state === 'queued' && now.problem !== told) terminal.warn(printable((told = now.problem) ?? ''));
    return now.state !== 'queued';
  });
  return now;
}

function show({ id, photoId, draft }: Redraft, terminal: Terminal): void {
  if (draft === null) return terminal.print(`Redraft ${id} of photo ${photoId} is asked for`);
  terminal.print(`Redraft ${id} of photo ${photoId} by ${printable(drafterOf(draft))}`);
  terminal.print(`  caption   ${printable(draft.caption)}`);
  terminal.print(`  alt-text  ${printable(draft.altText)}`);
  terminal.print(`  keywords  ${printable(draft.keywords.join(', '))}`);
  for (const line of draftFindingLines(draft, terminal)) terminal.print(line);
  terminal.print(
    `Take it, all or in part, with: ${proofline} review take ${photoId} ${id} --fields caption,alt-text,keywords`,
  );
}
