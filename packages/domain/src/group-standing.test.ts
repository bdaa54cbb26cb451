import { expect, test } from 'vitest';
import { standingsIn, type RankedFrame } from './group-standing.ts';

const frame = (photoId: number, parts: Partial<RankedFrame> = {}): RankedFrame => ({
  photoId,
  sharpness: 20,
  clippedHighlightRatio: 0,
  clippedShadowRatio: 0,
  widthPx: 6000,
  heightPx: 4000,
  bytes: 1_000_000,
  ...parts,
});

const whyOf = (kind: Parameters<typeof standingsIn>[0]['kind'], frames: readonly RankedFrame[]) =>
  [...standingsIn({ groupId: 7, kind }, frames).values()].map(({ rank, why }) => `${rank}: ${why}`);

test('frames of a burst are told by sharpness, and by what is clipped where that tipped the scales', () => {
  expect(whyOf('burst', [frame(3), frame(1, { sharpness: 13 })])).toEqual([
    '1: the sharpest frame',
    '2: 65 % as sharp as the sharpest',
  ]);
  expect(
    whyOf('burst', [frame(1, { sharpness: 19 }), frame(2, { clippedHighlightRatio: 0.2, clippedShadowRatio: 0.05 })]),
  ).toEqual([
    '1: 95 % as sharp as the sharpest, with less of it without detail',
    '2: the sharpest frame, 25 % more of it without detail than in the cleanest',
  ]);
});

test('copies are told by size', () => {
  expect(whyOf('duplicate', [frame(2), frame(1, { widthPx: 1500, heightPx: 1000 })])).toEqual([
    '1: the largest copy, 6000×4000',
    '2: a smaller copy, 1500×1000 instead of 6000×4000',
  ]);
  expect(whyOf('duplicate', [frame(2), frame(1, { bytes: 900_000 })])).toEqual([
    '1: as large as any copy, 6000×4000, with most bytes',
    '2: a copy of the same size with fewer bytes',
  ]);
});

test('of a bracket, a focus stack and a panorama no frame is better than the others', () => {
  for (const kind of ['bracket', 'focus-stack', 'panorama'] as const)
    expect(standingsIn({ groupId: 7, kind }, [frame(1), frame(2)]).get(2)).toMatchObject({
      rank: null,
      bestPhotoId: null,
      photos: 2,
      why: expect.stringContaining('all of them are needed') as string,
    });
});
