import type { DossierStore } from '@proofline/domain/dossier.ts';
import { publishedFields } from '@proofline/domain/photo-metadata.ts';
import type { ReviewDesk, ReviewListItem } from '@proofline/domain/review.ts';
import { and, asc, eq, gt, type SQL } from 'drizzle-orm';
import type { Revise } from './revision.ts';
import { photos, reviews } from './schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

const DEFAULT_LIMIT = 100;

export type ReviewList = ReviewDesk['list'];

export function createReviewList({ orm }: UnitOfWork, dossiers: DossierStore, revise: Revise): ReviewList {
  return ({ status, setId, after = 0, limit = DEFAULT_LIMIT }) => {
    const wanted: SQL[] = [gt(reviews.photoId, after)];
    if (status !== undefined) wanted.push(eq(reviews.status, status));
    if (setId !== undefined) wanted.push(eq(photos.setId, setId));
    return orm
      .select({ photoId: reviews.photoId })
      .from(reviews)
      .innerJoin(photos, eq(photos.id, reviews.photoId))
      .where(and(...wanted))
      .orderBy(asc(reviews.photoId))
      .limit(limit)
      .all()
      .map(({ photoId }) => itemOf(dossiers, revise, photoId));
  };
}

function itemOf(dossiers: DossierStore, revise: Revise, photoId: number): ReviewListItem {
  const dossier = dossiers.get(photoId);
  const { photo, set, review, metadata, quality } = dossier;
  if (review === null) throw new Error(`the review of photo ${photoId} is missing`);
  const published = revise(dossier)?.published;
  return {
    photoId,
    setId: set.id,
    status: review.status,
    fileName: published?.fileName ?? dossier.fileName ?? '',
    originalFileName: photo.originalFileName,
    caption: published?.caption ?? publishedFields(metadata).description ?? '',
    rating: published?.rating ?? quality?.rating ?? null,
    band: published?.band ?? quality?.band ?? 'NA',
    voidReason: review.voidReason,
  };
}
