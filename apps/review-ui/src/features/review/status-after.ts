import type { Event } from '@proofline/domain/event.ts';
import type { ReviewStatus } from '@proofline/domain/review.ts';

const after: Readonly<Record<string, ReviewStatus>> = {
  'review.opened': 'pending',
  'review.approved': 'approved',
  'review.rejected': 'rejected',
  'review.approval-taken-back': 'pending',
  'review.approval-voided': 'pending',
  'review.reopened': 'pending',
};

/** How a photo stands in review after this; undefined where that is as before. */
export function statusAfter({ kind, detail }: Pick<Event, 'kind' | 'detail'>): ReviewStatus | undefined {
  // An undo says itself what it came back to.
  if (kind === 'review.undone') return detail['status'] === 'approved' ? 'approved' : 'pending';
  return after[kind];
}
