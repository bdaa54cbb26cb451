import { kernel } from './kernel.ts';

const SUMS = 8;

/** Scales and ranges: `technicalMeasures` of the domain. */
export type ColourStatistics = {
  readonly clippedHighlightRatio: number;
  readonly clippedShadowRatio: number;
  readonly meanLuma: number;
  readonly rmsContrast: number;
  /** Hasler and Süsstrunk 2003: σ of (rg, yb) + 0.3 µ of (rg, yb). */
  readonly colourfulness: number;
};

/** Looks at each pixel of `rgb` once, and leaves the luma plane at `luma`; both are addresses in the kernel's memory. */
export function colourStatisticsOf(rgb: number, pixels: number, luma: number): ColourStatistics {
  const code = kernel();
  const out = code.allocate(SUMS * 8);
  code.lookAtColours(rgb, pixels, luma, out);
  const [white, black, sum, squares, rg, rgSquares, yb, ybSquares] = Array.from(
    code.floats(out, SUMS),
    (value) => value / pixels,
  ) as [number, number, number, number, number, number, number, number];
  // The kernel adds up r + g - 2b, twice the yellow-blue of the paper.
  const spread = Math.sqrt(variance(rg, rgSquares) + variance(yb, ybSquares) / 4);
  return {
    clippedHighlightRatio: white,
    clippedShadowRatio: black,
    meanLuma: sum,
    rmsContrast: Math.sqrt(variance(sum, squares)) / 255,
    colourfulness: spread + 0.3 * Math.hypot(rg, yb / 2),
  };
}

function variance(mean: number, meanSquare: number): number {
  return Math.max(0, meanSquare - mean ** 2);
}
