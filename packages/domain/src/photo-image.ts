import type { RenditionKind } from './rendition.ts';

/** What people may look at: the preview, the thumbnails, and the very image that would be published. */
export const viewableRenditionKinds = [
  'review-preview',
  'grid-thumb',
  'web',
  'web-thumb',
] as const satisfies readonly RenditionKind[];

/** An image by its content. The same hash is the same bytes for ever. */
export type ImageReference = { readonly sha256: string; readonly widthPx: number; readonly heightPx: number };

export type PhotoImages = {
  /** JPEG bytes of a viewable rendition of this photo. Throws `DomainError('not_found')` when it has none of that hash, or no longer. */
  read(photoId: number, sha256: string): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * The original of this photo and this content as a JPEG, upright, every pixel of it. Throws `DomainError('not_found')` when it is not at hand, or no longer;
   * `too_large` and `too_many` where it would take too much. Nothing is made once `signal` is aborted.
   */
  readWhole(photoId: number, contentSha256: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>>;
};
