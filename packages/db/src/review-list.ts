import type { DossierStore } from '@proofline/domain/dossier.ts';
import { publishedFields } from '@proofline/domain/photo-metadata.ts';
import type { ReviewDesk, ReviewListItem } from '@proofline/domain/review.ts';
import { standingAgainst } from '@proofline/domain/text-gate/judgement.ts';
import { and, asc, eq, gt, sql, type SQL } from 'drizzle-orm';
import type { Revise } from './revision.ts';
import { photos, reviews, textJudgements } from './schema.ts';
import type { TextJudgements } from './text-judgements.ts';
import type { UnitOfWork } from './unit-of-work.ts';

const DEFAULT_LIMIT = 100;

export type ReviewList = ReviewDesk['list'];

/** Photos that nobody judged stand behind all others: of the rejected ones nothing is left to read. */
const UNJUDGED = 2;

export function createReviewList(
  { orm }: UnitOfWork,
  dossiers: DossierStore,
  revise: Revise,
  judgements: Pick<TextJudgements, 'recorded'>,
): ReviewList {
  const confidence = sql<number>`coalesce(${textJudgements.overallConfidence}, ${UNJUDGED})`;
  const trustIn = (photoId: number) => judgements.recorded(photoId)?.confidence.overall ?? UNJUDGED;

  return ({ status, setId, order = 'worst-first', after = 0, limit = DEFAULT_LIMIT }) => {
    const isByPhoto = order === 'by-photo';
    const wanted: SQL[] = [gt(reviews.photoId, isByPhoto ? after : 0)];
    if (status !== undefined) wanted.push(eq(reviews.status, status));
    if (setId !== undefined) wanted.push(eq(photos.setId, setId));
    if (!isByPhoto && after > 0) wanted.push(sql`(${confidence}, ${reviews.photoId}) > (${trustIn(after)}, ${after})`);
    return orm
      .select({ photoId: reviews.photoId })
      .from(reviews)
      .innerJoin(photos, eq(photos.id, reviews.photoId))
      .leftJoin(textJudgements, eq(textJudgements.photoId, reviews.photoId))
      .where(and(...wanted))
      .orderBy(...(isByPhoto ? [] : [asc(confidence)]), asc(reviews.photoId))
      .limit(limit)
      .all()
      .map(({ photoId }) => itemOf(dossiers, revise, judgements, photoId));
  };
}

function itemOf(
  dossiers: DossierStore,
  revise: Revise,
  judgements: Pick<TextJudgements, 'recorded'>,
  photoId: number,
): ReviewListItem {
  const dossier = dossiers.get(photoId);
  const { photo, set, review, metadata, quality } = dossier;
  if (review === null) throw new Error(`the review of photo ${photoId} is missing`);
  const published = revise(dossier)?.published;
  const judgement = judgements.recorded(photoId);
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
    confidence: judgement?.confidence.overall ?? null,
    blockedBy: [...new Set(standingAgainst(judgement?.findings ?? [], []).map(({ rule }) => rule))],
  };
}
