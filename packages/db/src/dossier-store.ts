import type { Dossier, DossierStore } from '@proofline/domain/dossier.ts';
import { noMetadata, type LayeredMetadata } from '@proofline/domain/photo-metadata.ts';
import type { PhotoStore } from '@proofline/domain/photo.ts';
import type { QualityAssessment } from '@proofline/domain/quality.ts';
import type { Review } from '@proofline/domain/review.ts';
import type { TextDraft } from '@proofline/domain/text-draft.ts';
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { draftOf } from './draft-records.ts';
import { toPhotoSet } from './photo-set-desk.ts';
import { standsAgainst, type Revise } from './revision.ts';
import {
  fileNames,
  photoMetadata,
  photoSets,
  qualityMeasurements,
  qualityRatings,
  renditions,
  reviews,
  textDrafts,
} from './schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export function createDossierStore(unit: UnitOfWork, photos: PhotoStore, revise: Revise): DossierStore {
  const queries = prepareQueries(unit);
  return {
    get(photoId) {
      const photo = photos.get(photoId);
      const set = queries.set.get({ setId: photo.setId });
      if (set === undefined) throw new Error(`set ${photo.setId} of photo ${photoId} is missing`);
      const dossier: Dossier = {
        photo,
        set: toPhotoSet(set),
        fileName: queries.fileName.get({ photoId })?.name ?? null,
        metadata: layersOf(queries.metadata.all({ photoId })),
        renditions: queries.renditions.all({ photoId }),
        quality: qualityOf(queries, photoId),
        draft: presentDraft(queries.draft.get({ photoId })),
        review: null,
      };
      const review = queries.review.get({ photoId });
      // One object throughout: its revision is composed once.
      return review === undefined
        ? dossier
        : Object.assign(dossier, { review: presentReview(review, dossier, revise) });
    },
  };
}

function presentReview(row: typeof reviews.$inferSelect, dossier: Dossier, revise: Revise): Review {
  const revision = revise(dossier);
  if (revision === null) return { ...row, revisionHash: row.revisionHash ?? '' };
  return { ...standsAgainst(row, revision), revisionHash: revision.hash };
}

function presentDraft(row: Parameters<typeof draftOf>[0] | undefined): TextDraft | null {
  return row === undefined ? null : draftOf(row);
}

function layersOf(rows: readonly (typeof photoMetadata.$inferSelect)[]): LayeredMetadata {
  return { ...noMetadata, ...Object.fromEntries(rows.map(({ layer, fields }) => [layer, fields])) };
}

function qualityOf(queries: Queries, photoId: number): QualityAssessment | null {
  const rated = queries.rating.get({ photoId });
  return rated === undefined ? null : { ...rated, measurements: queries.measurements.all({ photoId }) };
}

type Queries = ReturnType<typeof prepareQueries>;

function prepareQueries({ orm }: UnitOfWork) {
  const photoId = sql.placeholder('photoId');
  return {
    set: orm
      .select()
      .from(photoSets)
      .where(eq(photoSets.id, sql.placeholder('setId')))
      .prepare(),
    fileName: orm
      .select({ name: fileNames.name })
      .from(fileNames)
      .where(and(eq(fileNames.photoId, photoId), inArray(fileNames.state, ['reserved', 'published'])))
      .prepare(),
    metadata: orm.select().from(photoMetadata).where(eq(photoMetadata.photoId, photoId)).prepare(),
    renditions: orm
      .select({
        kind: renditions.kind,
        path: renditions.path,
        sha256: renditions.sha256,
        bytes: renditions.bytes,
        widthPx: renditions.widthPx,
        heightPx: renditions.heightPx,
      })
      .from(renditions)
      .where(eq(renditions.photoId, photoId))
      .prepare(),
    measurements: orm
      .select({
        measure: qualityMeasurements.measure,
        value: qualityMeasurements.value,
        origin: qualityMeasurements.origin,
        meter: qualityMeasurements.meter,
        meterVersion: qualityMeasurements.meterVersion,
      })
      .from(qualityMeasurements)
      .where(eq(qualityMeasurements.photoId, photoId))
      .prepare(),
    rating: orm
      .select({ rating: qualityRatings.rating, band: qualityRatings.band, origin: qualityRatings.origin })
      .from(qualityRatings)
      .where(eq(qualityRatings.photoId, photoId))
      .prepare(),
    draft: orm
      .select({
        captioner: textDrafts.captioner,
        model: textDrafts.model,
        modelDigest: textDrafts.modelDigest,
        promptVersion: textDrafts.promptVersion,
        caption: textDrafts.caption,
        altText: textDrafts.altText,
        keywords: textDrafts.keywords,
        confidence: textDrafts.confidence,
        latencyMs: textDrafts.latencyMs,
        logprobs: textDrafts.logprobs,
        isRepaired: textDrafts.isRepaired,
        fallback: textDrafts.fallback,
        failure: textDrafts.failure,
        hint: textDrafts.hint,
        gate: textDrafts.gate,
        passedOver: textDrafts.passedOver,
      })
      .from(textDrafts)
      // What a person asked for lies beside it.
      .where(and(eq(textDrafts.photoId, photoId), isNull(textDrafts.redraftId)))
      .orderBy(desc(textDrafts.id))
      .limit(1)
      .prepare(),
    review: orm.select().from(reviews).where(eq(reviews.photoId, photoId)).prepare(),
  };
}
