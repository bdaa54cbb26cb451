import type { PhotoFields } from './photo-metadata.ts';
import type { Refusal } from './refusal.ts';

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

export function duplicateOf(holder: ContentHolder): Refusal {
  const known = holder.fileName === null ? holder.sourcePath : `${holder.fileName} (${holder.sourcePath})`;
  return {
    code: 'duplicate',
    reason: `the same picture is photo ${holder.photoId} of set ${holder.setId}: ${known}; it was not taken in again`,
  };
}
