import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lumaScores, lumaStatistics } from './luma-statistics.ts';

/** Straight from the definition, in two passes. */
function statisticsByDefinition(luma: readonly number[], widthPx: number, heightPx: number) {
  const mirror = (index: number, length: number) =>
    length === 1 ? 0 : Math.abs(((index + length - 1) % (2 * length - 2)) - (length - 1));
  const at = (x: number, y: number) => luma[mirror(y, heightPx) * widthPx + mirror(x, widthPx)] ?? NaN;
  const laplacian = luma.map((value, index) => {
    const x = index % widthPx;
    const y = Math.floor(index / widthPx);
    return at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1) - 4 * value;
  });
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = (values: readonly number[]) => mean(values.map((value) => (value - mean(values)) ** 2));
  return {
    mean: mean(luma),
    standardDeviation: Math.sqrt(variance(luma)),
    laplacianVariance: variance(laplacian),
  };
}

const planes = fc
  .record({ widthPx: fc.integer({ min: 1, max: 9 }), heightPx: fc.integer({ min: 1, max: 9 }) })
  .chain(({ widthPx, heightPx }) =>
    fc
      .array(fc.integer({ min: 0, max: 255 }), { minLength: widthPx * heightPx, maxLength: widthPx * heightPx })
      .map((luma) => ({ luma, widthPx, heightPx })),
  );

test('the one-pass statistics are those of the definition for any plane', () => {
  fc.assert(
    fc.property(planes, ({ luma, widthPx, heightPx }) => {
      const fast = lumaStatistics(Uint8Array.from(luma), widthPx, heightPx);
      const slow = statisticsByDefinition(luma, widthPx, heightPx);
      expect(fast.mean).toBeCloseTo(slow.mean, 6);
      expect(fast.standardDeviation).toBeCloseTo(slow.standardDeviation, 4);
      expect(fast.laplacianVariance).toBeCloseTo(slow.laplacianVariance, 4);
    }),
  );
});

test('turning or mirroring a plane does not change its statistics', () => {
  fc.assert(
    fc.property(planes, ({ luma, widthPx, heightPx }) => {
      const upright = lumaStatistics(Uint8Array.from(luma), widthPx, heightPx);
      const halfTurned = lumaStatistics(Uint8Array.from(luma.toReversed()), widthPx, heightPx);
      expect(halfTurned).toEqual(upright);
    }),
  );
});

test('a flat plane is neither sharp nor rich in contrast', () => {
  expect(lumaStatistics(new Uint8Array(64 * 48).fill(90), 64, 48)).toEqual({
    mean: 90,
    standardDeviation: 0,
    laplacianVariance: 0,
  });
});

test('a plane gives three measured scores under the name of the meter', () => {
  const checkerboard = Uint8Array.from({ length: 64 * 64 }, (_, index) => ((index + (index >> 6)) % 2) * 255);
  const score = (measure: string, value: unknown) => ({
    measure,
    value,
    origin: 'measured',
    meter: 'luma-statistics',
    meterVersion: '1',
  });
  expect(lumaScores(checkerboard, 64, 64)).toEqual([
    score('blurScore', 10),
    score('brightnessScore', expect.closeTo((1 - 0.5 / 128) * 10, 2)),
    score('contrastScore', 10),
  ]);
});
