import type { PhotoRegion } from './photo-reading.ts';

/**
 * Photos that belong together. `duplicate` one picture in several files · `burst` one moment several times · `bracket` one scene in
 * several exposures · `focus-stack` one scene at several focus distances · `panorama` one scene in overlapping parts.
 */
export const photoGroupKinds = ['duplicate', 'burst', 'bracket', 'focus-stack', 'panorama'] as const;
export type PhotoGroupKind = (typeof photoGroupKinds)[number];

/** What grouping goes by: what the file says, and what one look at its pixels gave. */
export type Frame = {
  readonly photoId: number;
  /** Place in the set. Breaks every tie, so that the groups depend on the photos alone. */
  readonly position: number;
  readonly originalFileName: string;
  /** Camera as the file names it; null when it does not. */
  readonly camera: string | null;
  /** Wall time in milliseconds; null when the file has none. Compared within one camera only. */
  readonly takenAtMs: number | null;
  /** Digits of a second are known. */
  readonly hasSubseconds: boolean;
  readonly fNumber: number | null;
  readonly exposureTimeSeconds: number | null;
  readonly iso: number | null;
  readonly focalLengthMm: number | null;
  readonly widthPx: number | null;
  readonly heightPx: number | null;
  readonly bytes: number;
  readonly dHash: string;
  readonly pHash: string;
  readonly thumbprint: string;
  readonly sharpness: number;
  readonly sharpestTile: PhotoRegion | null;
  readonly clippedHighlightRatio: number;
  readonly clippedShadowRatio: number;
  readonly noise: number;
};

export type PhotoGroup = {
  readonly kind: PhotoGroupKind;
  /** Best first where frames stand for one another; in order of capture where all of them are needed. */
  readonly photoIds: readonly number[];
};

/** Frames of such groups stand for one another: all but the best may be suggested for rejection. Of the others every frame is needed. */
export function standForOneAnother(kind: PhotoGroupKind): boolean {
  return kind === 'duplicate' || kind === 'burst';
}
