import type { TechnicalMeasure, TechnicalMeasurement } from './photo-reading.ts';

/** Values of one measure, ascending: what a catalogue holds, or a sample of it. */
export type CatalogueValues = {
  readonly photos: number;
  readonly values: ReadonlyMap<TechnicalMeasure, readonly number[]>;
};

export type TechnicalRating = {
  /** 0 worst … 100 best: the weighted mean of how the photo stands in the catalogue, held down by single grave faults. */
  readonly rating: number;
  /** What speaks for or against it, in words; the gravest first. Never empty: where nothing is remarkable, what moves the rating most. */
  readonly reasons: readonly string[];
};

/** Photos at which the catalogue counts as much as the table below. */
const EVEN_PHOTOS = 200;

/**
 * Quantiles (0, 5, 25, 50, 75, 95, 100 %) of 27 ordinary photos (the folders `photos` and `photos-free-use` of the shared collection, as this
 * project's meter reads them): few, and only to stand on until the catalogue is large enough.
 */
const ordinary: Readonly<Partial<Record<TechnicalMeasure, readonly number[]>>> = {
  sharpness: [4.76, 12.5, 38.8, 50.2, 71.3, 94.3, 135],
  noise: [0.162, 0.201, 0.465, 0.67, 0.915, 1.3, 3.17],
  clippedHighlightRatio: [0, 0, 0, 0.00005, 0.002, 0.0296, 0.0349],
  clippedShadowRatio: [0, 0, 0.00005, 0.0015, 0.0394, 0.823, 0.959],
  rmsContrast: [0.009, 0.073, 0.181, 0.203, 0.227, 0.268, 0.27],
};
const ordinaryShares = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1];

/** Weight in the rating, and whether more is better. */
const judged = {
  sharpness: { weight: 0.45, moreIsBetter: true },
  noise: { weight: 0.15, moreIsBetter: false },
  clippedHighlightRatio: { weight: 0.13, moreIsBetter: false },
  clippedShadowRatio: { weight: 0.07, moreIsBetter: false },
  rmsContrast: { weight: 0.05, moreIsBetter: true },
  naturalness: { weight: 0.15, moreIsBetter: false },
} as const satisfies Partial<Record<TechnicalMeasure, { weight: number; moreIsBetter: boolean }>>;

type Judged = keyof typeof judged;

/** Share of the catalogue from which on a measure is worth a word. */
const REMARKABLE = 0.15;

/** Null where sharpness was not measured. */
export function rateTechnically(
  measurements: readonly Pick<TechnicalMeasurement, 'measure' | 'value'>[],
  catalogue: CatalogueValues,
): TechnicalRating | null {
  const value = new Map(measurements.map((taken) => [taken.measure, taken.value]));
  if (!value.has('sharpness')) return null;
  const standings = (Object.keys(judged) as Judged[]).flatMap((measure) => {
    const taken = value.get(measure);
    const share = taken === undefined ? null : shareBelow(measure, taken, catalogue);
    return taken === undefined || share === null ? [] : [{ measure, taken, share, ...judged[measure] }];
  });
  const weights = standings.reduce((sum, { weight }) => sum + weight, 0);
  const mean = standings.reduce(
    (sum, { weight, share, moreIsBetter }) => sum + weight * (moreIsBetter ? share : 1 - share),
    0,
  );
  const of = catalogue.photos >= EVEN_PHOTOS ? 'your catalogue' : 'your catalogue so far, and of ordinary photos';
  const judgedBy = standings.map((standing) => ({
    ...standing,
    goodness: standing.moreIsBetter ? standing.share : 1 - standing.share,
  }));
  const remarkable = judgedBy
    .filter(
      ({ goodness, measure, taken }) =>
        goodness < REMARKABLE || (measure === 'sharpness' && goodness > 1 - REMARKABLE) || isGrave(measure, taken),
    )
    .toSorted((a, b) => a.goodness - b.goodness);
  const pull = ({ weight, goodness }: (typeof judgedBy)[number]) => weight * Math.abs(goodness - 0.5);
  const strongest = judgedBy.toSorted((a, b) => pull(b) - pull(a)).slice(0, 1);
  const reasons = [
    ...remarkable.map((standing) => inWords(standing, of)),
    ...(remarkable.length > 0 ? [] : strongest.map((standing) => ordinaryWords(standing, of))),
  ];
  const cap = Math.min(100, ...standings.map(({ measure, taken, share }) => capOf(measure, taken, share)));
  return { rating: Math.round(Math.min(cap, (100 * mean) / weights)), reasons };
}

