import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TechnicalMeasure } from '@proofline/domain/photo-reading.ts';
import {
  analysedPhoto,
  imageOf,
  pictureOf,
  sceneOf,
  seededRandom,
  withBlur,
  withExposure,
  withJpeg,
  withNoise,
  type Picture,
} from './fixtures/pictures.ts';
import { madeUpPlane } from './fixtures/made-up-plane.ts';
import { readPixels } from './read-planes.ts';
import { areLongTests } from '../../../../../tests/support/long-tests.ts';

const photos = [
  'photos/book-beside-flowers.jpg',
  'photos/vivo-x90pro.jpg',
  'photos/seeding_by_Clements_Engelhardt.jpg',
  'photos/nasa-53884.jpg',
  'photos/umang_by_Abhishek_Mudgal.jpg',
  'photos/canon-dslr.jpg',
];

/** Seeds that nobody looked at while the measures were made come from fast-check. */
const anySeed = fc.integer({ min: 1, max: 1_000_000 });
const runs = { numRuns: areLongTests ? 12 : 4 };

describe('sharpness', () => {
  test.each(photos)('of %s falls with every step of blur', async (path) => {
    const photo = await analysedPhoto(path);
    const measured = [read(photo).sharpness];
    for (const deviation of areLongTests ? [0.8, 1.5, 3, 6] : [0.8, 3, 6])
      measured.push(read(await withBlur(photo, deviation)).sharpness);
    expect(measured).toEqual(measured.toSorted((a, b) => b - a));
    expect(measured.at(-1)).toBeLessThan(measured[0]! / 3);
  });

  test.each(photos)('of %s is not raised by noise, blurred or not', async (path) => {
    for (const photo of [await analysedPhoto(path), await withBlur(await analysedPhoto(path), 4)]) {
      const { sharpness } = read(photo);
      for (const deviation of areLongTests ? [4, 8, 16, 32] : [8, 32])
        expect(read(withNoise(photo, deviation, 77)).sharpness).toBeLessThanOrEqual(sharpness * 1.02 + 0.3);
    }
  });

  test('of any scene falls with blur and is not raised by noise', async () => {
    await fc.assert(
      fc.asyncProperty(
        anySeed,
        fc.double({ min: 0.8, max: 5, noNaN: true }),
        fc.double({ min: 2, max: 40, noNaN: true }),
        async (seed, blur, noise) => {
          const scene = sceneOf(seed);
          const { sharpness } = read(scene);
          const blurred = await withBlur(scene, blur);
          expect(read(blurred).sharpness).toBeLessThan(sharpness);
          expect(read(withNoise(scene, noise, seed)).sharpness).toBeLessThanOrEqual(sharpness * 1.02 + 0.3);
          expect(read(withNoise(blurred, noise, seed)).sharpness).toBeLessThanOrEqual(
            read(blurred).sharpness * 1.02 + 0.3,
          );
        },
      ),
      runs,
    );
  });

  test('is nearly the same two stops darker', async () => {
    for (const path of photos.slice(0, 3)) {
      const photo = await analysedPhoto(path);
      const ratio = read(withExposure(photo, -2)).sharpness / read(photo).sharpness;
      expect(ratio).toBeGreaterThan(0.7);
      expect(ratio).toBeLessThan(1.3);
    }
  });

  test('keeps the place of the sharpest tile', async () => {
    const scene = sceneOf(5, 960, 640);
    const soft = await withBlur(scene, 6);
    // One corner stays sharp.
    const rgb = soft.rgb.map((value, at) => {
      const [x, y] = [Math.floor(at / 3) % 960, Math.floor(at / 3 / 960)];
      return x >= 640 && y >= 426 ? scene.rgb[at]! : value;
    });
    const { sharpestTile } = reading({ ...scene, rgb });
    expect(sharpestTile!.left + sharpestTile!.width).toBeGreaterThan(2 / 3);
    expect(sharpestTile!.top + sharpestTile!.height).toBeGreaterThan(2 / 3);
  });

  test('there is none in a flat picture, nor in pure noise', () => {
    const flat = flatPicture(90);
    expect(reading(flat)).toMatchObject({ sharpestTile: null });
    for (const level of [3, 90, 252]) expect(read(withNoise(flatPicture(level), 20)).sharpness).toBeLessThan(0.5);
  });
});

