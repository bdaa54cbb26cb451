import { blurScore, brightnessScore, contrastScore } from '@proofline/domain/quality.ts';
import type { Measurement, QualityMeasure } from '@proofline/domain/quality.ts';
import { kernel } from './kernel.ts';

const SUMS = 4;

const LUMA_METER_ID = 'luma-statistics';
const LUMA_METER_VERSION = '1';

/** The original's three scores from plain statistics of its plane; all are measured, none is a proxy. */
export function lumaScores(luma: Uint8Array, widthPx: number, heightPx: number): readonly Measurement[] {
  const statistics = lumaStatistics(luma, widthPx, heightPx);
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

/** The same on every machine: the sums are of integers below 2^53. */
export function lumaStatistics(luma: Uint8Array, widthPx: number, heightPx: number): LumaStatistics {
  const code = kernel();
  code.free();
  const plane = code.allocate(luma.length);
  const out = code.allocate(SUMS * 8);
  code.bytes(plane, luma.length).set(luma);
  code.sumLevels(plane, widthPx, heightPx, out);
  const [sum = 0, squares = 0, laplacianSum = 0, laplacianSquares = 0] = code.floats(out, SUMS);
  const count = widthPx * heightPx;
  return {
    mean: sum / count,
    standardDeviation: Math.sqrt(variance(sum, squares, count)),
    laplacianVariance: variance(laplacianSum, laplacianSquares, count),
  };
}

function variance(sum: number, squares: number, count: number): number {
  const mean = sum / count;
  return Math.max(0, squares / count - mean * mean);
}

function measurement(measure: QualityMeasure, value: number): Measurement {
  return { measure, value, origin: 'measured', meter: LUMA_METER_ID, meterVersion: LUMA_METER_VERSION };
}
