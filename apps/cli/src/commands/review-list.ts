import { parseResponse, type ApiClient } from '@proofline/api/client.ts';
import {
  reviewOrders,
  reviewStatuses,
  type ReviewListItem,
  type ReviewOrder,
  type ReviewStatus,
} from '@proofline/domain/review.ts';
import { Option, type Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { parseId } from '../photo-id.ts';
import { tableOf } from '../table.ts';
import type { Terminal } from '../terminal.ts';

const PAGE_SIZE = 1000;

type Filter = { readonly status?: ReviewStatus; readonly set?: number; readonly order?: ReviewOrder };

export function addReviewList(review: Command, context: CliContext): void {
  review
    .command('list')
    .description('photos in review, those whose texts can be trusted least first')
    .addOption(new Option('--status <status>', 'only these').choices(reviewStatuses))
    .option('--set <id>', 'only of this set', parseId)
    .addOption(new Option('--order <order>', 'order of the list').choices(reviewOrders).default('worst-first'))
    .option('--json', 'print what the API says')
    .action(async ({ json, ...filter }: Filter & { readonly json?: true }) => {
      const items = await allReviews(context.connect(), filter);
      if (json) context.terminal.printJson(items);
      else if (items.length === 0) context.terminal.print('No photos are in review.');
      else context.terminal.print(reviewTable(items, context.terminal));
    });
}

/** Every page. */
export async function allReviews(
  client: ApiClient,
  { status, set, order }: Filter,
): Promise<readonly ReviewListItem[]> {
  const items: ReviewListItem[] = [];
  for (;;) {
    const after = items.at(-1)?.photoId;
    const query = {
      ...(status === undefined ? {} : { status }),
      ...(set === undefined ? {} : { setId: String(set) }),
      ...(order === undefined ? {} : { order }),
      ...(after === undefined ? {} : { after: String(after) }),
      limit: String(PAGE_SIZE),
    };
    const page = await parseResponse(client.reviews.$get({ query }));
    items.push(...page);
    if (page.length < PAGE_SIZE) return items;
  }
}

export function reviewTable(items: readonly ReviewListItem[], terminal: Terminal): string {
  return tableOf(
    items,
    [
      { head: 'Photo', value: ({ photoId }) => String(photoId), align: 'right' },
      { head: 'Status', value: ({ status, voidReason }) => (voidReason === null ? status : `${status} (void)`) },
      { head: 'Rating', value: ({ rating }) => rating?.toFixed(2) ?? '–', align: 'right' },
      { head: 'Band', value: ({ band }) => band },
      { head: 'Text', value: trustIn, align: 'right' },
      { head: 'Caption', value: ({ caption }) => caption, share: 3 },
      { head: 'File name', value: ({ fileName }) => fileName, share: 2, cut: 'middle' },
    ],
    terminal,
  );
}

/** How far the texts can be trusted; by which rules they are blocked is in "review show". */
function trustIn({ confidence, blockedBy }: ReviewListItem): string {
  if (blockedBy.length > 0) return 'blocked';
  return confidence === null ? '–' : `${Math.round(confidence * 100)} %`;
}
