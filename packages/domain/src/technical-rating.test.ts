import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rateTechnically, shareBelow, type CatalogueValues } from './technical-rating.ts';

const empty: CatalogueValues = { photos: 0, values: new Map() };
/** 1,000 photos with sharpness 0 … 99.9 and no clipping. */
const large: CatalogueValues = {
  photos: 1000,
  values: new Map([
    ['sharpness', Array.from({ length: 1000 }, (_, index) => index / 10)],
    ['clippedHighlightRatio', Array.from({ length: 1000 }, () => 0)],
  ]),
};
const of = (sharpness: number, clippedHighlightRatio = 0) => [
  { measure: 'sharpness' as const, value: sharpness },
  { measure: 'clippedHighlightRatio' as const, value: clippedHighlightRatio },
];

test('says in words where a soft photo stands in the catalogue', () => {
  const { reasons } = rateTechnically(of(8), large)!;
  expect(reasons).toEqual([expect.stringMatching(/^soft: sharpest tile p\d+ of your catalogue$/)]);
});

test('a sharper photo is never rated lower', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 120, noNaN: true }), fc.double({ min: 0, max: 120, noNaN: true }), (a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)];
      for (const catalogue of [empty, large])
        expect(rateTechnically(of(more), catalogue)!.rating).toBeGreaterThanOrEqual(
          rateTechnically(of(less), catalogue)!.rating,
        );
    }),
  );
});

test('a photo that is white over a fifth of its frame is held down, however sharp', () => {
  const { rating, reasons } = rateTechnically(of(95, 0.2), large)!;
  expect(rating).toBeLessThanOrEqual(50);
  expect(reasons.join()).toContain('20 % of the frame is white');
});

test('the catalogue counts more the larger it is', () => {
  const own = Array.from({ length: 100 }, () => 100);
  const shares = [0, 100, 10_000].map((photos) =>
    shareBelow('sharpness', 50, { photos, values: new Map([['sharpness', photos === 0 ? [] : own]]) }),
  );
  expect(shares).toEqual(shares.toSorted((a, b) => b! - a!));
  expect(shares[2]).toBeLessThan(0.05);
});

test('a rating always has a reason: what moves it most, where nothing is remarkable', () => {
  const reasonsOf = (sharpness: number) => rateTechnically([{ measure: 'sharpness', value: sharpness }], large)!;
  expect(reasonsOf(20)).toEqual({
    rating: expect.any(Number) as number,
    reasons: [expect.stringMatching(/^soft: sharpest tile p(?:1[5-9]|2\d) of your catalogue$/)],
  });
  expect(reasonsOf(50).reasons).toEqual(['nothing stands out among the photos of your catalogue']);
  const quiet = [
    { measure: 'sharpness' as const, value: 50 },
    { measure: 'noise' as const, value: 0.19 },
  ];
  expect(rateTechnically(quiet, large)!.reasons).toEqual([
    expect.stringMatching(/^little noise: p\d of your catalogue$/),
  ]);
});

test('without sharpness there is no rating', () => {
  expect(rateTechnically([], large)).toBeNull();
});
