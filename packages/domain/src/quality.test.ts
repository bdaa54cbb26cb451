import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess, bandOf, blurScore, brightnessScore, contrastScore, qualityMeasures } from './quality.ts';
import type { Measurement, QualityMeasure } from './quality.ts';

const measured = (values: Partial<Record<QualityMeasure, number>>): Measurement[] =>
  Object.entries(values).map(([measure, value]) => ({
    measure: measure as QualityMeasure,
    value,
    origin: 'measured',
    meter: 'test-meter',
    meterVersion: '1',
  }));

const six = {
  clipAestheticScore: 6,
  nimaScore: 5,
  blurScore: 8,
  brightnessScore: 7,
  contrastScore: 9,
  brisqueScore: 30,
};

describe('rating', () => {
  test('weighs six measured scores as the original does, to two decimals', () => {
    // 0.23*6 + 0.20*5 + 0.17*8 + 0.17*7 + 0.13*9 + 0.10*(1-0.30)*10
    expect(assess(measured(six))).toMatchObject({ rating: 6.8, band: 'Good', origin: 'measured' });
  });

  test('fills what nobody measured by the original formulas and marks it as proxy', () => {
    const assessment = assess(measured({ blurScore: 8, brightnessScore: 7, contrastScore: 9 }));
    const proxies = Object.fromEntries(
      assessment.measurements.filter(({ origin }) => origin === 'proxy').map(({ measure, value }) => [measure, value]),
    );
    expect(proxies).toEqual({
      nimaScore: 8,
      brisqueScore: expect.closeTo(20, 9),
      clipAestheticScore: expect.closeTo(7.95, 9),
    });
    // 0.23*7.95 + 0.20*8 + 0.17*8 + 0.17*7 + 0.13*9 + 0.10*8
    expect(assessment).toMatchObject({ rating: 7.95, band: 'Top', origin: 'proxy' });
  });

  test('a measured value feeds the proxies of the others', () => {
    const { measurements } = assess(measured({ blurScore: 8, brightnessScore: 7, contrastScore: 9, nimaScore: 2 }));
    expect(measurements.find(({ measure }) => measure === 'clipAestheticScore')).toMatchObject({
      value: expect.closeTo(0.55 * 2 + 1.6 + 1.05 + 0.9, 9),
      origin: 'proxy',
    });
    expect(measurements.filter(({ measure }) => measure === 'nimaScore')).toEqual(measured({ nimaScore: 2 }));
  });

  test('nothing measured gives no rating and band NA', () => {
    expect(assess([])).toEqual({ measurements: [], rating: null, band: 'NA', origin: 'measured' });
    expect(assess(measured({ nimaScore: 5 }))).toMatchObject({ rating: null, band: 'NA' });
  });

  test('a value that is no number counts as not measured', () => {
    const assessment = assess(measured({ ...six, nimaScore: Number.NaN }));
    expect(assessment.measurements.find(({ measure }) => measure === 'nimaScore')?.origin).toBe('proxy');
    expect(assess(measured({ ...six, blurScore: Number.POSITIVE_INFINITY })).rating).toBeNull();
  });

  test('an all-black frame is rated as low as the formula says', () => {
    expect(assess(measured({ blurScore: 0, brightnessScore: 0, contrastScore: 0 }))).toMatchObject({
      rating: 0,
      band: 'Very Low',
    });
  });

  test('is not raised to 1 when the formula says less', () => {
    // 0.23*1 + 0.20*1 + 0.17*0.5 + 0 + 0.13*0.4 + 0
    const poor = {
      clipAestheticScore: 1,
      nimaScore: 1,
      blurScore: 0.5,
      brightnessScore: 0,
      contrastScore: 0.4,
      brisqueScore: 100,
    };
    expect(assess(measured(poor))).toMatchObject({ rating: 0.57, band: 'Very Low', origin: 'measured' });
  });

  test('counts a worse brisque score than the worst as the worst, as the original does', () => {
    expect(assess(measured({ ...six, brisqueScore: 140 })).rating).toBe(6.1);
  });

  test('lies between 0 and 10, holds each measure once and rises with sharpness', () => {
    const score = fc.double({ min: 0, max: 10, noNaN: true });
    fc.assert(
      fc.property(score, score, score, score, (blur, sharper, brightness, contrast) => {
        const [low, high] = [Math.min(blur, sharper), Math.max(blur, sharper)];
        const rated = (sharpness: number) =>
          assess(measured({ blurScore: sharpness, brightnessScore: brightness, contrastScore: contrast }));
        const worse = rated(low);
        const better = rated(high);
        expect(worse.rating).toBeGreaterThanOrEqual(0);
        expect(better.rating).toBeLessThanOrEqual(10);
        expect(better.rating).toBeGreaterThanOrEqual(worse.rating ?? Number.NaN);
        expect(worse.measurements.map(({ measure }) => measure).toSorted()).toEqual(qualityMeasures.toSorted());
      }),
    );
  });
});

describe('bands', () => {
  test.each([
    [10, 'Top'],
    [7.5, 'Top'],
    [7.49, 'Good'],
    [6.5, 'Good'],
    [6.49, 'Average'],
    [5.5, 'Average'],
    [5.49, 'Low'],
    [4.5, 'Low'],
    [4.49, 'Very Low'],
    [0, 'Very Low'],
    [Number.NaN, 'NA'],
    [null, 'NA'],
  ] as const)('%s is %s', (rating, band) => {
    expect(bandOf(rating)).toBe(band);
  });
});

describe('scores from luma statistics', () => {
  test.each([
    [0, 0],
    [100, 5],
    [200, 10],
    [5000, 10],
  ])('a Laplacian variance of %d is a blur score of %d', (variance, score) => {
    expect(blurScore(variance)).toBe(score);
  });

  test.each([
    [0, 0],
    [64, 5],
    [128, 10],
    [192, 5],
  ])('a mean of %d is a brightness score of %d', (mean, score) => {
    expect(brightnessScore(mean)).toBe(score);
  });

  test.each([
    [0, 0],
    [32, 5],
    [64, 10],
    [90, 10],
  ])('a standard deviation of %d is a contrast score of %d', (standardDeviation, score) => {
    expect(contrastScore(standardDeviation)).toBe(score);
  });
});
