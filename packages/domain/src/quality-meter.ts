import type { PhotoReading } from './photo-reading.ts';

/** Raw bytes in a file, row-major, without a header. `path` is absolute. */
export type Plane = { readonly path: string; readonly widthPx: number; readonly heightPx: number };

/** What a meter reads of one photo; both planes come from the same decode. */
export type PhotoPlanes = {
  /** One byte of luma for each pixel, long edge ≤ 2048 px: near enough to the original system's size for its scores. */
  readonly luma: Plane;
  /** Three bytes of sRGB for each pixel, long edge ≤ 1024 px: the fixed size of everything else. */
  readonly analysis: Plane;
  /** The analysis plane has fewer pixels than the photo. */
  readonly isReduced: boolean;
};

export type QualityMeter = {
  readonly id: string;
  /** Changes whenever the same planes may give another reading: methods, models. */
  readonly version: string;
  /** Resolves with what can be measured, and why the rest cannot; the rating is computed by the domain. */
  measure(planes: PhotoPlanes, signal: AbortSignal): Promise<PhotoReading>;
};
