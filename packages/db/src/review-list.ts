import type { DossierStore } from '@proofline/domain/dossier.ts';
import { publishedFields } from '@proofline/domain/photo-metadata.ts';
import { ratingsOf, type QualityAssessment, type QualityBand } from '@proofline/domain/quality.ts';
import type { FrameFilter, ReviewDesk, ReviewFilter, ReviewListItem } from '@proofline/domain/review.ts';
import type { ReviewOrder } from '@proofline/domain/review-order.ts';
import { standingAgainst } from '@proofline/domain/text-gate/judgement.ts';
import { and, asc, eq, gt, sql, type SQL } from 'drizzle-orm';
import type { PhotoQualities, QualityInBrief } from './photo-qualities.ts';
import type { Revise } from './revision.ts';
import { photoGroupMembers, photos, qualityRatings, reviews, textJudgements } from './schema.ts';
import type { TextJudgements } from './text-judgements.ts';
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
  { orm, sqlite }: UnitOfWork,
  dossiers: DossierStore,
  revise: Revise,
  judgements: Pick<TextJudgements, 'recorded'>,
  qualities: Pick<PhotoQualities, 'briefly'>,
): ReviewList {
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
      .map(({ photoId }) => itemOf(dossiers, revise, judgements, Number(photoId), briefOf(Number(photoId))));
  };
  // One look at the file for the dozen statements of each photo.
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

function originOf(quality: QualityAssessment | null): ReviewListItem['ratingOrigin'] {
  return quality === null || quality.rating === null ? null : quality.origin;
}

function itemOf(
  dossiers: DossierStore,
  revise: Revise,
  judgements: Pick<TextJudgements, 'recorded'>,
  photoId: number,
  { technical, standing, lookalikes }: QualityInBrief,
): ReviewListItem {
  const dossier = dossiers.get(photoId);
  const { photo, set, review, metadata, quality, draft } = dossier;
  if (review === null) throw new Error(`the review of photo ${photoId} is missing`);
  const published = revise(dossier)?.published;
  const judgement = judgements.recorded(photoId);
  const fields = publishedFields(metadata);
  return {
    photoId,
    setId: set.id,
    status: review.status,
    fileName: published?.fileName ?? dossier.fileName ?? '',
    originalFileName: photo.originalFileName,
    caption: published?.caption ?? fields.description ?? '',
    rating: published?.rating ?? quality?.rating ?? null,
    band: published?.band ?? quality?.band ?? 'NA',
    ratingOrigin: fields.qualityRating === undefined ? originOf(quality) : 'person',
    technical,
    group: standing,
    lookalikes: lookalikes.map(({ photoId: other, likeness }) => ({ photoId: other, likeness })),
    voidReason: review.voidReason,
    draftedBy: draft === null ? null : { captioner: draft.captioner, model: draft.model },
    confidence: judgement?.confidence.overall ?? null,
    blockedBy: [...new Set(standingAgainst(judgement?.findings ?? [], []).map(({ rule }) => rule))],
  };
}
