import { publishedFields } from '@proofline/domain/photo-metadata.ts';
import { ratingsOf, type QualityBand } from '@proofline/domain/quality.ts';
import type { FrameFilter, ReviewDesk, ReviewFilter, ReviewListItem } from '@proofline/domain/review.ts';
import type { ReviewOrder } from '@proofline/domain/review-order.ts';
import { standingAgainst } from '@proofline/domain/text-gate/judgement.ts';
import { and, asc, eq, gt, sql, type SQL } from 'drizzle-orm';
import type { PhotoQualities, QualityInBrief } from './photo-qualities.ts';
import { createListedPhotos, type ListedPhoto } from './listed-photo.ts';
import { standsAgainst, type Revise } from './revision.ts';
import { photoGroupMembers, photos, qualityRatings, reviews, textJudgements } from './schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

const DEFAULT_LIMIT = 100;
/** More than the filters that people use by turns. */
const KEPT_PAGES = 50;

export type ReviewList = ReviewDesk['list'];

/** Photos that nobody judged stand behind all others: of the rejected ones nothing is left to read. */
const UNJUDGED = 2;

/** What each order goes by; the photo's id decides between equals. */
export const places = {
  'worst-first': [sql`coalesce(${textJudgements.overallConfidence}, ${UNJUDGED})`],
  'by-photo': [],
  'by-group': [
    sql`coalesce((SELECT min(mate.photo_id) FROM photo_group_members mate WHERE mate.group_id = ${photoGroupMembers.groupId}), ${reviews.photoId})`,
    sql`coalesce(${photoGroupMembers.rank}, 0)`,
  ],
} as const satisfies Record<ReviewOrder, readonly SQL[]>;

export function createReviewList(
  unit: UnitOfWork,
  revise: Revise,
  qualities: Pick<PhotoQualities, 'briefly'>,
): ReviewList {
  const { orm, sqlite } = unit;
  const listedPhoto = createListedPhotos(unit);
  const select = (fields: Record<string, SQL | typeof reviews.photoId>) =>
    orm
      .select(fields)
      .from(reviews)
      .innerJoin(photos, eq(photos.id, reviews.photoId))
      .leftJoin(textJudgements, eq(textJudgements.photoId, reviews.photoId))
      .leftJoin(photoGroupMembers, eq(photoGroupMembers.photoId, reviews.photoId))
      .leftJoin(qualityRatings, eq(qualityRatings.photoId, reviews.photoId));

  /** Nothing where that photo is in no review: the list then begins at its start. */
  function behind(photoId: number, order: ReviewOrder): SQL | undefined {
    const keys = [...places[order], sql`${reviews.photoId}`];
    const named = Object.fromEntries(keys.map((key, index) => [`key${index}`, key]));
    const place = select(named).where(eq(reviews.photoId, photoId)).get();
    if (place === undefined) return undefined;
    const values = Object.keys(named).map((name) => sql`${place[name]}`);
    return sql`(${sql.join(keys, sql`, `)}) > (${sql.join(values, sql`, `)})`;
  }

  const pages = new Map<string, PreparedPage>();
  /** A list is read page by page, and the next photo at each decision: what was prepared for the same order and filter serves again. */
  function pageOf(order: ReviewOrder, filter: ReviewFilter): PreparedPage {
    const key = JSON.stringify([order, filter]);
    const known = pages.get(key);
    if (known !== undefined) return known;
    if (pages.size >= KEPT_PAGES) pages.delete(pages.keys().next().value!);
    const made = preparePage(order, [gt(reviews.photoId, sql.placeholder('after')), ...conditionsOf(filter)]);
    pages.set(key, made);
    return made;
  }

  const preparePage = (order: ReviewOrder, wanted: Conditions) =>
    select({ photoId: reviews.photoId })
      .where(and(...wanted))
      .orderBy(...places[order].map((place) => asc(place)), asc(reviews.photoId))
      .limit(sql.placeholder('limit'))
      .prepare();
  type PreparedPage = ReturnType<typeof preparePage>;

  const list: ReviewList = ({ order = 'worst-first', after = 0, limit = DEFAULT_LIMIT, ...filter }) => {
    const page =
      order === 'by-photo' || after === 0
        ? pageOf(order, filter)
        : preparePage(order, [behind(after, order), ...conditionsOf(filter)]);
    const briefOf = qualities.briefly();
    return page
      .all({ after, limit })
      .map(({ photoId }) => itemOf(listedPhoto(Number(photoId)), revise, briefOf(Number(photoId))));
  };
  // One look at the file for the statements of all photos.
  return sqlite.transaction(list);
}

