import type { ReviewView } from '@proofline/domain/review.ts';
import type { ImageReference } from '@proofline/domain/photo-image.ts';
import type { Size } from './zoom.ts';

/** The original behind a preview: where all its pixels can be had, and how many those are. */
export type WholePhoto = Size & { readonly photoId: number; readonly sha256: string };

/** Null where the original is not at hand. Files say their size as the sensor lay; the preview is upright. */
export function wholePhotoOf(view: ReviewView, preview: ImageReference): WholePhoto | null {
  const { photo, metadata } = view.dossier;
  if (photo.contentSha256 === null || photo.workingPath === null) return null;
  const { widthPx = preview.widthPx, heightPx = preview.heightPx } = metadata.file;
  const isTurned = widthPx !== heightPx && widthPx > heightPx !== preview.widthPx > preview.heightPx;
  const size = isTurned ? { widthPx: heightPx, heightPx: widthPx } : { widthPx, heightPx };
  return { ...size, photoId: photo.id, sha256: photo.contentSha256 };
}

/** A photo of which nothing is known yet is taken to be as large as the last one. */
export function sizeLike({ widthPx, heightPx }: ImageReference, longEdgePx: number): Size {
  const factor = longEdgePx / Math.max(widthPx, heightPx);
  return { widthPx: Math.round(widthPx * factor), heightPx: Math.round(heightPx * factor) };
}
