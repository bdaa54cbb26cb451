import { describe, expect, test } from 'vitest';
import { apertureText, exposureText } from './exposure.ts';

describe('exposure', () => {
  test.each([
    [1 / 250, '1/250 sec'],
    [1 / 8000, '1/8000 sec'],
    [0.00062500002, '1/1600 sec'],
    [0.25, '1/4 sec'],
    [0.3, '0.3 sec'],
    [0.8, '0.8 sec'],
    [1, '1 sec'],
    [1.3, '1.3 sec'],
    [20, '20 sec'],
  ])('%d seconds are written %s', (seconds, text) => {
    expect(exposureText(seconds)).toBe(text);
  });

  test.each([
    [4, 'f/4.0'],
    [1.4, 'f/1.4'],
    [0.95, 'f/0.9'],
    [22, 'f/22.0'],
  ])('f-number %d is written %s', (fNumber, text) => {
    expect(apertureText(fNumber)).toBe(text);
  });

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('%d is no exposure and no aperture', (value) => {
    expect(exposureText(value)).toBeNull();
    expect(apertureText(value)).toBeNull();
  });
});
