import { groupFrames } from '@proofline/domain/group-frames.ts';
import type { Frame, PhotoGroupKind } from '@proofline/domain/photo-group.ts';
import { costMs } from '../../../../../tests/support/cost.ts';
import { areLongTests } from '../../../../../tests/support/long-tests.ts';
import { technicalValue } from '@proofline/domain/photo-reading.ts';
import { expect, test } from 'vitest';
import {
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
import { readPixels } from './read-planes.ts';

type Labelled = { readonly frame: Frame; readonly label: string | null; readonly kind: PhotoGroupKind | null };

/** One seed that was looked at while the rules were made, and others that were not. */
const seeds = areLongTests ? [1, 20_261, 77_003] : [20_261];

test.each(seeds)(
  'photos that belong together are found, and no others (seed %d)',
  { timeout: 120_000 },
  async (seed) => {
    const labelled = await labelledSet(seed);
    const groups = groupFrames(labelled.map(({ frame }) => frame));
    const found = pairsOf(groups.map(({ kind, photoIds }) => photoIds.map((id) => [id, kind] as const)));
    const wanted = pairsOf(
      [
        ...Map.groupBy(
          labelled.filter(({ label }) => label !== null),
          ({ label }) => label,
        ).values(),
      ].map((members) => members.map(({ frame, kind }) => [frame.photoId, kind!] as const)),
    );
    const right = [...found].filter((pair) => wanted.has(pair)).length;
    const [precision, recall] = [right / found.size, right / wanted.size];
    console.log(
      `grouping, seed ${seed}: ${labelled.length} photos, ${wanted.size} pairs, precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`,
    );
    if (precision < 1 || recall < 1)
      console.log({
        missed: [...wanted].filter((pair) => !found.has(pair)).slice(0, 12),
        wrong: [...found].filter((pair) => !wanted.has(pair)).slice(0, 12),
      });
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.98);
    // Whatever the order in which they come.
    const random = seededRandom(seed);
    const shuffled = labelled.map(({ frame }) => ({ frame, at: random() })).toSorted((a, b) => a.at - b.at);
    expect(groupFrames(shuffled.map(({ frame }) => frame))).toEqual(groups);
  },
);

test('four times as many photos are grouped at about four times the cost', async () => {
  const some = await labelledSet(5, 6);
  const spanMs = 3_600_000;
  const framesOf = (count: number) =>
    Array.from({ length: count }, (_, index): Frame => {
      const { frame } = some[index % some.length]!;
      const round = Math.floor(index / some.length);
      return {
        ...frame,
        photoId: index + 1,
        position: index,
        takenAtMs: frame.takenAtMs === null ? null : frame.takenAtMs + round * spanMs,
      };
    });
  const [few, many] = [framesOf(2_500), framesOf(10_000)];
  const [costOfFew, costOfMany] = [few, many].map((frames) => costMs(() => void groupFrames(frames)));
  console.log(`grouping 2,500 photos took ${costOfFew!.toFixed(0)} ms, 10,000 took ${costOfMany!.toFixed(0)} ms`);
  // Sixteen times, if each were compared with each.
  expect(costOfMany! / costOfFew!).toBeLessThan(10);
  expect(groupFrames(many).length).toBeGreaterThan(1_000);
});

test('the sharpest frame of a burst is proposed, and of copies the largest', async () => {
  const scene = sceneOf(91, 480, 320);
  const base = frameOf(await withBlur(scene, 2), 1);
  const sharp = frameOf(scene, 2, { takenAtMs: base.takenAtMs! + 200 });
  expect(groupFrames([base, sharp])).toEqual([{ kind: 'burst', photoIds: [2, 1] }]);
  const copy = frameOf(scene, 3, {
    takenAtMs: sharp.takenAtMs,
    widthPx: 9000,
    heightPx: 6000,
    originalFileName: 'export.jpg',
  });
  expect(groupFrames([sharp, copy])).toEqual([{ kind: 'duplicate', photoIds: [3, 2] }]);
});

/** Label and kind of each pair, so that a pair in a group of another kind counts as wrong. */
function pairsOf(groups: readonly (readonly (readonly [number, PhotoGroupKind])[])[]): Set<string> {
  const pairs = groups.flatMap((members) =>
    members.flatMap(([a, kind]) => members.filter(([b]) => a < b).map(([b]) => `${a}-${b} ${kind}`)),
  );
  return new Set(pairs);
}

let nextId = 0;

function frameOf(picture: Picture, photoId: number, parts: Partial<Frame> = {}): Frame {
  const reading = readPixels(picture.rgb, { analysis: { path: '', ...picture }, isReduced: true });
  const value = (measure: Parameters<typeof technicalValue>[1]) => technicalValue(reading, measure) ?? 0;
  return {
    photoId,
    position: photoId,
    originalFileName: `IMG_${String(photoId).padStart(4, '0')}.JPG`,
    camera: 'Canon_EOS_R5',
    takenAtMs: 1_000_000_000_000,
    hasSubseconds: false,
    fNumber: 8,
    exposureTimeSeconds: 1 / 250,
    iso: 100,
    focalLengthMm: 35,
    widthPx: 6000,
    heightPx: 4000,
    bytes: 8_000_000,
    ...reading.hashes,
    sharpness: value('sharpness'),
    sharpestTile: reading.sharpestTile,
    clippedHighlightRatio: value('clippedHighlightRatio'),
    clippedShadowRatio: value('clippedShadowRatio'),
    noise: value('noise'),
    ...parts,
  };
}

