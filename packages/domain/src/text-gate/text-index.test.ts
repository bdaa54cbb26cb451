import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTextIndex, type TextIndex } from './text-index.ts';
import { jaccard, sayingOf, shinglesOf } from './text-likeness.ts';
import { costMs } from '../../../../tests/support/cost.ts';

const THRESHOLD = 0.8;

function found(index: TextIndex, text: string): ReadonlySet<number> {
  const { same, alike } = index.candidates(text);
  return new Set([...same, ...alike]);
}

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
        fc.array(words, { maxLength: 6 }),
        (original, changes, others) => {
          const changed: string[] = [...original];
          for (const [at, word] of changes) changed[at % changed.length] = word;
          const [a, b] = [original.join(' '), changed.join(' ')];
          const isAlike =
            jaccard(shinglesOf(a), shinglesOf(b)) >= THRESHOLD || (sayingOf(a) !== '' && sayingOf(a) === sayingOf(b));
          const index = createTextIndex(THRESHOLD);
          index.add(1, a);
          for (const [at, other] of others.entries()) index.add(2 + at, other.join(' '));
          expect(!isAlike || found(index, b).has(1)).toBe(true);
        },
      ),
    );
  });

  const nouns = Array.from({ length: 300 }, (_, index) => `noun${index.toString(36)}`);
  const varied = (number: number) =>
    Array.from(
      { length: 14 },
      (_, at) => nouns[(number * (at * 7 + 3) + Math.floor(number / (at + 1))) % nouns.length],
    ).join(' ');
  const composed = (number: number) =>
    `Horizontal view of the old harbour in Rotterdam, number ${number} in its series, details not described in words.`;
  const indexOf = (count: number, textOf: (number: number) => string): TextIndex => {
    const index = createTextIndex(THRESHOLD);
    for (let number = 0; number < count; number += 1) index.add(number, textOf(number));
    return index;
  };
  const costOfLooks = (index: TextIndex, textOf: (number: number) => string) =>
    costMs(() => {
      for (let number = 0; number < 1000; number += 1) index.candidates(textOf(number * 4));
    });

  test('finds few among 42,000', () => {
    const index = indexOf(42_000, varied);
    const numbers = Array.from({ length: 1000 }, (_, at) => 40 * (at + 1));
    const keys = numbers.map((number) => found(index, `${varied(number)} again`));
    expect(keys.every((some, at) => some.has(numbers[at]!))).toBe(true);
    expect(Math.max(...keys.map(({ size }) => size))).toBeLessThan(100);
  });

  test('finds each of 42,000 that begin and end alike, as a template makes them', () => {
    const index = indexOf(42_000, composed);
    const keys = Array.from({ length: 1000 }, (_, number) => found(index, composed(number * 40)));
    expect(keys.every((some, number) => some.size === 1 && some.has(number * 40))).toBe(true);
  });

  test.each([
    ['varied', varied],
    ['composed', composed],
  ])(
    'a look does not go through all of them: among ten times as many texts (%s) it costs far less than ten times',
    (_, textOf) => {
      const few = costOfLooks(indexOf(4_200, textOf), textOf);
      const many = costOfLooks(indexOf(42_000, textOf), textOf);
      console.log(`1,000 looks among 4,200 texts ${few.toFixed(0)} ms, among 42,000 ${many.toFixed(0)} ms`);
      expect(many / few).toBeLessThan(6);
    },
  );

  test('a text stays findable under what it said before, the most alike come first', () => {
    const index = createTextIndex(THRESHOLD);
    index.add(1, 'two swans on the lake near the old red boat house by the trees');
    index.add(1, 'snow');
    index.add(2, 'two swans on the lake near the old red boat house by the hills');
    index.add(2, 'two swans on the lake near the old red boat house by the hills');
    const { same, alike } = index.candidates('Two swans on a lake near the old red boat house by the trees');
    expect(same).toEqual([1]);
    expect(alike).toEqual([]);
    expect(index.candidates('two swans on the lake near the old red boat house by the trees today').alike).toEqual([1]);
    expect(index.candidates('two swans on the lake near the old red boat house by the').alike).toEqual([1, 2]);
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
