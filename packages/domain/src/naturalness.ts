import { factorOf, solveLower } from './cholesky.ts';

/** Numbers that describe one block of a photo: BRISQUE's 36. */
const SCENE_FEATURES = 36;

/** Mean and covariance of the features over some blocks. `covariance` holds the lower triangle, row after row. */
export type SceneStatistics = {
  readonly blocks: number;
  readonly mean: readonly number[];
  readonly covariance: readonly number[];
};

/** Photos that a model needs at least: with fewer, 36 means and 666 covariances say more of the subjects than of the camera. */
export const FEWEST_PHOTOS = 50;

/** Added to the variances in proportion: blocks of one photo may lie in a plane, and a plane has no inverse. */
const RIDGE = 1e-3;

/**
 * How far a photo's blocks lie from those of the model, 0 natural, larger is worse: NIQE (Mittal, Soundararajan, Bovik 2013) with a model
 * that was fitted on the operator's own photos. Unlike there, the photo too is judged by its richest blocks, so that a soft background
 * does not count against it.
 */
export function naturalnessDistance(photo: SceneStatistics, model: SceneStatistics): number {
  const pooled = photo.covariance.map((value, index) => (value + model.covariance[index]!) / 2);
  const factor = factorOf(ridged(pooled), SCENE_FEATURES);
  const difference = photo.mean.map((value, index) => value - model.mean[index]!);
  return Math.hypot(...solveLower(factor, difference));
}

/** Of blocks given one by one; null without any. */
export function sceneStatistics(blocks: readonly (readonly number[])[]): SceneStatistics | null {
  if (blocks.length === 0) return null;
  const mean = Array.from({ length: SCENE_FEATURES }, (_, index) => average(blocks.map((block) => block[index]!)));
  const covariance = lowerTriangle((row, column) => {
    const sum = blocks.reduce(
      (total, block) => total + (block[row]! - mean[row]!) * (block[column]! - mean[column]!),
      0,
    );
    return blocks.length === 1 ? 0 : sum / (blocks.length - 1);
  });
  return { blocks: blocks.length, mean, covariance };
}

/** The model of many photos: the statistics that all their blocks together have. */
export function pooledStatistics(photos: readonly SceneStatistics[]): SceneStatistics {
  const blocks = photos.reduce((sum, photo) => sum + photo.blocks, 0);
  const weighted = (of: (photo: SceneStatistics) => number) =>
    photos.reduce((sum, photo) => sum + photo.blocks * of(photo), 0) / blocks;
  const mean = Array.from({ length: SCENE_FEATURES }, (_, index) => weighted((photo) => photo.mean[index]!));
  const covariance = lowerTriangle((row, column, at) => {
    const sum = photos.reduce((total, photo) => {
      const between = (photo.mean[row]! - mean[row]!) * (photo.mean[column]! - mean[column]!);
      return total + (photo.blocks - 1) * photo.covariance[at]! + photo.blocks * between;
    }, 0);
    return sum / (blocks - 1);
  });
  return { blocks, mean, covariance };
}

function lowerTriangle(valueAt: (row: number, column: number, at: number) => number): readonly number[] {
  const values: number[] = [];
  for (let row = 0; row < SCENE_FEATURES; row += 1)
    for (let column = 0; column <= row; column += 1) values.push(valueAt(row, column, values.length));
  return values;
}

function ridged(covariance: readonly number[]): readonly number[] {
  const raised = [...covariance];
  for (let row = 0, at = 0; row < SCENE_FEATURES; row += 1, at += row + 1)
    raised[at] = raised[at]! * (1 + RIDGE) + 1e-9;
  return raised;
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
