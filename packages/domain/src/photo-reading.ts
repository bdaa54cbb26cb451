import type { Measurement, QualityMeasure } from './quality.ts';
import type { SceneStatistics } from './naturalness.ts';

/**
 * Our own measures, beside the six that the site publishes. Measured on the analysis plane (sRGB, upright, long edge ≤ 1024 px).
 * `sharpness` 0 worst, about 5 … 60 for photos · `noise` standard deviation in levels, 0 best … 127 · `clippedShadowRatio`,
 * `clippedHighlightRatio` share of pixels without detail in any channel, 0 best … 1 · `meanLuma` 0 … 255, no worst · `rmsContrast` standard
 * deviation of luma / 255, 0 … 0.5 · `colourfulness` 0 grey … about 110 extremely colourful · `blockiness` 1 worst … 10 best ·
 * `nimaSpread` standard deviation of the judgements that NIMA predicts, in its 10 points · `naturalness` distance from the operator's own
 * approved photos, 0 best, about 3 … 15 for photos; taken once a model was fitted.
 */
export const technicalMeasures = [
  'sharpness',
  'noise',
  'clippedShadowRatio',
  'clippedHighlightRatio',
  'meanLuma',
  'rmsContrast',
  'colourfulness',
  'blockiness',
  'nimaSpread',
  'naturalness',
] as const;

export type TechnicalMeasure = (typeof technicalMeasures)[number];

export type TechnicalMeasurement = {
  readonly measure: TechnicalMeasure;
  readonly value: number;
  readonly meter: string;
  readonly meterVersion: string;
};

/** What nobody measured, and why: in words for the operator. */
export type AbsentMeasure = { readonly measure: QualityMeasure | TechnicalMeasure; readonly reason: string };

/** Part of a photo, as shares of its width and height as shown. */
export type PhotoRegion = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** Perceptual hashes, 16 lower-case hex digits each; two photos that look alike differ in few bits. */
export type PhotoHashes = {
  /** Whether each cell of a 9 × 8 grid is darker than its right neighbour. */
  readonly dHash: string;
  /** Whether each of the 63 lowest frequencies of a 32 × 32 grid is above their median. */
  readonly pHash: string;
  /** Mean luma of a 32 × 32 grid over the whole photo: one byte each, base64. */
  readonly thumbprint: string;
};

/**
 * BRISQUE's 36 features of the whole photo, as OpenCV's `computeFeatures` gives them: 18 of the plane, 18 of the plane at half its size, each the shape and
 * spread of normalised luma and of its products with four neighbours (Mittal, Moorthy, Bovik 2012). What `brisqueScore` is made of, with a model or without.
 */
export type BrisqueFeatures = {
  readonly values: readonly number[];
  readonly meter: string;
  readonly meterVersion: string;
};

/** Everything that one look at a photo's analysis plane gives. JSON-safe. */
export type PhotoReading = {
  /** Of the six that the rating is made of. */
  readonly measurements: readonly Measurement[];
  readonly technical: readonly TechnicalMeasurement[];
  readonly absent: readonly AbsentMeasure[];
  /** Where the sharpest tile is; null where nothing is sharp. */
  readonly sharpestTile: PhotoRegion | null;
  readonly hashes: PhotoHashes;
  /** Null where the photo is flat or has less than two pixels a side: then there is nothing to describe. */
  readonly brisqueFeatures: BrisqueFeatures | null;
  /** What naturalness is judged by; null where the photo has no whole block with anything to see. */
  readonly scene: SceneStatistics | null;
  /** A measure is absent for a reason of the moment; absent where everything that can be known of the photo is. */
  readonly unsettled?: UnsettledReading;
};

/**
 * `ask-again`: whoever measures died over it, which says nothing of the photo · `after-a-restart`: whoever measures died too often, or is not installed. Neither
 * is kept for another time.
 */
export type UnsettledReading = { readonly until: 'ask-again' | 'after-a-restart'; readonly reason: string };

export function technicalValue(reading: Pick<PhotoReading, 'technical'>, measure: TechnicalMeasure): number | null {
  return reading.technical.find((taken) => taken.measure === measure)?.value ?? null;
}
