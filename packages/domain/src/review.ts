import { z } from 'zod';
import type { Actor } from './actor.ts';
import type { Dossier } from './dossier.ts';
import type { PhotoGroupKind } from './photo-group.ts';
import type { PublishedPhoto } from './published-photo.ts';
import type { GroupStanding } from './group-standing.ts';
import type { Lookalike } from './lookalike.ts';
import type { ImageReference } from './photo-image.ts';
import type { PhotoQuality } from './photo-quality.ts';
import type { QualityBand } from './quality.ts';
import type { ReviewStatus } from './review-status.ts';
import type { TextDraft } from './text-draft.ts';
import type { Judgement } from './text-gate/gate-record.ts';
import type { Override } from './text-gate/judgement.ts';
import type { ReviewOrder } from './review-order.ts';

export { type Review, type ReviewStatus, reviewStatuses } from './review-status.ts';

/** What a person may change in review. Absent fields stay; `null` takes the person's value away again. */
export const reviewEdit = z
  .strictObject({
    caption: z.string().trim().max(2000).nullable(),
    altText: z.string().trim().max(1000).nullable(),
    keywords: z.array(z.string().trim().min(1).max(64)).max(100).nullable(),
    headline: z.string().trim().max(256).nullable(),
    qualityRating: z.number().min(1).max(10).nullable(),
  })
  .partial()
  .refine((edit) => Object.keys(edit).length > 0, 'nothing to change');

export type ReviewEdit = z.infer<typeof reviewEdit>;

/**
 * The exact text that an approval is bound to: the hashes of both published images, the file name and every published field,
 * with keys sorted, so that equal content always gives equal text. Its SHA-256 is the revision hash.
 */
export function revisionText(photo: PublishedPhoto): string {
  return canonicalJson(photo);
}

/** What keeps a photo from being approved as it is, each in words; empty when a person may approve it. */
export function approvalBlockers(photo: PublishedPhoto): readonly string[] {
  const blockers: string[] = [];
  if (photo.caption === '') blockers.push('the caption is empty');
  if (photo.altText === '') blockers.push('the alt text is empty');
  if (photo.keywords.length === 0) blockers.push('there are no keywords');
  return blockers;
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : part,
  );
}

/** A rule that a person set aside for one revision, and why. */
export type RecordedOverride = Override & { readonly overriddenBy: string; readonly overriddenAt: string };

/** What a reviewer looks at: the photo as it would be published, and what stands against approving it. */
export type ReviewView = {
  /** What the gate says of the texts now. What blocks has to be fixed or overridden by name. */
  readonly judgement: Judgement;
  /** Of this very revision. */
  readonly overrides: readonly RecordedOverride[];
  /** What was measured and by whom, how the photo stands in its group, and which others show the same. No part of the revision. */
  readonly quality: PhotoQuality;
  readonly dossier: Dossier;
  readonly published: PublishedPhoto;
  readonly revisionHash: string;
  readonly blockers: readonly string[];
};

/**
 * `best`: of each burst and of each copy the proposed one, and everything that is in no such group · `others`: what is left of them · `grouped`: everything
 * that belongs to a group.
 */
export const frameFilters = ['best', 'others', 'grouped'] as const;
export type FrameFilter = (typeof frameFilters)[number];

export type ReviewFilter = {
  readonly status?: ReviewStatus;
  readonly setId?: number;
  readonly groupId?: number;
  readonly frames?: FrameFilter;
  /** Of the rating that would be published. */
  readonly band?: QualityBand;
  /** Whether the gate blocks the texts, overridden or not. */
  readonly isBlocked?: boolean;
  /** Whether another photo of the catalogue shows the same. */
  readonly isLookalike?: boolean;
  readonly order?: ReviewOrder;
  readonly after?: number;
  readonly limit?: number;
};

