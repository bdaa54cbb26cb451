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
  /** 0 worst … 10 best, 2 decimals (column QR); null when nothing could be measured. */
  readonly rating: number | null;
  readonly band: QualityBand;
  /** `proxy` as soon as one input of the rating is a proxy. */
  readonly origin: 'measured' | 'proxy';
};

/** Weights of the rating, original-system.md §4.1; `brisqueScore` counts turned round and rescaled: 0 worst … 10 best. They add up to 1. */
const ratingWeights = {
  clipAestheticScore: 0.23,
  nimaScore: 0.2,
  blurScore: 0.17,
  brightnessScore: 0.17,
  contrastScore: 0.13,
  brisqueScore: 0.1,
} as const satisfies Record<QualityMeasure, number>;

/** Lowest rating of each band, original-system.md §1.9. */
const bandCutOffs = [
  ['Top', 7.5],
  ['Good', 6.5],
  ['Average', 5.5],
  ['Low', 4.5],
] as const satisfies readonly (readonly [QualityBand, number])[];

/**
 * Rates one photo. Measures that nobody took are filled in by the original's proxy formulas (`proxyScores`), and marked so. Without all
 * three of blur, brightness and contrast there is nothing to derive from: no rating, band NA. Values that are no numbers are left out.
 * The rating is what the original's formula gives, 0 for an all-black frame; only a person's own rating starts at 1.
 */
export function assess(taken: readonly Measurement[]): QualityAssessment {
  const measurements = taken.filter(({ value }) => Number.isFinite(value));
  const scores = completeScores(measurements);
  if (scores === null) return { measurements, rating: null, band: 'NA', origin: 'measured' };

  const all = [...measurements, ...proxyMeasurements(measurements, scores)];
  const rating = ratingOf(scores);
  const origin = all.some((one) => one.origin === 'proxy') ? 'proxy' : 'measured';
  return { measurements: all, rating, band: bandOf(rating), origin };
}

/** `NA` for no rating. */
export function bandOf(rating: number | null): QualityBand {
  if (rating === null || Number.isNaN(rating)) return 'NA';
  return bandCutOffs.find(([, lowest]) => rating >= lowest)?.[0] ?? 'Very Low';
}

/** The ratings of a band: from `least` on and below `below`; null for `NA`, which stands for no rating. */
export function ratingsOf(band: QualityBand): { readonly least: number; readonly below: number } | null {
  if (band === 'NA') return null;
  const index = bandCutOffs.findIndex(([name]) => name === band);
  const next = index < 0 ? bandCutOffs.length - 1 : index - 1;
  return { least: bandCutOffs[index]?.[1] ?? -Infinity, below: bandCutOffs[next]?.[1] ?? Infinity };
}

/** 0 worst … 10 best, from the variance of the 3×3 Laplacian of 8-bit luma; sharp from 200 on. Original-system.md §4.1. */
export function blurScore(laplacianVariance: number): number {
  return Math.min(laplacianVariance / 200, 1) * 10;
}

/** 0 worst … 10 best, from the mean of 8-bit luma (0–255); best at mid grey. Original-system.md §4.1. */
export function brightnessScore(mean: number): number {
  return (1 - Math.abs(mean - 128) / 128) * 10;
}

/** 0 worst … 10 best, from the standard deviation of 8-bit luma; full from 64 on. Original-system.md §4.1. */
export function contrastScore(standardDeviation: number): number {
  return Math.min(standardDeviation / 64, 1) * 10;
}

type Scores = Readonly<Record<QualityMeasure, number>>;

function completeScores(measurements: readonly Measurement[]): Scores | null {
  const taken = new Map(measurements.map(({ measure, value }) => [measure, value]));
  const blur = taken.get('blurScore');
  const brightness = taken.get('brightnessScore');
  const contrast = taken.get('contrastScore');
  if (blur === undefined || brightness === undefined || contrast === undefined) return null;
  return { ...proxyScores(blur, brightness, contrast, taken.get('nimaScore')), ...Object.fromEntries(taken) };
}

/** The original's stand-ins (original-system.md §4.1, V1.0). They follow the measures they replace loosely and may reach down to 0. */
function proxyScores(blur: number, brightness: number, contrast: number, measuredNima?: number): Scores {
  const nima = measuredNima ?? (brightness + contrast) / 2;
  return {
    blurScore: blur,
    brightnessScore: brightness,
    contrastScore: contrast,
    nimaScore: nima,
    brisqueScore: 100 * (1 - (0.35 * blur + 0.2 * brightness + 0.2 * contrast + 0.25 * nima) / 10),
    clipAestheticScore: 0.55 * nima + 0.2 * blur + 0.15 * brightness + 0.1 * contrast,
  };
}

function proxyMeasurements(measurements: readonly Measurement[], scores: Scores): readonly Measurement[] {
  return qualityMeasures
    .filter((measure) => !measurements.some((taken) => taken.measure === measure))
    .map((measure) => ({
      measure,
      value: scores[measure],
      origin: 'proxy',
      meter: 'original-proxy-formula',
      meterVersion: '1',
    }));
}

/** The weighted sum of original-system.md §4.1, 2 decimals. Not held to the scale: measures within theirs give 0 worst … 10 best. */
function ratingOf(scores: Scores): number {
  const brisqueOutOfTen = (1 - Math.min(scores.brisqueScore / 100, 1)) * 10;
  const outOfTen = { ...scores, brisqueScore: brisqueOutOfTen };
  const sum = qualityMeasures.reduce((total, measure) => total + ratingWeights[measure] * outOfTen[measure], 0);
  return Math.round(sum * 100) / 100;
}
