import { useQuery } from '@tanstack/react-query';
import { useStore } from '../../lib/store.ts';
import { timeInWords } from '../../lib/words.ts';
import type { Decision } from './decisions.ts';
import { dossierQuery } from './queries.ts';
import { rejectionReasons } from './rejection-reasons.ts';
import type { Mark } from './tally.ts';

/** `by` and `at` are null while the server does not have it yet. */
export type Rejection = { readonly reason: string; readonly by: string | null; readonly at: string | null };

/** Why a photo was rejected, by whom and when; null where it was not, or is not known to be. */
export function useRejection(photoId: number, mark: Mark, decision: Decision | undefined): Rejection | null {
  const reasons = useStore(rejectionReasons);
  const isOver = decision === undefined && (mark === 'rejected' || mark === 'gone');
  const { data: dossier } = useQuery({ ...dossierQuery(photoId), enabled: isOver });
  const review = isOver ? dossier?.review : undefined;
  if (review?.status === 'rejected') return { reason: review.note ?? '', by: review.decidedBy, at: review.decidedAt };
  const reason = reasons.get(photoId);
  return mark === 'rejected' && reason !== undefined ? { reason, by: null, at: null } : null;
}

/** ` by Rita, 14:03:22: Not sharp`, to follow the word Rejected. */
export function rejectionInWords({ reason, by, at }: Rejection): string {
  return `${by === null ? '' : ` by ${by}`}${at === null ? '' : `, ${timeInWords(at)}`}: ${reason}`;
}
