import type { PublishedPhoto } from '@proofline/domain/published-photo.ts';
import { embedText, embeddedBytes } from './embed-text.ts';

/** Whether the published file carries the published text, an operator's setting for all photos alike. */
export type PublishedFile = {
  readonly embedsText: boolean;
  /** The full-size file of the site, from the approved image. Its compressed pixels are those of `image`. */
  of(image: Uint8Array, photo: PublishedPhoto): Uint8Array;
  /** How many bytes longer it is than the approved image. Throws as `of` does. */
  addedBytes(photo: PublishedPhoto): number;
};

export function publishedFile(embedsText: boolean): PublishedFile {
  return {
    embedsText,
    of: (image, photo) => (embedsText ? embedText(image, photo) : image),
    addedBytes: (photo) => (embedsText ? embeddedBytes(photo) : 0),
  };
}
