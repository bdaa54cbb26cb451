import { readFile } from 'node:fs/promises';

const FEATURES = 36;

/** A support vector regression with a radial kernel, as OpenCV's `brisque_model_live.yml` and `brisque_range_live.yml` hold it. */
export type BrisqueModel = {
  readonly gamma: number;
  readonly rho: number;
  readonly weights: readonly number[];
  /** Row after row, 36 numbers each. */
  readonly supportVectors: readonly number[];
  readonly lowest: readonly number[];
  readonly highest: readonly number[];
};

/** Throws in words when the files are not such a model. */
export async function readBrisqueModel(modelPath: string, rangePath: string): Promise<BrisqueModel> {
  const [model, range] = await Promise.all([readFile(modelPath, 'utf8'), readFile(rangePath, 'utf8')]);
  const lists = numberLists(model);
  const weights = lists.at(-1) ?? [];
  const supportVectors = lists.slice(0, -1);
  const [limits = []] = numberLists(range);
  const gamma = numberAfter(model, 'gamma');
  const rho = numberAfter(model, 'rho');
  const isComplete = Number.isFinite(gamma) && Number.isFinite(rho) && weights.every(Number.isFinite);
  if (
    !isComplete ||
    !/svmType: EPS_SVR/.test(model) ||
    !/type: RBF/.test(model) ||
    weights.length === 0 ||
    supportVectors.length !== weights.length ||
    supportVectors.some((vector) => vector.length !== FEATURES || !vector.every(Number.isFinite))
  )
    throw new Error(
      `${modelPath} is no BRISQUE model of OpenCV (support vectors of ${FEATURES} numbers with a radial kernel)`,
    );
  if (limits.length !== 2 * FEATURES || !limits.every(Number.isFinite))
    throw new Error(`${rangePath} is no range file of OpenCV's BRISQUE (2 × ${FEATURES} numbers)`);
  return {
    gamma,
    rho,
    weights,
    supportVectors: supportVectors.flat(),
    lowest: limits.slice(0, FEATURES),
    highest: limits.slice(FEATURES),
  };
}

/** 0 best … 100 worst. Null where a feature is no number: a flat plane has nothing to judge. */
export function brisqueScore(features: readonly number[], model: BrisqueModel): number | null {
  if (!features.every(Number.isFinite)) return null;
  const { gamma, rho, weights, supportVectors, lowest, highest } = model;
  const scaled = features.map((value, index) => {
    const least = lowest[index]!;
    return -1 + (2 * (value - least)) / (highest[index]! - least);
  });
  let sum = -rho;
  for (let vector = 0; vector < weights.length; vector += 1) {
    let distance = 0;
    for (let index = 0; index < FEATURES; index += 1)
      distance += (scaled[index]! - supportVectors[vector * FEATURES + index]!) ** 2;
    sum += weights[vector]! * Math.exp(-gamma * distance);
  }
  return Math.min(100, Math.max(0, sum));
}

/** OpenCV's dialect is no YAML that libraries read (`%YAML:1.0`, `epsilon:1.0`), and all that counts in it stands in brackets. */
function numberLists(text: string): readonly (readonly number[])[] {
  return [...text.matchAll(/\[([^\]]*)\]/g)].map(([, list = '']) => list.split(',').map(Number));
}

function numberAfter(text: string, key: string): number {
  return Number(new RegExp(`\\b${key}:\\s*(\\S+)`).exec(text)?.[1]);
}
