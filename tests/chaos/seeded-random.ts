import { createHash } from 'node:crypto';

/** Random choices that a seed repeats exactly. */
export type SeededRandom = {
  /** A whole number from 0 up to and without `below`. */
  integer(below: number): number;
  pick<T>(values: readonly T[]): T;
};

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty for a list of faults. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (below: number) => Math.floor(next() * below);
  return { integer, pick: (values) => values[integer(values.length)]! };
}

/** From 0 up to and without 1, by `key` alone: the same whenever and in whatever order it is asked for. */
export function seededShare(seed: number, key: string): number {
  return createHash('sha256').update(`${seed} ${key}`).digest().readUInt32BE(0) / 2 ** 32;
}
