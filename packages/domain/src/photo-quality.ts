import type { Actor } from './actor.ts';
import type { GroupStanding } from './group-standing.ts';
import type { Lookalike } from './lookalike.ts';
import type { PhotoGroupKind } from './photo-group.ts';
import type { AbsentMeasure, BrisqueFeatures, PhotoRegion, TechnicalMeasurement } from './photo-reading.ts';
import type { QualityAssessment } from './quality.ts';
import type { TechnicalRating } from './technical-rating.ts';

/** A group as people look at it. */
export type PhotoGroupView = {
  readonly groupId: number;
  readonly setId: number;
  readonly kind: PhotoGroupKind;
  /** Best first where frames stand for one another, else in order of capture. */
  readonly photoIds: readonly number[];
  /** Proposed, never decided; null where every frame is needed. */
  readonly bestPhotoId: number | null;
};

/** Everything that was measured of one photo, who says it, and what it means. */
export type PhotoQuality = {
  readonly photoId: number;
  /** The six of the site, each measured or proxy, with the rating that they make. */
  readonly assessment: QualityAssessment | null;
  /** A person's rating, which wins; the computed one stays in `assessment`. */
  readonly ratingByPerson: number | null;
  readonly technical: TechnicalRating | null;
  readonly measurements: readonly (TechnicalMeasurement & {
    /** Share of the catalogue below, 0 … 1; null where there is nothing to compare with. */
    readonly shareBelow: number | null;
  })[];
  readonly absent: readonly AbsentMeasure[];
  /** For programs; people read the score that is made of them. Null also for photos that were measured before these were kept. */
  readonly brisqueFeatures: BrisqueFeatures | null;
  readonly sharpestTile: PhotoRegion | null;
  readonly group: PhotoGroupView | null;
  /** How it stands in that group, and why. */
  readonly standing: GroupStanding | null;
  /** Photos anywhere in the catalogue that show the same, beside those of its group. */
  readonly lookalikes: readonly Lookalike[];
};

/** A model of what the operator's approved photos look like. */
export type NaturalnessFit = { readonly version: string; readonly photos: number; readonly measured: number };

export type QualityDesk = {
  /** Throws `DomainError('not_found')`. */
  get(photoId: number): PhotoQuality;
  /** By set, at most `limit`. */
  groups(filter: { readonly setId?: number; readonly limit?: number }): readonly PhotoGroupView[];
  /**
   * Learns from all approved photos and measures every photo anew by that. Throws `DomainError('conflict')` with fewer than `FEWEST_PHOTOS` of them.
   */
  fit(actor: Actor): Promise<NaturalnessFit>;
};
