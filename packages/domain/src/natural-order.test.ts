import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareNaturally } from './natural-order.ts';

describe('natural order', () => {
  test('digits count as numbers, also beyond the exact integers', () => {
    expect(['IMG_10.JPG', 'IMG_9.JPG', 'IMG_100.JPG', 'IMG_1.JPG'].toSorted(compareNaturally)).toEqual([
      'IMG_1.JPG',
      'IMG_9.JPG',
      'IMG_10.JPG',
      'IMG_100.JPG',
    ]);
    expect(compareNaturally('90071992547409931.jpg', '90071992547409930.jpg')).toBeGreaterThan(0);
  });

  test('letter case decides only between names that are otherwise equal', () => {
    expect(['b1', 'A2', 'a1', 'A1'].toSorted(compareNaturally)).toEqual(['A1', 'a1', 'A2', 'b1']);
  });

  test('the files of one folder stay together', () => {
    expect(['day 1 (2)/a.jpg', 'day 1/z.jpg', 'day 1/b/1.jpg', 'day 1.jpg'].toSorted(compareNaturally)).toEqual([
      'day 1/b/1.jpg',
      'day 1/z.jpg',
      'day 1 (2)/a.jpg',
      'day 1.jpg',
    ]);
  });

  test('leading zeros do not change the number and still give one order', () => {
    expect(['IMG_7', 'IMG_010', 'IMG_007', 'IMG_8'].toSorted(compareNaturally)).toEqual([
      'IMG_007',
      'IMG_7',
      'IMG_8',
      'IMG_010',
    ]);
  });

  test('is a total order: antisymmetric, transitive, and equal only for the same text', () => {
    const name = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.stringMatching(/^[aAbB01/ ]{0,6}$/));
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        expect(Math.sign(compareNaturally(a, b))).toBe(-Math.sign(compareNaturally(b, a)) + 0);
        expect(compareNaturally(a, b) === 0).toBe(a === b);
        const [first, second, third] = [a, b, c].toSorted(compareNaturally) as [string, string, string];
        expect(compareNaturally(first, second)).toBeLessThanOrEqual(0);
        expect(compareNaturally(second, third)).toBeLessThanOrEqual(0);
        expect(compareNaturally(first, third)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });
});
