import { expect, test } from 'vitest';
import { naturalnessDistance, pooledStatistics, sceneStatistics } from './naturalness.ts';

/** Blocks of 36 numbers that scatter around `centre`, the same for the same seed. */
function blocks(seed: number, centre: number, count: number): number[][] {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  return Array.from({ length: count }, () => Array.from({ length: 36 }, () => centre + random()));
}

test('photos pooled one by one give the statistics of all their blocks', () => {
  const photos = [blocks(1, 0, 20), blocks(2, 0.3, 35), blocks(3, -0.2, 9)];
  const pooled = pooledStatistics(photos.map((photo) => sceneStatistics(photo)!));
  const whole = sceneStatistics(photos.flat())!;
  expect(pooled.blocks).toBe(whole.blocks);
  for (const [index, value] of whole.mean.entries()) expect(pooled.mean[index]).toBeCloseTo(value, 10);
  for (const [index, value] of whole.covariance.entries()) expect(pooled.covariance[index]).toBeCloseTo(value, 10);
});

test('the distance grows with how far the blocks are from those of the model, and is 0 for the model itself', () => {
  const model = sceneStatistics(blocks(7, 0, 400))!;
  expect(naturalnessDistance(model, model)).toBe(0);
  const distances = [0, 0.5, 1, 3].map((shift) => naturalnessDistance(sceneStatistics(blocks(8, shift, 60))!, model));
  expect(distances).toEqual(distances.toSorted((a, b) => a - b));
});

test('a photo with a single block has a distance too', () => {
  const model = sceneStatistics(blocks(7, 0, 400))!;
  expect(Number.isFinite(naturalnessDistance(sceneStatistics(blocks(9, 0, 1))!, model))).toBe(true);
  expect(sceneStatistics([])).toBeNull();
});
