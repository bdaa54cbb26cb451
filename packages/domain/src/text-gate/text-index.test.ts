import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTextIndex } from './text-index.ts';
import { jaccard, sayingOf, shinglesOf } from './text-likeness.ts';

const THRESHOLD = 0.8;

describe('the index of texts', () => {
  test('misses no text that is as alike as asked for', () => {
    const words = fc.array(fc.constantFrom('ice', 'lake', 'red', 'boat', 'near', 'two', 'swans', 'trees'), {
      minLength: 1,
      maxLength: 14,
    });
    fc.assert(
      fc.property(
        words,
        fc.array(fc.tuple(fc.nat(13), fc.constantFrom('ice', 'snow', '')), { maxLength: 2 }),
        (original, changes) => {
          const changed: string[] = [...original];
          for (const [at, word] of changes) changed[at % changed.length] = word;
          const [a, b] = [original.join(' '), changed.join(' ')];
          const isAlike =
            jaccard(shinglesOf(a), shinglesOf(b)) >= THRESHOLD || (sayingOf(a) !== '' && sayingOf(a) === sayingOf(b));
          const index = createTextIndex<string>(THRESHOLD);
          index.add('a', a);
          expect(!isAlike || index.candidates(b).has('a')).toBe(true);
        },
      ),
    );
  });

  test('finds few among 42,000, and finds them fast', () => {
    const nouns = Array.from({ length: 300 }, (_, index) => `noun${index.toString(36)}`);
    const textOf = (number: number) =>
      Array.from(
        { length: 14 },
        (_, at) => nouns[(number * (at * 7 + 3) + Math.floor(number / (at + 1))) % nouns.length],
      ).join(' ');
    const index = createTextIndex<number>(THRESHOLD);
    for (let number = 0; number < 42_000; number += 1) index.add(number, textOf(number));
    const startedAt = performance.now();
    const found = Array.from({ length: 1000 }, (_, number) => index.candidates(`${textOf(number * 40)} again`));
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(found.every((keys, number) => keys.has(number * 40))).toBe(true);
    expect(Math.max(...found.map(({ size }) => size))).toBeLessThan(100);
  });
});

test('likeness counts runs of three words over both texts', () => {
  expect(jaccard(shinglesOf('a b c d'), shinglesOf('A, b c d!'))).toBe(1);
  expect(jaccard(shinglesOf('a b c d'), shinglesOf('a b c e'))).toBeCloseTo(1 / 3);
  expect(jaccard(shinglesOf('a'), shinglesOf('b'))).toBe(0);
  expect(jaccard(shinglesOf(''), shinglesOf(''))).toBe(0);
});

test('two texts say the same when only little words, case and punctuation differ', () => {
  expect(sayingOf('The ice on a lake.')).toBe(sayingOf('ICE: the lake'));
  expect(sayingOf('Ice on two lakes')).not.toBe(sayingOf('Ice on a lake'));
});
