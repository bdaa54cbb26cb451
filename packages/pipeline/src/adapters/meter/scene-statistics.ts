import { sceneStatistics, type SceneStatistics } from '@proofline/domain/naturalness.ts';
import { blockDeviation, blockFeatures, wholeBlocks, type NaturalScene } from './natural-scene.ts';

/** Blocks with at least this share of the richest block's deviation count, as NIQE has it for the photos that it learns from. */
const RICH = 0.75;
/** More digits than the features have, in half the room. */
const DIGITS = 6;

/** Of the blocks in which there is most to see; null where no whole block has anything. */
export function sceneStatisticsOf(scene: NaturalScene): SceneStatistics | null {
  if (scene === null) return null;
  const { columns, rows } = wholeBlocks(scene);
  const places = Array.from(
    { length: columns * rows },
    (_, index) => [index % columns, Math.floor(index / columns)] as const,
  );
  const deviations = places.map(([column, row]) => blockDeviation(scene, column, row));
  const least = RICH * Math.max(0, ...deviations);
  const rich = places.filter((_place, index) => deviations[index]! > 0 && deviations[index]! >= least);
  const features = rich
    .map(([column, row]) => blockFeatures(scene, column, row))
    .filter((block) => block.every(Number.isFinite));
  const found = sceneStatistics(features);
  if (found === null) return null;
  return { blocks: found.blocks, mean: found.mean.map(shortened), covariance: found.covariance.map(shortened) };
}

function shortened(value: number): number {
  return Number(value.toPrecision(DIGITS));
}
