import { parseResponse, type ApiClient } from '@proofline/api/client.ts';
import { DomainError } from '@proofline/domain/domain-error.ts';
import type { ReviewView } from '@proofline/domain/review.ts';
import { standingAgainst } from '@proofline/domain/text-gate/judgement.ts';
import type { Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { Refused } from '../exit-code.ts';
import { parseId } from '../photo-id.ts';
import { printable } from '../terminal.ts';
import { eachPhoto } from './each-photo.ts';
import { allReviews, reviewTable } from './review-list.ts';
import { collectRevisions, revisionMark, type PhotoRevision } from './revision-mark.ts';
import { proofline } from '../command-name.ts';

type Options = {
  readonly all?: true;
  readonly yes?: true;
  readonly set?: number;
  readonly note?: string;
  readonly override?: readonly string[];
};

export function addReviewApprove(review: Command, context: CliContext): void {
  review
    .command('approve')
    .description('release photos for publication, exactly as they are now')
    .argument(
      '[ID[@REVISION]...]',
      'photos; with @REVISION only while it is still what "review show" showed',
      collectRevisions,
    )
    .option('--all', 'every pending photo; lists them, and approves with --yes')
    .option('--set <id>', 'with --all: only of this set', parseId)
    .option('--yes', 'you have looked at every photo of the list')
    .option('--note <text>', 'kept with the approval')
    .option(
      '--override <rule-and-note...>',
      'approve although RULE blocks the text, and say why: --override RULE "NOTE"',
    )
    .action((revisions: readonly PhotoRevision[], options: Options) => approve(context, revisions, options));
}

async function approve(context: CliContext, named: readonly PhotoRevision[], options: Options): Promise<void> {
  if (named.length > 0 === (options.all ?? false))
    throw new Refused('nothing was approved: name the photos, or say --all, but not both');
  const overrides = overridesOf(options);
  if (overrides.length > 0 && named.length !== 1)
    throw new Refused('nothing was approved: an override is for one photo; name exactly one');
  const client = context.connect();
  const revisions = options.all ? await allPending(context, client, options) : named;
  const approvedIds = new Set<number>();
  const heldUp: ReviewView[] = [];
  await eachPhoto(context, revisions, async ({ photoId, mark }) => {
    const param = { photoId: String(photoId) };
    const view = await parseResponse(client.reviews[':photoId'].$get({ param }));
    const { revisionHash, published } = view;
    if (mark !== null && !revisionHash.startsWith(mark)) throw changedSince(photoId, mark, revisionHash);
    const said = {
      ...(options.note === undefined ? {} : { note: options.note }),
      ...(overrides.length === 0 ? {} : { overrides }),
    };
    if (view.blockers.length > 0 || standingAgainst(view.judgement.findings, overrides).length > 0) heldUp.push(view);
    await parseResponse(client.photos[':photoId'].approval.$put({ param, json: { revisionHash, ...said } }));
    approvedIds.add(photoId);
    context.terminal.print(
      `photo ${photoId} approved: ${printable(published.fileName)}, "${printable(published.caption)}"`,
    );
  });
  for (const line of remedyLines(heldUp.filter(({ dossier }) => !approvedIds.has(dossier.photo.id))))
    context.terminal.warn(line);
}

/** What can be done for texts that may not go out as they are; the same for all of them, so the first one stands for it. */
function remedyLines([first, ...others]: readonly ReviewView[]): readonly string[] {
  if (first === undefined) return [];
  const { id } = first.dossier.photo;
  const [finding] = standingAgainst(first.judgement.findings, []);
  const canOverride = first.blockers.length === 0 && finding !== undefined;
  return [
    `${others.length === 0 ? `photo ${id} was` : `${others.length + 1} photos were`} not approved, and nothing of ${others.length === 0 ? 'it' : 'them'} was changed. Mend the text: ${proofline} review edit ${id} --caption "…" --alt-text "…" --keywords "…"`,
    ...(first.blockers.length > 0 ? [`  or have it drafted again: ${proofline} review redraft ${id} --hint "…"`] : []),
    ...(canOverride
      ? [`  or, where the rule is wrong, say why: ${proofline} review approve ${id} --override ${finding.rule} "NOTE"`]
      : []),
  ];
}

/** Rules and notes by turns. One photo only: what is right for one is looked at for one. */
function overridesOf({ override = [] }: Options): { readonly rule: string; readonly note: string }[] {
  if (override.length % 2 !== 0)
    throw new Refused('nothing was approved: an override needs a rule and a note, --override RULE "NOTE"');
  return Array.from({ length: override.length / 2 }, (_, index) => ({
    rule: override[2 * index] ?? '',
    note: override[2 * index + 1] ?? '',
  }));
}

async function allPending(
  { terminal }: CliContext,
  client: ApiClient,
  { set, yes }: Options,
): Promise<readonly PhotoRevision[]> {
  const pending = await allReviews(client, { status: 'pending', ...(set === undefined ? {} : { set }) });
  if (pending.length === 0) terminal.print('No photos wait for a decision.');
  else terminal.print(reviewTable(pending, terminal));
  if (pending.length > 0 && !yes)
    throw new Refused(
      `nothing was approved: look at these ${pending.length} photos, then repeat the command with --yes`,
    );
  return pending.map(({ photoId }) => ({ photoId, mark: null }));
}

function changedSince(photoId: number, mark: string, revisionHash: string): DomainError {
  return new DomainError(
    'conflict',
    `changed since revision ${mark} and was not approved; it is now at ${revisionMark(revisionHash)}: ${proofline} review show ${photoId}`,
  );
}
