import { readFile } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { defaultRenderSettings } from '@proofline/domain/rendition.ts';
import sharp from 'sharp';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { testPhoto } from '../../fixtures/test-photos.ts';
import { openDecoderPool } from '../decoder/pool.ts';
import { pooledRenderer } from '../decoder/pooled-renderer.ts';
import { refusalOf, render } from './fixtures/rendered.ts';
import { startOwnTime } from '../../../../../tests/support/own-time.ts';

const whole = (path: string) => readFile(testPhoto(path));

test.each([
  'photos/ng-32703.jpg',
  'photos/sunset_by_Aitzol_Berasategi.jpg',
  'edge/exif.png',
  'edge/denali.webp',
  'edge/8bit-sRGB.avif',
])('%s is refused as truncated wherever it is cut', async (path) => {
  const bytes = await whole(path);
  for (const share of [0.5, 0.9, 0.99]) {
    expect(await refusalOf(render(bytes.subarray(0, Math.floor(bytes.length * share))))).toBe('truncated');
  }
});

test('a JPEG with damaged picture data is refused as corrupt, though decoders would show it with a grey part', async () => {
  const bytes = await whole('photos/ng-32703.jpg');
  const middle = Math.floor(bytes.length / 2);
  bytes.fill(0x5a, middle, middle + 64);
  expect(await refusalOf(render(bytes))).toBe('corrupt');
});

test('a PNG with damaged picture data is refused as corrupt', async () => {
  const bytes = await whole('edge/exif.png');
  bytes[Math.floor(bytes.length / 2)] = 0x5a;
  expect(await refusalOf(render(bytes))).toBe('corrupt');
});

test('a photo at the limit of pixels is accepted and one pixel more is refused', async () => {
  const photo = testPhoto('edge/Landscape_1.jpg');
  expect(await refusalOf(render(photo, { maxPixels: 1800 * 1200 }))).toBe('accepted');
  expect(await refusalOf(render(photo, { maxPixels: 1800 * 1200 - 1 }))).toBe('too-many-pixels');
});

test('a photo at the smallest edge is accepted and one pixel less is refused', async () => {
  const photo = testPhoto('edge/Landscape_1.jpg');
  expect(await refusalOf(render(photo, { minEdgePx: 1200 }))).toBe('accepted');
  expect(await refusalOf(render(photo, { minEdgePx: 1201 }))).toBe('too-small');
});

test('a TIFF with a thumbnail as its second page is one photo', async () => {
  const photo = await sharp(testPhoto('edge/tif.tif')).resize(640, 480).toBuffer();
  const pyramid = await sharp(photo).tiff({ pyramid: true, tile: true }).toBuffer();
  expect((await sharp(pyramid).metadata()).pages).toBeGreaterThan(1);
  expect(await refusalOf(render(pyramid))).toBe('accepted');
});

test('a refusal says what the person can do', async () => {
  await expect(render(testPhoto('edge/IMG_2682.heic'))).rejects.toThrow(
    'HEIC cannot be decoded here; export the photo as JPEG, PNG or TIFF',
  );
});

test('pixel bombs are refused quickly and in little memory', async () => {
  const pool = openDecoderPool({ processes: 1, memoryLimitBytes: 300 * 1024 * 1024 });
  onTestFinished(() => pool.close());
  const folder = await temporaryFolder();
  for (const bomb of [
    '65536-uint32-limit.png',
    'decompression_bomb.gif',
    'png_decompression_dos.png',
    'oom_large_box.heic',
  ]) {
    const rendering = pooledRenderer(pool).render(
      testPhoto(`edge/${bomb}`),
      folder,
      defaultRenderSettings,
      AbortSignal.timeout(10_000),
    );
    expect(await refusalOf(rendering)).not.toBe('accepted');
  }
});

test('a file that is gone is a fault of the system, not of the photo', async () => {
  await expect(render('/no/such/photo.jpg')).rejects.toMatchObject({ code: 'ENOENT' });
});

test('rendering stops within a second of the abort and the next photo is rendered', async () => {
  const pool = openDecoderPool({ processes: 1 });
  onTestFinished(() => pool.close());
  const renderer = pooledRenderer(pool);
  const abort = new AbortController();
  const photo = testPhoto('edge/giant-image.jpg');
  const first = renderer.render(photo, await temporaryFolder(), defaultRenderSettings, abort.signal);
  const sinceThen = startOwnTime();
  abort.abort(new Error('stopped'));
  await expect(first).rejects.toThrow('stopped');
  expect(sinceThen.ms()).toBeLessThan(1_000);
  const second = renderer.render(photo, await temporaryFolder(), defaultRenderSettings, new AbortController().signal);
  expect(await second).toHaveLength(7);
});
