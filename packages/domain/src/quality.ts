/**
 * Numbers that the rating is made of, under the original's names and scales (original-system.md §4.1).
 * `blurScore`, `brightnessScore`, `contrastScore`: 0 worst … 10 best. `nimaScore`, `clipAestheticScore`: 1 worst … 10 best.
 * `brisqueScore`: 0 best … 100 worst.
 */
export const qualityMeasures = [
  'nimaScore',
  'blurScore',
  'brightnessScore',
  'contrastScore',
  'brisqueScore',
  'clipAestheticScore',
] as const;

export type QualityMeasure = (typeof qualityMeasures)[number];

export type Measurement = {
  readonly measure: QualityMeasure;
  readonly value: number;
  /** `measured`: computed from this photo's pixels by the method that the name stands for. `proxy`: a stand-in formula. */
  readonly origin: 'measured' | 'proxy';
  readonly meter: string;
  readonly meterVersion: string;
};

/** The site's words (column QC_Status). */
export const qualityBands = ['Top', 'Good', 'Average', 'Low', 'Very Low', 'NA'] as const;
export type QualityBand = (typeof qualityBands)[number];

export type QualityAssessment = {
  readonly measurements: readonly Measurement[];
  /** 1–10 scale, 2 decimals (column QR); null when nothing could be measured. */
  readonly rating: number | null;
  readonly band: QualityBand;
  /** `proxy` as soon as one input of the rating is a proxy. */
  readonly origin: 'measured' | 'proxy';
};

/** Plane that a meter reads: 8-bit luma, row-major, `widthPx * heightPx` bytes. */
export type LumaPlane = { readonly path: string; readonly widthPx: number; readonly heightPx: number };

export type QualityMeter = {
  readonly id: string;
  readonly version: string;
  /** `plane.path` is absolute. Resolves with what it can measure; the rating is computed by the domain. */
  measure(plane: LumaPlane, signal: AbortSignal): Promise<readonly Measurement[]>;
};
