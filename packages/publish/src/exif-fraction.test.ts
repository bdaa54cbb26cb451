import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exifFraction } from './exif-fraction.ts';

test.each([
  [0.004, [1, 250]],
  [1 / 3, [1, 3]],
  [0.000_125, [1, 8000]],
  [0.8, [4, 5]],
  [2.8, [14, 5]],
  [30, [30, 1]],
  [0, [0, 1]],
])('%d is written as a photographer would', (value, fraction) => {
  expect(exifFraction(value)).toEqual(fraction);
});

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 32])('%d is refused', (value) => {
  expect(() => exifFraction(value)).toThrow('cannot be written as an EXIF fraction');
});

test('every value that a camera can state keeps six digits and fits 32 bits', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-5, max: 1e5, noNaN: true }), (value) => {
      const [numerator, denominator] = exifFraction(value);
      expect(Math.abs(numerator / denominator - value)).toBeLessThanOrEqual(value * 1e-6);
      expect(Number.isInteger(numerator) && numerator < 2 ** 32).toBe(true);
      expect(Number.isInteger(denominator) && denominator > 0 && denominator < 2 ** 32).toBe(true);
    }),
  );
});