/** Share of the catalogue that has less; what has the same counts half. Blends from ordinary photos to the catalogue as it grows. */
export function shareBelow(measure: TechnicalMeasure, value: number, catalogue: CatalogueValues): number | null {
  const own = catalogue.values.get(measure) ?? [];
  const fromCatalogue =
    own.length === 0
      ? null
      : (indexOf(own, (other) => other >= value) + indexOf(own, (other) => other > value)) / (2 * own.length);
  const quantiles = ordinary[measure];
  if (quantiles === undefined) return fromCatalogue;
  const fromOrdinary = interpolated(quantiles, value);
  if (fromCatalogue === null) return fromOrdinary;
  const trust = catalogue.photos / (catalogue.photos + EVEN_PHOTOS);
  return trust * fromCatalogue + (1 - trust) * fromOrdinary;
}

/** First place of an ascending list from which on `holds`. */
function indexOf(values: readonly number[], holds: (value: number) => boolean): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(values[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function interpolated(quantiles: readonly number[], value: number): number {
  const first = quantiles.findIndex((quantile) => quantile >= value);
  if (first < 0) return 1;
  if (first === 0) return 0;
  // Among equal quantiles the middle counts.
  const last = quantiles.findLastIndex((quantile) => quantile === value);
  if (last > first) return (ordinaryShares[first]! + ordinaryShares[last]!) / 2;
  const [low, high] = [quantiles[first - 1]!, quantiles[first]!];
  const [from, to] = [ordinaryShares[first - 1]!, ordinaryShares[first]!];
  return from + ((to - from) * (value - low)) / (high - low);
}

/** White or black without detail over so much of the frame is a fault in any catalogue. */
function isGrave(measure: Judged, value: number): boolean {
  return (measure === 'clippedHighlightRatio' && value > 0.1) || (measure === 'clippedShadowRatio' && value > 0.5);
}

function capOf(measure: Judged, value: number, share: number): number {
  if (measure === 'sharpness' && share < 0.03) return 25;
  return isGrave(measure, value) ? 50 : 100;
}

type Standing = {
  readonly measure: Judged;
  readonly taken: number;
  readonly share: number;
  /** The share of the catalogue that is worse. */
  readonly goodness: number;
};

/** So near the middle of the catalogue a measure says nothing. */
const MIDDLING = 0.2;

function ordinaryWords(standing: Standing, of: string): string {
  return Math.abs(standing.goodness - 0.5) < MIDDLING
    ? `nothing stands out among the photos of ${of}`
    : inWords(standing, of);
}

function inWords({ measure, taken, share, goodness }: Standing, of: string): string {
  const place = `p${Math.round(share * 100)} of ${of}`;
  const isGood = goodness > 0.5 && !isGrave(measure, taken);
  switch (measure) {
    case 'sharpness':
      return `${isGood ? 'sharp' : 'soft'}: sharpest tile ${place}`;
    case 'noise':
      return isGood ? `little noise: ${place}` : `noisy: ${place}`;
    case 'clippedHighlightRatio':
      return isGood ? 'hardly any blown highlights' : `blown highlights: ${percent(taken)} of the frame is white`;
    case 'clippedShadowRatio':
      return isGood ? 'hardly any blocked shadows' : `blocked shadows: ${percent(taken)} of the frame is black`;
    case 'rmsContrast':
      return isGood ? `strong contrast: ${place}` : `flat light: contrast ${place}`;
    case 'naturalness':
      return isGood
        ? `much like the photos that you approved: ${place}`
        : `unlike the photos that you approved: ${place}`;
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
}
