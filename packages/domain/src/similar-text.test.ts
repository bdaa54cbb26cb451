import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { similarityRatio } from './similar-text.ts';

describe('similarity', () => {
  // Values of Python 3.11: difflib.SequenceMatcher(None, a, b, autojunk=False).ratio()
  test.each([
    ['nature', 'nature', 1],
    ['natur', 'nature', 0.9090909090909091],
    ['wildlfe', 'wildlife', 0.9333333333333333],
    ['tide', 'diet', 0.25],
    ['diet', 'tide', 0.5],
    ['abcd', 'bcde', 0.75],
    ['abXcde', 'abYcde', 0.8333333333333334],
    ['night', 'macro', 0],
    ['', '', 1],
    ['', 'a', 0],
  ])('of %j and %j is %d', (a, b, ratio) => {
    expect(similarityRatio(a, b)).toBeCloseTo(ratio, 12);
  });

  test('is 1 for equal texts only, and between 0 and 1', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(similarityRatio(a, b)).toBeGreaterThanOrEqual(0);
        expect(similarityRatio(a, b)).toBeLessThanOrEqual(1);
        expect(similarityRatio(a, b) === 1).toBe(a === b);
      }),
    );
  });
});