/** Scenes one after the other, most of them as some series, and single ones that share second and camera with others. */
async function labelledSet(seed: number, scenes = 32): Promise<readonly Labelled[]> {
  const random = seededRandom(seed);
  const between = (low: number, high: number) => low + random() * (high - low);
  const all: Labelled[] = [];
  let clockMs = 1_000_000_000_000;
  const add = (picture: Picture, label: string | null, kind: PhotoGroupKind | null, parts: Partial<Frame> = {}) => {
    nextId += 1;
    all.push({ frame: frameOf(picture, nextId, { takenAtMs: clockMs, ...parts }), label, kind });
  };
  for (let index = 0; index < scenes; index += 1) {
    const wide = sceneOf(Math.floor(random() * 2 ** 31), 900, 400);
    const label = `${seed}-${index}`;
    const view = (left = 150, top = 40, width = 480, height = 320) => cut(wide, left, top, width, height);
    clockMs += random() < 0.3 ? 1_000 * Math.floor(between(0, 4)) : 60_000;
    switch (index % 8) {
      case 0: // A burst: the camera and the exposure move a little.
        for (let frame = 0; frame < 5; frame += 1) {
          const moved = await view(150 + Math.round(between(-14, 14)), 40 + Math.round(between(-9, 9)));
          add(withNoise(withExposure(moved, between(-0.2, 0.2)), 3, nextId), label, 'burst');
          clockMs += Math.round(between(100, 900));
        }
        break;
      case 1: // A burst through which the subject walks: cropped and softened frames.
        for (const crop of [0, 0.03, 0.06]) {
          const scene = await view(
            150 + 480 * crop,
            40 + 320 * crop,
            Math.round(480 * (1 - 2 * crop)),
            Math.round(320 * (1 - 2 * crop)),
          );
          add(await withBlur(await scaled(scene), between(0.5, 2)), label, 'burst');
          clockMs += 1_000;
        }
        break;
      case 2: {
        const step = [2, 1, 0.7][Math.floor(random() * 3)]!;
        for (const ev of [0, -step, step]) {
          add(withExposure(await view(), ev), label, 'bracket', { exposureTimeSeconds: 2 ** ev / 250 });
          clockMs += 400;
        }
        break;
      }
      case 3: // Copies: smaller, recompressed, without their time.
        add(await view(), label, 'duplicate');
        add(await withJpeg(await scaled(await view(), 240), 60), label, 'duplicate', {
          widthPx: 3000,
          heightPx: 2000,
          originalFileName: 'a.jpg',
        });
        add(await withJpeg(await view(), 40), label, 'duplicate', {
          takenAtMs: null,
          camera: null,
          originalFileName: 'b.jpg',
        });
        break;
      case 4: // A panorama: a third of the frame further each time.
        for (let part = 0; part < 3; part += 1) {
          add(await view(20 + part * 160), label, 'panorama');
          clockMs += 3_000;
        }
        break;
      case 5: // Different scenes in the same second, exposed as a bracket would be.
        for (const ev of [0, 1, 2])
          add(sceneOf(Math.floor(random() * 2 ** 31)), null, null, { exposureTimeSeconds: 2 ** ev / 250 });
        break;
      case 6: // One scene again a minute later, and at once with another camera: not of one moment.
        add(await view(), null, null);
        add(await view(150, 40), null, null, { camera: 'Nikon_D60' });
        clockMs += 60_000;
        add(withNoise(await view(154, 44), 3), null, null);
        break;
      case 7: // A focus stack: what is sharp goes from left to right.
        for (let part = 0; part < 6; part += 1) {
          add(await sharpWithin(await view(), part / 6, (part + 1) / 6), label, 'focus-stack');
          clockMs += 500;
        }
        break;
    }
  }
  return all;
}

function cut(picture: Picture, left: number, top: number, width: number, height: number): Promise<Picture> {
  return pictureOf(imageOf(picture).extract({ left: Math.round(left), top: Math.round(top), width, height }));
}

function scaled(picture: Picture, width = 480): Promise<Picture> {
  return pictureOf(imageOf(picture).resize(width, Math.round((width * 2) / 3), { fit: 'fill' }));
}

async function sharpWithin(picture: Picture, from: number, to: number): Promise<Picture> {
  const soft = await withBlur(picture, 4);
  const rgb = soft.rgb.map((value, at) => {
    const x = (Math.floor(at / 3) % picture.widthPx) / picture.widthPx;
    return x >= from && x < to ? picture.rgb[at]! : value;
  });
  return { ...picture, rgb };
}