type Conditions = (SQL | undefined)[];

export function conditionsOf(filter: ReviewFilter): Conditions {
  const { status, setId, groupId, frames, band, isBlocked, isLookalike } = filter;
  return [
    status && eq(reviews.status, status),
    setId === undefined ? undefined : eq(photos.setId, setId),
    groupId === undefined ? undefined : eq(photoGroupMembers.groupId, groupId),
    frames && framesOf[frames],
    band && inBand(band),
    isBlocked === undefined
      ? undefined
      : sql`EXISTS (SELECT 1 FROM json_each(${textJudgements.findings}) finding WHERE finding.value ->> 'severity' = 'block') = ${Number(isBlocked)}`,
    isLookalike === undefined ? undefined : sql`${hasLookalike} = ${Number(isLookalike)}`,
  ];
}

/** Of a group that roll-backs left alone, the frame that is left is the best. */
const framesOf: Readonly<Record<FrameFilter, SQL>> = {
  best: sql`(${photoGroupMembers.rank} IS NULL OR ${isFirst()})`,
  others: sql`(${photoGroupMembers.rank} IS NOT NULL AND NOT ${isFirst()})`,
  grouped: sql`${photoGroupMembers.groupId} IS NOT NULL`,
};

function isFirst(): SQL {
  return sql`${photoGroupMembers.rank} = (SELECT min(mate.rank) FROM photo_group_members mate WHERE mate.group_id = ${photoGroupMembers.groupId})`;
}

/** Beside the frames of the photo's own group. */
const hasLookalike = sql`EXISTS (
  SELECT 1 FROM (
    SELECT other_photo_id AS id FROM lookalikes WHERE photo_id = ${reviews.photoId}
    UNION ALL SELECT photo_id FROM lookalikes WHERE other_photo_id = ${reviews.photoId}
  ) tied LEFT JOIN photo_group_members mate ON mate.photo_id = tied.id
  WHERE mate.group_id IS NOT ${photoGroupMembers.groupId} OR mate.group_id IS NULL
)`;

/** A person's rating wins over the computed one. */
function inBand(band: QualityBand): SQL {
  const rating = sql`coalesce(
    (SELECT person.fields ->> 'qualityRating' FROM photo_metadata person WHERE person.photo_id = ${reviews.photoId} AND person.layer = 'person'),
    ${qualityRatings.rating})`;
  const ratings = ratingsOf(band);
  if (ratings === null) return sql`${rating} IS NULL`;
  const { least, below } = ratings;
  // SQLite knows no infinity as a parameter of ours.
  return sql`(${rating} >= ${Math.max(least, -1e9)} AND ${rating} < ${Math.min(below, 1e9)})`;
}

function originOf(rating: ListedPhoto['rating']): ReviewListItem['ratingOrigin'] {
  return rating === null || rating.rating === null ? null : rating.origin;
}

function itemOf(
  { parts, setId, review, rating, draftedBy, confidence, findings }: ListedPhoto,
  revise: Revise,
  { technical, standing, lookalikes }: QualityInBrief,
): ReviewListItem {
  const revision = revise(parts);
  const fields = publishedFields(parts.metadata);
  const { status, voidReason } = revision === null ? review : standsAgainst(review, revision);
  return {
    photoId: parts.photo.id,
    setId,
    status,
    fileName: parts.fileName ?? '',
    originalFileName: parts.photo.originalFileName,
    caption: fields.description ?? '',
    rating: revision?.published.rating ?? rating?.rating ?? null,
    band: revision?.published.band ?? rating?.band ?? 'NA',
    ratingOrigin: fields.qualityRating === undefined ? originOf(rating) : 'person',
    technical,
    group: standing,
    lookalikes: lookalikes.map(({ photoId: other, likeness }) => ({ photoId: other, likeness })),
    voidReason,
    draftedBy,
    confidence,
    blockedBy: [...new Set(standingAgainst(findings, []).map(({ rule }) => rule))],
  };
}