describe('noise', () => {
  test('is found again to a tenth, whatever the picture', async () => {
    for (const path of photos.slice(0, 3)) {
      const photo = await analysedPhoto(path);
      for (const deviation of [6, 12, 24]) {
        // Independent in three channels, so luma has the root of the weights' squares of it.
        const expected = Math.hypot(read(photo).noise, deviation * Math.hypot(0.299, 0.587, 0.114));
        expect(read(withNoise(photo, deviation, 3)).noise / expected).toBeGreaterThan(0.85);
        expect(read(withNoise(photo, deviation, 3)).noise / expected).toBeLessThan(1.15);
      }
    }
  });
});

describe('exposure, contrast and colour', () => {
  test('clipping is the share of pixels that are white or black in all channels', () => {
    const picture = flatPicture(90);
    const rgb = picture.rgb.map((value, at) => (at < 3 * 1000 ? 255 : at < 3 * 3000 ? 2 : value));
    const pixels = picture.widthPx * picture.heightPx;
    expect(read({ ...picture, rgb })).toMatchObject({
      clippedHighlightRatio: 1000 / pixels,
      clippedShadowRatio: 2000 / pixels,
    });
    // A saturated red is a colour, not a lost highlight.
    expect(read(flatPicture(90, [255, 0, 0]))).toMatchObject({ clippedHighlightRatio: 0, clippedShadowRatio: 0 });
  });

  test('contrast and colourfulness are those of the reference picture', () => {
    const { rgb, widthPx, heightPx } = madeUpPicture();
    const { colourfulness } = read({ rgb, widthPx, heightPx });
    expect(colourfulness).toBeCloseTo(76.630026, 4);
    const grey = rgb.map((_, at) => rgb[at - (at % 3)]!);
    expect(read({ rgb: grey, widthPx, heightPx })).toMatchObject({
      rmsContrast: expect.closeTo(0.1472282, 6) as number,
      colourfulness: 0,
    });
  });

  test('a brighter exposure raises the mean and the white share, never the black one', () => {
    fc.assert(
      fc.property(anySeed, fc.double({ min: 0.3, max: 3, noNaN: true }), (seed, stops) => {
        const scene = sceneOf(seed, 120, 80);
        const [before, after] = [read(scene), read(withExposure(scene, stops))];
        expect(after.meanLuma).toBeGreaterThan(before.meanLuma);
        expect(after.clippedHighlightRatio).toBeGreaterThanOrEqual(before.clippedHighlightRatio);
        expect(after.clippedShadowRatio).toBeLessThanOrEqual(before.clippedShadowRatio);
      }),
      runs,
    );
  });
});

describe('blockiness', () => {
  test('falls with the quality of the JPEG, also when the photo was turned', async () => {
    for (const seed of [11, 12]) {
      // No multiple of 8, so that turning moves the grid.
      const scene = withNoise(sceneOf(seed, 413, 301), 4, seed);
      const values: number[] = [];
      for (const quality of [90, 40, 15, 5]) values.push(read(await withJpeg(scene, quality)).blockiness);
      expect(values).toEqual(values.toSorted((a, b) => b - a));
      const worst = await withJpeg(scene, 5);
      const turned = await pictureOf(imageOf(worst).rotate(180));
      expect(read(turned).blockiness).toBeCloseTo(read(worst).blockiness, 6);
    }
  });

  test('is absent, with the reason, where the photo was reduced', () => {
    const { technical, absent } = readPixels(flatPicture(9).rgb, {
      analysis: { path: '', widthPx: 96, heightPx: 96 },
      isReduced: true,
    });
    expect(technical.map(({ measure }) => measure)).not.toContain('blockiness');
    expect(absent).toEqual([{ measure: 'blockiness', reason: expect.stringContaining('reduced') as string }]);
  });
});

