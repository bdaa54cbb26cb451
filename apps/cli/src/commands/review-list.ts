import { parseResponse, type ApiClient } from '@proofline/api/client.ts';
import { qualityBands, type QualityBand } from '@proofline/domain/quality.ts';
import {
  frameFilters,
  reviewStatuses,
  type FrameFilter,
  type ReviewListItem,
  type ReviewStatus,
} from '@proofline/domain/review.ts';
import { reviewOrders, type ReviewOrder } from '@proofline/domain/review-order.ts';
import { Option, type Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { parseId } from '../photo-id.ts';
import { tableOf } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { UNSEEN } from '../draft-summary.ts';

const PAGE_SIZE = 1000;

type Filter = {
  readonly status?: ReviewStatus;
  readonly set?: number;
  readonly group?: number;
  readonly frames?: FrameFilter;
  readonly band?: QualityBand;
  readonly blocked?: boolean;
  readonly lookalikes?: true;
  readonly order?: ReviewOrder;
};

export function addReviewList(review: Command, context: CliContext): void {
  review
    .command('list')
    .description('photos in review, those whose texts can be trusted least first')
    .addOption(new Option('--status <status>', 'only these').choices(reviewStatuses))
    .option('--set <id>', 'only of this set', parseId)
    .addOption(new Option('--order <order>', 'order of the list').choices(reviewOrders).default('worst-first'))
    .option('--group <id>', 'only the frames of this burst, series or set of copies', parseId)
    .addOption(
      new Option(
        '--frames <which>',
        'best: one frame of each burst; others: the rest of them; grouped: all that belong to a group',
      ).choices(frameFilters),
    )
    .addOption(new Option('--band <band>', 'only photos rated so').choices(qualityBands))
    .option('--blocked', 'only those whose texts the gate blocks')
    .option('--no-blocked', 'only those whose texts the gate lets pass')
    .option('--lookalikes', 'only those that another photo of the catalogue looks like')
    .option('--json', 'print what the API says')
    .action(async ({ json, ...filter }: Filter & { readonly json?: true }) => {
      const items = await allReviews(context.connect(), filter);
      if (json) context.terminal.printJson(items);
      else if (items.length === 0) context.terminal.print('No photos are in review.');
      else {
        context.terminal.print(reviewTable(items, context.terminal));
        for (const line of legendOf(items)) context.terminal.print(line);
      }
    });
}

/** Every page. */
export async function allReviews(
  client: ApiClient,
  { status, set, group, frames, band, blocked, lookalikes, order }: Filter,
): Promise<readonly ReviewListItem[]> {
  const items: ReviewListItem[] = [];
  for (;;) {
    const after = items.at(-1)?.photoId;
    const query = {
      ...(status === undefined ? {} : { status }),
      ...(set === undefined ? {} : { setId: String(set) }),
      ...(group === undefined ? {} : { groupId: String(group) }),
      ...(frames === undefined ? {} : { frames }),
      ...(band === undefined ? {} : { band }),
      ...(blocked === undefined ? {} : { isBlocked: blocked ? ('true' as const) : ('false' as const) }),
      ...(lookalikes === undefined ? {} : { isLookalike: 'true' as const }),
      ...(order === undefined ? {} : { order }),
      ...(after === undefined ? {} : { after: String(after) }),
      limit: String(PAGE_SIZE),
    };
    const page = await parseResponse(client.reviews.$get({ query }));
    items.push(...page);
    if (page.length < PAGE_SIZE) return items;
  }
}

/** What the marks of the table mean, where there are any. */
export function legendOf(items: readonly ReviewListItem[]): readonly string[] {
  const has = (holds: (item: ReviewListItem) => boolean, text: string) => (items.some(holds) ? [text] : []);
  const parts = [
    ...has(({ ratingOrigin }) => ratingOrigin === 'proxy', '~ in part by stand-in formulas, not measured'),
    ...has(({ ratingOrigin }) => ratingOrigin === 'person', '! rated by a person'),
    ...has(isUnseen, `° ${UNSEEN}`),
    ...has(({ lookalikes }) => lookalikes.length > 0, '= the same picture as another photo, ≈ nearly the same'),
    ...has(
      ({ group }) => group !== null && group.rank !== null,
      'rank/photos: 1 is proposed as the best; "review show" says why',
    ),
    ...has(({ group }) => group !== null && group.rank === null, 'all: every frame of such a group is needed'),
  ];
  return parts.length === 0 ? [] : ['', ...parts.map((part) => `  ${part}`)];
}

/** A terminal with so many columns has room for more than the least. */
const WIDE = 110;

export function reviewTable(items: readonly ReviewListItem[], terminal: Terminal): string {
  const isWide = terminal.columns >= WIDE;
  const hasGroups = items.some(({ group, lookalikes }) => group !== null || lookalikes.length > 0);
  return tableOf(
    items,
    [
      { head: 'Photo', value: ({ photoId }) => String(photoId), align: 'right' },
      { head: 'Status', value: ({ status, voidReason }) => (voidReason === null ? status : `${status} (void)`) },
      { head: 'Rating', value: ratingOf, align: 'right' },
      { head: 'Band', value: ({ band }) => band },
      ...(isWide ? [{ head: 'Technical', value: technicalOf, align: 'right' as const }] : []),
      ...(hasGroups ? [{ head: 'Group', value: groupOf }] : []),
      { head: 'Text', value: trustIn, align: 'right' },
      { head: 'Caption', value: ({ caption }) => caption, share: 3 },
      // Within 80 columns there is room for the one or the other.
      ...(isWide || !hasGroups
        ? [{ head: 'File name', value: ({ fileName }: ReviewListItem) => fileName, share: 2, cut: 'middle' as const }]
        : []),
    ],
    terminal,
  );
}

/** `~`: the original's stand-in formulas in part; `!`: by a person. */
function ratingOf({ rating, ratingOrigin }: ReviewListItem): string {
  if (rating === null) return '–';
  const mark = ratingOrigin === 'proxy' ? '~' : ratingOrigin === 'person' ? '!' : '';
  return `${mark}${rating.toFixed(2)}`;
}

const technicalOf = ({ technical }: ReviewListItem) => (technical === null ? '–' : `${technical} of 100`);

/** Kind and number of the group with the rank in it, and the photo elsewhere that shows the same. */
function groupOf({ group, lookalikes }: ReviewListItem): string {
  const [like] = lookalikes;
  const elsewhere = like === undefined ? [] : [`${like.likeness === 'same' ? '=' : '≈'}${like.photoId}`];
  if (group === null) return elsewhere.join('');
  const { kind, groupId, photos, rank } = group;
  return [`${kind} ${groupId}`, rank === null ? `all ${photos}` : `${rank}/${photos}`, ...elsewhere].join(' ');
}

/** How far the texts can be trusted, and `°` where no model looked; by which rules they are blocked is in "review show". */
function trustIn(item: ReviewListItem): string {
  const { confidence, blockedBy } = item;
  const mark = isUnseen(item) ? '°' : '';
  if (blockedBy.length > 0) return `blocked${mark}`;
  return confidence === null ? '–' : `${Math.round(confidence * 100)} %${mark}`;
}

const isUnseen = ({ draftedBy }: ReviewListItem) => draftedBy !== null && draftedBy.model === null;