export type ReviewListItem = {
  readonly photoId: number;
  readonly setId: number;
  readonly status: ReviewStatus;
  readonly fileName: string;
  readonly originalFileName: string;
  readonly caption: string;
  readonly rating: number | null;
  readonly band: QualityBand;
  /** Who says so: a person, measurements alone, or the original's stand-in formulas in part; null without a rating. */
  readonly ratingOrigin: 'person' | 'measured' | 'proxy' | null;
  /** Our own rating by the catalogue's percentiles, 0 worst … 100 best; null where sharpness was not measured. */
  readonly technical: number | null;
  readonly group: GroupStanding | null;
  /** Photos of the catalogue that show the same, the likest first. */
  readonly lookalikes: readonly Pick<Lookalike, 'photoId' | 'likeness'>[];
  readonly voidReason: string | null;
  /** Who drafted the texts; without a model nobody looked at the photo. Null where there is no draft. */
  readonly draftedBy: Pick<TextDraft, 'captioner' | 'model'> | null;
  /** How far the texts can be trusted, 0…1; null where nothing was judged. */
  readonly confidence: number | null;
  /** Rules that block the texts, overridden or not. */
  readonly blockedBy: readonly string[];
};

/** One photo of a review session, with as little as a strip of thumbnails needs: sessions hold thousands. */
export type ReviewQueueItem = {
  readonly photoId: number;
  readonly setId: number;
  readonly status: ReviewStatus;
  /** Whether the gate blocks the texts, overridden or not. */
  readonly isBlocked: boolean;
  readonly fileName: string;
  /** Of the rating that would be published; a person's wins. */
  readonly band: QualityBand;
  /** How far the texts can be trusted, 0…1; null where nothing was judged. */
  readonly confidence: number | null;
  /** Rules that the gate has something by against the texts, overridden or not. */
  readonly rules: readonly string[];
  /** The frames that it belongs to; `rank` from 1, the best, null where every frame is needed. */
  readonly group: { readonly groupId: number; readonly kind: PhotoGroupKind; readonly rank: number | null } | null;
  /** Canonical camera token; null when the file names none. */
  readonly camera: string | null;
  /** Wall time `YYYY-MM-DDTHH:MM:SS`; null when the file has none. */
  readonly takenAt: string | null;
  /** Null where nothing is left to look at. */
  readonly thumb: ImageReference | null;
  readonly preview: ImageReference | null;
};

/** The reviewer's door: the only way to an approval. Every act is one transaction and leaves an event. */
export type ReviewDesk = {
  /** The least trusted first, unless another order is asked for; behind the photo `after` in that order, at most `limit`. */
  list(filter: ReviewFilter): readonly ReviewListItem[];
  /** Everything of the filter that rests in review now, in the same order, with `limit` far above that of `list`. */
  queue(filter: Omit<ReviewFilter, 'after'>): readonly ReviewQueueItem[];
  /** Throws `DomainError('not_found')` when there is no review of this photo. */
  view(photoId: number): ReviewView;
  /**
   * Approves exactly the revision that the person saw. Throws `DomainError('conflict')` when the photo is at another revision or not in
   * review, `DomainError('invalid')` with every blocker. What the gate has against the texts blocks as well, `DomainError('conflict')` with every
   * such finding, unless the person overrides the rule by its name with a note; that holds for this revision only.
   */
  approve(
    photoId: number,
    decision: { readonly revisionHash: string; readonly note?: string; readonly overrides?: readonly Override[] },
    actor: Actor,
  ): ReviewView;
  /**
   * Takes an approval back: the photo waits for a decision again. Nothing happens where it waits already. Throws `DomainError('conflict')` when the
   * photo does not rest in review: what is being published can no longer be called back.
   */
  takeBack(photoId: number, actor: Actor): ReviewView;
  /** Keeps the review as data, makes the roll-back of name and working files due; the photo ends as `rejected`. */
  reject(photoId: number, decision: { readonly reason: string }, actor: Actor): void;
  /**
   * Writes the person's layer; a changed revision voids an approval. With `seenHash`, throws `DomainError('changed')` unless that is the present
   * revision.
   */
  edit(photoId: number, edit: ReviewEdit, actor: Actor, seenHash?: string): ReviewView;
};

/** Rules and notes of an approval, as a request brings them. */
export const overridesRequest = z
  .array(z.strictObject({ rule: z.string().trim().min(1).max(100), note: z.string().trim().min(1).max(2000) }))
  .max(100);
