import { parseResponse, type ApiClient } from '@proofline/api/client.ts';
import type { PhotoState } from '@proofline/domain/photo.ts';
import type { PublicationPlanItem } from '@proofline/domain/publication.ts';
import type { Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { exitCodes } from '../exit-code.ts';
import { watch } from '../interruption.ts';
import { aboutPhoto, collectIds } from '../photo-id.ts';
import { openProgress } from '../progress.ts';
import { tableOf } from '../table.ts';
import { proofline } from '../command-name.ts';

const LOOK_EVERY_MS = 250;

type Options = { readonly dryRun?: true; readonly wait?: true; readonly json?: true };

export function addPublishCommand(program: Command, context: CliContext): void {
  program
    .command('publish')
    .description('bring approved photos to the site; without IDs all of them')
    .argument('[ID...]', 'photos', collectIds)
    .option('--dry-run', 'only show what would happen')
    .option('--wait', 'until every photo is on the site')
    .option('--json', 'print what the API says')
    .action((photoIds: readonly number[], options: Options) => publish(context, photoIds, options));
}

async function publish(context: CliContext, photoIds: readonly number[], options: Options): Promise<void> {
  const client = context.connect();
  const plan = options.dryRun
    ? await parseResponse(
        client.publications.plan.$get({ query: photoIds.length === 0 ? {} : { photoId: photoIds.map(String) } }),
      )
    : await parseResponse(
        client.publications.$post({ json: photoIds.length === 0 ? {} : { photoIds: [...photoIds] } }),
      );
  if (options.json) context.terminal.printJson(plan);
  else showPlan(context, plan, options.dryRun ?? false);
  if (!options.dryRun) setExitCode(context, plan);
  const due = plan.filter(({ blockedBy }) => blockedBy.length === 0).map(({ photoId }) => photoId);
  if (options.wait && !options.dryRun) await whenPublished(context, client, due, options.json ?? false);
}

function showPlan({ terminal }: CliContext, plan: readonly PublicationPlanItem[], isDryRun: boolean): void {
  if (plan.length === 0) {
    terminal.print(`Nothing to publish: no photo is approved. See: ${proofline} review list`);
    return;
  }
  const table = tableOf(
    plan,
    [
      { head: 'Photo', value: ({ photoId }) => String(photoId), align: 'right' },
      { head: 'Change', value: ({ change, blockedBy }) => (blockedBy.length === 0 ? change : 'blocked') },
      { head: 'Size', value: ({ bytes }) => megabytes(bytes), align: 'right' },
      { head: 'File name', value: ({ fileName }) => fileName, share: 1, cut: 'middle' },
    ],
    terminal,
  );
  terminal.print(table);
  for (const { photoId, blockedBy } of plan)
    for (const reason of blockedBy)
      terminal.print(`${terminal.style('yellow', 'blocked')}  ${aboutPhoto(photoId, reason)}`);
  for (const { photoId, lastFailure } of plan)
    if (lastFailure !== null)
      terminal.print(`${terminal.style('yellow', 'failed last time')}  ${aboutPhoto(photoId, lastFailure)}`);
  const free = plan.filter(({ blockedBy }) => blockedBy.length === 0);
  const bytes = free.filter(({ change }) => change !== 'unchanged').reduce((sum, item) => sum + item.bytes, 0);
  const blocked = plan.length - free.length;
  terminal.print(
    `${photos(free.length)} ${isDryRun ? 'would be' : 'will be'} published, ${megabytes(bytes)} to send${blocked > 0 ? `, ${photos(blocked)} blocked` : ''}`,
  );
}

function setExitCode(context: CliContext, plan: readonly PublicationPlanItem[]): void {
  const blocked = plan.filter(({ blockedBy }) => blockedBy.length > 0).length;
  if (blocked > 0) context.setExitCode(blocked === plan.length ? exitCodes.refused : exitCodes.somePhotosFailed);
}

/** States in which a photo still moves by itself. */
const moving: readonly PhotoState[] = ['queued', 'running', 'waiting', 'rolling-back'];

async function whenPublished(
  context: CliContext,
  client: ApiClient,
  due: readonly number[],
  quiet: boolean,
): Promise<void> {
  const progress = openProgress(context.terminal);
  const missed: string[] = [];
  let settled = 0;
  await watch(LOOK_EVERY_MS, async () => {
    while (settled < due.length) {
      const photo = (await parseResponse(client.photos[':photoId'].$get({ param: { photoId: String(due[settled]) } })))
        .photo;
      if (moving.includes(photo.state)) break;
      if (photo.state !== 'published') missed.push(`photo ${photo.id} is ${photo.state}, not published`);
      settled += 1;
    }
    if (!quiet) progress.show([{ stage: 'publish-photo', done: settled, total: due.length }]);
    return settled === due.length;
  });
  progress.finish();
  for (const line of missed) context.terminal.warn(line);
  if (missed.length > 0) context.setExitCode(exitCodes.somePhotosFailed);
}

function photos(count: number): string {
  return `${count} ${count === 1 ? 'photo' : 'photos'}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
