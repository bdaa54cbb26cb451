import { STYLE_BUCKETS, styleFeatures, type StyleFeature } from '@proofline/domain/text-gate/style-features.ts';
import { styleTokens } from '@proofline/domain/text-gate/style-tokens.ts';

/** A sentence with what it is; `group` names the corpus that it is from, so that one can be left out. */
export type StyleExample = {
  readonly text: string;
  readonly subject: string;
  readonly location: string;
  readonly isBad: boolean;
  readonly group: string;
};

export type TrainedStyle = { readonly weights: Float32Array; readonly bias: number };

type Row = { readonly buckets: Int32Array; readonly values: Float32Array };
export type PreparedExample = { readonly isBad: boolean; readonly group: string; readonly rows: readonly Row[] };

/** The first row is the whole text, the others its parts. */
export function prepared(example: StyleExample): PreparedExample {
  const { whole, parts } = styleFeatures(styleTokens(example.text, example));
  return { isBad: example.isBad, group: example.group, rows: [whole, ...parts].map(rowOf) };
}

const ROUNDS = 20;
/** The last rounds, whose mean is taken: each alone follows its last examples too closely. */
const AVERAGED = 10;
const STEP = 0.1;
const DECAY = 1e-3;
const DROPPED = 0.3;
/** Bad sentences are fewer, and missing one costs more. */
const BAD_COUNTS = 1.5;

/**
 * Logistic regression on the whole text and on the part that speaks most against it (the other parts may be as good as they like), by AdaGrad, with
 * features left out at random so that none is relied on alone. The same examples and seed give the same weights.
 */
export function trainStyle(examples: readonly PreparedExample[], seed: number): TrainedStyle {
  const random = randomFrom(seed);
  const weights = new Float32Array(STYLE_BUCKETS);
  const squares = new Float32Array(STYLE_BUCKETS).fill(0.1);
  const mean = new Float32Array(STYLE_BUCKETS);
  const order = examples.map((_, index) => index);
  let bias = 0;
  let meanBias = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order, random);
    for (const index of order) {
      const { rows, isBad } = examples[index]!;
      const kept = rows.map((row) => withoutSome(row, random));
      const [whole, ...parts] = kept;
      const worst = parts.reduce((most, part) => (dot(weights, part) > dot(weights, most) ? part : most));
      const score = bias + (dot(weights, whole!) + dot(weights, worst)) / (1 - DROPPED);
      const error = (1 / (1 + Math.exp(-score)) - Number(isBad)) * (isBad ? BAD_COUNTS : 1);
      bias -= 0.02 * error;
      for (const row of [whole!, worst]) learn(weights, squares, row, error);
    }
    if (round < ROUNDS - AVERAGED) continue;
    for (let bucket = 0; bucket < STYLE_BUCKETS; bucket += 1) mean[bucket]! += weights[bucket]! / AVERAGED;
    meanBias += bias / AVERAGED;
  }
  return { weights: mean, bias: meanBias };
}

export function scoreOf({ weights, bias }: TrainedStyle, { rows: [whole, ...parts] }: PreparedExample): number {
  return bias + dot(weights, whole!) + Math.max(...parts.map((part) => dot(weights, part)));
}

function learn(weights: Float32Array, squares: Float32Array, { buckets, values }: Row, error: number): void {
  for (let index = 0; index < buckets.length; index += 1) {
    const bucket = buckets[index]!;
    const slope = error * values[index]! + DECAY * weights[bucket]!;
    squares[bucket]! += slope * slope;
    weights[bucket]! -= (STEP * slope) / Math.sqrt(squares[bucket]!);
  }
}

function dot(weights: Float32Array, { buckets, values }: Row): number {
  let sum = 0;
  for (let index = 0; index < buckets.length; index += 1) sum += weights[buckets[index]!]! * values[index]!;
  return sum;
}

function rowOf(features: readonly StyleFeature[]): Row {
  return {
    buckets: Int32Array.from(features, ({ bucket }) => bucket),
    values: Float32Array.from(features, ({ value }) => value),
  };
}

function withoutSome({ buckets, values }: Row, random: () => number): Row {
  const kept: number[] = [];
  for (let index = 0; index < buckets.length; index += 1) if (random() >= DROPPED) kept.push(index);
  return {
    buckets: Int32Array.from(kept, (index) => buckets[index]!),
    values: Float32Array.from(kept, (index) => values[index]!),
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [order[index], order[other]] = [order[other]!, order[index]!];
  }
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
