import { readFile } from 'node:fs/promises';
import { blurScore, brightnessScore, contrastScore } from '@proofline/domain/quality.ts';
import type { LumaPlane, Measurement, QualityMeasure } from '@proofline/domain/quality.ts';

export const LUMA_METER_ID = 'luma-statistics';
export const LUMA_METER_VERSION = '1';

/** The three scores that plain statistics of the luma plane give; all are measured, none is a proxy. */
export async function measureLuma(plane: LumaPlane): Promise<readonly Measurement[]> {
  const luma = await readFile(plane.path);
  if (luma.length !== plane.widthPx * plane.heightPx) {
    throw new Error(
      `the luma plane ${plane.path} has ${luma.length} bytes instead of ${plane.widthPx} × ${plane.heightPx}; nothing was measured; render the photo again`,
    );
  }
  const statistics = lumaStatistics(luma, plane.widthPx, plane.heightPx);
  return [
    measurement('blurScore', blurScore(statistics.laplacianVariance)),
    measurement('brightnessScore', brightnessScore(statistics.mean)),
    measurement('contrastScore', contrastScore(statistics.standardDeviation)),
  ];
}

export type LumaStatistics = {
  /** 0 … 255. */
  readonly mean: number;
  /** Of the population, 0 … 127.5. */
  readonly standardDeviation: number;
  /** Of the 4-neighbour Laplacian, borders mirrored without the edge pixel, as `cv2.Laplacian(img, CV_64F).var()`. */
  readonly laplacianVariance: number;
};

/** One pass over the rows. All sums are of integers below 2^53, so the result is exact and the same on every machine. */
export function lumaStatistics(luma: Uint8Array, widthPx: number, heightPx: number): LumaStatistics {
  let sum = 0;
  let squares = 0;
  let laplacianSum = 0;
  let laplacianSquares = 0;
  for (let y = 0; y < heightPx; y += 1) {
    const row = y * widthPx;
    const above = mirrored(y - 1, heightPx) * widthPx;
    const below = mirrored(y + 1, heightPx) * widthPx;
    for (let x = 0; x < widthPx; x += 1) {
      const value = luma[row + x]!;
      const left = x > 0 ? luma[row + x - 1]! : luma[row + mirrored(-1, widthPx)]!;
      const right = x < widthPx - 1 ? luma[row + x + 1]! : luma[row + mirrored(widthPx, widthPx)]!;
      const laplacian = left + right + luma[above + x]! + luma[below + x]! - 4 * value;
      sum += value;
      squares += value * value;
      laplacianSum += laplacian;
      laplacianSquares += laplacian * laplacian;
    }
  }
  const count = widthPx * heightPx;
  return {
    mean: sum / count,
    standardDeviation: Math.sqrt(variance(sum, squares, count)),
    laplacianVariance: variance(laplacianSum, laplacianSquares, count),
  };
}

/** Index -1 is 1 and index `length` is `length - 2` (BORDER_REFLECT_101); a single row or column mirrors itself. */
function mirrored(index: number, length: number): number {
  if (length === 1) return 0;
  if (index < 0) return -index;
  return index < length ? index : 2 * (length - 1) - index;
}

function variance(sum: number, squares: number, count: number): number {
  const mean = sum / count;
  return Math.max(0, squares / count - mean * mean);
}

function measurement(measure: QualityMeasure, value: number): Measurement {
  return { measure, value, origin: 'measured', meter: LUMA_METER_ID, meterVersion: LUMA_METER_VERSION };
}