describe('BRISQUE’s features', () => {
  test('are kept with their meter, all 36, as the score is made of them', () => {
    const { brisqueFeatures, features } = reading(sceneOf(3, 120, 80));
    expect(brisqueFeatures).toEqual({ values: features, meter: 'analysis-plane', meterVersion: '2' });
    expect(brisqueFeatures?.values).toHaveLength(36);
    expect(JSON.parse(JSON.stringify(brisqueFeatures))).toEqual(brisqueFeatures);
  });

  test('are absent for a flat photo, where they are no numbers', () => {
    const { brisqueFeatures, features } = reading(flatPicture(90));
    expect(features?.some(Number.isNaN)).toBe(true);
    expect(brisqueFeatures).toBeNull();
  });
});

describe('hashes', () => {
  test('do not change with brightness or contrast that clips nothing', () => {
    fc.assert(
      fc.property(
        anySeed,
        fc.double({ min: 0.5, max: 0.9, noNaN: true }),
        fc.integer({ min: 0, max: 20 }),
        (seed, gain, offset) => {
          const scene = sceneOf(seed, 240, 160);
          const changed = { ...scene, rgb: scene.rgb.map((value) => Math.round(value * gain) + offset) };
          // Rounding may turn over a bit between two cells that are as good as alike.
          const [before, after] = [reading(scene).hashes, reading(changed).hashes];
          expect(distance(before.dHash, after.dHash)).toBeLessThanOrEqual(2);
          expect(distance(before.pHash, after.pHash)).toBeLessThanOrEqual(4);
        },
      ),
      runs,
    );
  });

  test('the frequency hash has 31 bits set in any scene: the median divides', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const { pHash } = reading(sceneOf(seed, 90, 60)).hashes;
        expect(distance(pHash, '0'.repeat(16))).toBe(31);
      }),
      runs,
    );
  });

  test('different scenes are far apart, one scene in two sizes and qualities is near', async () => {
    const scenes = [1, 2, 3, 4, 5, 6].map((seed) => sceneOf(seed));
    for (const [index, scene] of scenes.entries()) {
      const half = await pictureOf(imageOf(await withJpeg(scene, 50)).resize(240, 160));
      expect(distance(reading(scene).hashes.dHash, reading(half).hashes.dHash)).toBeLessThanOrEqual(3);
      for (const other of scenes.slice(index + 1))
        expect(distance(reading(scene).hashes.dHash, reading(other).hashes.dHash)).toBeGreaterThan(12);
    }
  });
});

test('planes of any size can be read', () => {
  for (const [widthPx, heightPx] of [
    [1, 1],
    [1, 40],
    [16, 16],
    [31, 7],
    [65, 130],
  ] as const) {
    const random = seededRandom(widthPx);
    const rgb = Uint8Array.from({ length: widthPx * heightPx * 3 }, () => random() * 256);
    const values = Object.values(read({ rgb, widthPx, heightPx }));
    expect(values.filter((value) => !Number.isFinite(value))).toEqual([]);
  }
});

const reading = ({ rgb, widthPx, heightPx }: Picture) =>
  readPixels(rgb, { analysis: { path: '', widthPx, heightPx }, isReduced: false });

const read = (picture: Picture) =>
  Object.fromEntries(reading(picture).technical.map(({ measure, value }) => [measure, value])) as Record<
    TechnicalMeasure,
    number
  >;

function distance(a: string, b: string): number {
  return (BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2).replaceAll('0', '').length;
}

function flatPicture(level: number, colour: readonly number[] = [level, level, level]): Picture {
  const rgb = Uint8Array.from({ length: 96 * 96 * 3 }, (_, at) => colour[at % 3]!);
  return { rgb, widthPx: 96, heightPx: 96 };
}

/** The plane of the BRISQUE test as red, moved 7 columns as green, and moved 13 rows and inverted as blue. */
function madeUpPicture(): Picture {
  const { luma, widthPx, heightPx } = madeUpPlane();
  const at = (x: number, y: number) => luma[((y + heightPx) % heightPx) * widthPx + ((x + widthPx) % widthPx)]!;
  const rgb = Uint8Array.from({ length: widthPx * heightPx * 3 }, (_, index) => {
    const [x, y] = [Math.floor(index / 3) % widthPx, Math.floor(index / 3 / widthPx)];
    return [at(x, y), at(x - 7, y), 255 - at(x, y - 13)][index % 3]!;
  });
  return { rgb, widthPx, heightPx };
}
