import type { LayeredMetadata } from './photo-metadata.ts';
import type { PhotoSet } from './photo-set.ts';
import type { Photo } from './photo.ts';
import type { QualityAssessment } from './quality.ts';
import type { Rendition } from './rendition.ts';
import type { Review } from './review-status.ts';
import type { TextDraft } from './text-draft.ts';

/** Everything that is known of one photo, read in one go. */
export type Dossier = {
  readonly photo: Photo;
  readonly set: PhotoSet;
  /** The reserved or published name; null before the set's names are reserved. */
  readonly fileName: string | null;
  readonly metadata: LayeredMetadata;
  readonly renditions: readonly Rendition[];
  readonly quality: QualityAssessment | null;
  /** The newest draft. */
  readonly draft: TextDraft | null;
  readonly review: Review | null;
};

export type DossierStore = {
  /** Throws `DomainError('not_found')`. */
  get(photoId: number): Dossier;
};
