import { cameraToken } from '@proofline/domain/camera.ts';
import type { ImageReference } from '@proofline/domain/photo-image.ts';
import { bandOf } from '@proofline/domain/quality.ts';
import type { ReviewDesk } from '@proofline/domain/review.ts';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { conditionsOf, places } from './review-list.ts';
import {
  fileNames,
  photoGroupMembers,
  photoGroups,
  photoMetadata,
  photos,
  qualityRatings,
  renditions,
  reviews,
  textJudgements,
} from './schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** More than anybody reviews in one session. */
const DEFAULT_LIMIT = 100_000;

export type ReviewQueue = ReviewDesk['queue'];

const thumbs = alias(renditions, 'thumbs');
const previews = alias(renditions, 'previews');
const fromFile = alias(photoMetadata, 'from_file');
const fromPerson = alias(photoMetadata, 'from_person');

/** One query for all of them: nothing of a photo is read but what a strip of thumbnails shows. */
export function createReviewQueue({ orm }: UnitOfWork): ReviewQueue {
  return ({ order = 'worst-first', limit = DEFAULT_LIMIT, ...filter }) =>
    orm
      .select({
        photoId: reviews.photoId,
        setId: photos.setId,
        status: reviews.status,
        findings: textJudgements.findings,
        confidence: textJudgements.overallConfidence,
        groupId: photoGroupMembers.groupId,
        groupKind: photoGroups.kind,
        rank: photoGroupMembers.rank,
        rating: qualityRatings.rating,
        file: fromFile.fields,
        person: fromPerson.fields,
        fileName: sql<string>`coalesce(${fileNames.name}, ${photos.originalFileName})`,
        thumb: imageOf(thumbs),
        preview: imageOf(previews),
      })
      .from(reviews)
      .innerJoin(photos, eq(photos.id, reviews.photoId))
      .leftJoin(textJudgements, eq(textJudgements.photoId, reviews.photoId))
      .leftJoin(photoGroupMembers, eq(photoGroupMembers.photoId, reviews.photoId))
      .leftJoin(photoGroups, eq(photoGroups.id, photoGroupMembers.groupId))
      .leftJoin(qualityRatings, eq(qualityRatings.photoId, reviews.photoId))
      .leftJoin(
        fileNames,
        and(eq(fileNames.photoId, reviews.photoId), inArray(fileNames.state, ['reserved', 'published'])),
      )
      .leftJoin(thumbs, and(eq(thumbs.photoId, reviews.photoId), eq(thumbs.kind, 'grid-thumb')))
      .leftJoin(previews, and(eq(previews.photoId, reviews.photoId), eq(previews.kind, 'review-preview')))
      .leftJoin(fromFile, and(eq(fromFile.photoId, reviews.photoId), eq(fromFile.layer, 'file')))
      .leftJoin(fromPerson, and(eq(fromPerson.photoId, reviews.photoId), eq(fromPerson.layer, 'person')))
      .where(and(eq(photos.state, 'in-review'), ...conditionsOf(filter)))
      .orderBy(...places[order].map((place) => asc(place)), asc(reviews.photoId))
      .limit(limit)
      .all()
      .map(({ findings, groupId, groupKind, rank, rating, file, person, thumb, preview, ...item }) => ({
        ...item,
        isBlocked: findings?.some(({ severity }) => severity === 'block') === true,
        rules: [...new Set(findings?.map(({ rule }) => rule))],
        band: bandOf(person?.qualityRating ?? rating),
        group: groupId === null || groupKind === null ? null : { groupId, kind: groupKind, rank },
        camera: cameraToken(file?.make, file?.model),
        takenAt: file?.dateTimeOriginal ?? null,
        thumb: present(thumb),
        preview: present(preview),
      }));
}

const imageOf = (table: typeof thumbs | typeof previews) => ({
  sha256: table.sha256,
  widthPx: table.widthPx,
  heightPx: table.heightPx,
});

function present(image: { [Key in keyof ImageReference]: ImageReference[Key] | null } | null): ImageReference | null {
  if (image === null || image.sha256 === null || image.widthPx === null || image.heightPx === null) return null;
  return { sha256: image.sha256, widthPx: image.widthPx, heightPx: image.heightPx };
}
