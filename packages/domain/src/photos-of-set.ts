import type { PhotoFields } from './photo-metadata.ts';

/** A photo at the barrier of its set, with what its name is made of. */
export type PhotoToName = {
  readonly photoId: number;
  readonly position: number;
  readonly originalFileName: string;
  readonly sourceRelativePath: string;
  readonly contentSha256: string;
  readonly fields: PhotoFields;
};

/** The photo that has a better claim to some content: it came earlier, or it has a name already. */
export type ContentHolder = {
  readonly photoId: number;
  readonly setId: number;
  readonly fileName: string | null;
  readonly sourcePath: string;
};

export type PhotosOfSet = {
  /** Photos of the set that wait for their names, by position. */
  waiting(setId: number): readonly PhotoToName[];
  /** The live photo with the same content that goes before `photo`; null when `photo` itself is the one. */
  holderOf(photo: { readonly photoId: number; readonly contentSha256: string }): ContentHolder | null;
};
