import { createHash } from 'node:crypto';
import type { PublishedPhoto, PublishedPhotoParts } from '@proofline/domain/published-photo.ts';
import { publishedRenditionKinds } from '@proofline/domain/rendition.ts';
import { revisionText, type Review } from '@proofline/domain/review.ts';

/** Exactly what would leave the machine now, and its hash: what a person approves. */
export type Revision = { readonly published: PublishedPhoto; readonly hash: string };

/** Composes a revision from the data, always; null before the photo has everything that is published, and after it gave it back. */
export type Revise = (parts: PublishedPhotoParts) => Revision | null;

/** A dossier is read once and never changes, and who reads one asks for its revision more than once: it is composed at the first question. */
export function createRevise(compose: (parts: PublishedPhotoParts) => PublishedPhoto): Revise {
  const composed = new WeakMap<PublishedPhotoParts, Revision | null>();
  return (parts) => {
    if (!composed.has(parts)) composed.set(parts, revisionOf(parts));
    return composed.get(parts) ?? null;
  };

  function revisionOf(parts: PublishedPhotoParts): Revision | null {
    const kinds = new Set(parts.renditions.map(({ kind }) => kind));
    if (parts.fileName === null || !publishedRenditionKinds.every((kind) => kinds.has(kind))) return null;
    const published = compose(parts);
    let hash: string | undefined;
    return {
      published,
      // Lists of what nobody decided yet have no use for it.
      get hash() {
        return (hash ??= createHash('sha256').update(revisionText(published)).digest('hex'));
      },
    };
  }
}

type Decision = Pick<Review, 'status' | 'voidReason'> & { readonly revisionHash: string | null };

/** The review as it stands against the data: an approval of anything but the present revision does not count. */
export function standsAgainst<Recorded extends Decision>(review: Recorded, present: Revision): Recorded {
  if (review.status !== 'approved' || review.revisionHash === present.hash) return review;
  const voidReason = review.voidReason ?? 'what would be published changed after the approval';
  return { ...review, status: 'pending', voidReason };
}
