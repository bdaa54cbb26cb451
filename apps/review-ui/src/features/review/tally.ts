import type { ReviewStatus } from '@proofline/domain/review.ts';
import { decidedHere } from './decided-here.ts';
import type { Decision } from './decisions.ts';
import type { SessionItem } from './session.ts';

/** How a photo of the session is marked. */
export type Mark = ReviewStatus | 'gone';

/** What the person decided counts before the server knows it. */
export function markOf({ photoId, status, isGone }: SessionItem, decisions: ReadonlyMap<number, Decision>): Mark {
  return decisions.get(photoId)?.status ?? (isGone ? 'gone' : status);
}

/** How a photo counts that is in review no longer: as it was decided here. */
export const countedMark = ({ photoId }: SessionItem, mark: Mark): Mark =>
  mark === 'gone' ? (decidedHere.get(photoId) ?? mark) : mark;

export type Tally = { readonly approved: number; readonly rejected: number; readonly pending: number };

export function tallyOf(marks: readonly Mark[]): Tally {
  const of = (wanted: Mark) => marks.filter((mark) => mark === wanted).length;
  return { approved: of('approved'), rejected: of('rejected'), pending: of('pending') };
}
