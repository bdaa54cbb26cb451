import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import sharp from 'sharp';
import { testPhoto } from '../../fixtures/test-photos.ts';
import { plainPng } from './fixtures/plain-png.ts';
import { distance, render, type Rendered } from './fixtures/rendered.ts';

const settings = { webQuality: 100, thumbQuality: 100 };

async function profileOf(path: string): Promise<Uint8Array> {
  const { icc } = await sharp(testPhoto(path)).metadata();
  if (icc === undefined) throw new Error(`${path} has no profile`);
  return icc;
}

async function centreOf(rendered: Rendered, kind: 'web' | 'web-thumb' | 'review-preview'): Promise<number[]> {
  const { widthPx, heightPx } = rendered.get(kind);
  const at = (Math.floor(heightPx / 2) * widthPx + Math.floor(widthPx / 2)) * 3;
  return [...(await rendered.pixels(kind)).subarray(at, at + 3)];
}

const decodeSrgb = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const encodeSrgb = (value: number) => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);

/** Display P3 to sRGB in linear light (both D65, both with sRGB's curve; matrix of CSS Color 4). */
function srgbOfDisplayP3(colour: readonly [number, number, number]): number[] {
  const [red, green, blue] = colour.map((value) => decodeSrgb(value / 255)) as [number, number, number];
  return [
    1.2249401762 * red - 0.2249401762 * green,
    -0.0420569547 * red + 1.0420569547 * green,
    -0.0196375546 * red - 0.0786360456 * green + 1.0982736002 * blue,
  ].map((value) => Math.round(255 * encodeSrgb(Math.min(1, Math.max(0, value)))));
}

test.each([8, 16] as const)('Display P3 with %i bits becomes the same colours in sRGB', async (bitDepth) => {
  const iccProfile = await profileOf('edge/p3.png');
  for (const colour of [
    [200, 100, 50],
    [60, 120, 180],
    [128, 128, 128],
    [255, 255, 255],
  ] as const) {
    const rendered = await render(plainPng({ widthPx: 64, heightPx: 64, colour, bitDepth, iccProfile }), settings);
    expect(distance(await centreOf(rendered, 'web'), srgbOfDisplayP3([...colour]))).toBeLessThanOrEqual(2);
    expect(distance(await centreOf(rendered, 'web-thumb'), srgbOfDisplayP3([...colour]))).toBeLessThanOrEqual(2);
  }
});

test.each([8, 16] as const)('a ProPhoto grey with %i bits keeps its lightness in sRGB', async (bitDepth) => {
  const iccProfile = await profileOf('edge/prophoto.png');
  const png = plainPng({ widthPx: 64, heightPx: 64, colour: [128, 128, 128], bitDepth, iccProfile });
  // ProPhoto's curve is a power of 1.8.
  const grey = Math.round(255 * encodeSrgb((128 / 255) ** 1.8));
  expect(distance(await centreOf(await render(png, settings), 'web'), [grey, grey, grey])).toBeLessThanOrEqual(1);
});

test('the preview keeps the numbers and the profile of the original', async () => {
  const iccProfile = await profileOf('edge/p3.png');
  const png = plainPng({ widthPx: 64, heightPx: 64, colour: [200, 100, 50], bitDepth: 8, iccProfile });
  const rendered = await render(png, settings);
  expect(distance(await centreOf(rendered, 'review-preview'), [200, 100, 50])).toBeLessThanOrEqual(1);
  const { icc } = await sharp(rendered.path('review-preview')).metadata();
  expect(icc?.equals(iccProfile)).toBe(true);
});

test.each([8, 16] as const)(
  'a picture without a profile is sRGB and keeps its numbers with %i bits',
  async (bitDepth) => {
    const png = plainPng({ widthPx: 64, heightPx: 64, colour: [174, 28, 40], bitDepth });
    const rendered = await render(png, settings);
    expect(distance(await centreOf(rendered, 'web'), [174, 28, 40])).toBeLessThanOrEqual(1);
    expect(distance(await centreOf(rendered, 'review-preview'), [174, 28, 40])).toBeLessThanOrEqual(1);
  },
);

test.each(['edge/pil_sample_cmyk.jpg', 'edge/tiff_strip_cmyk_jpeg.tif'])(
  'the CMYK of %s becomes red letters on black',
  async (path) => {
    const pixels = await (await render(testPhoto(path), settings)).pixels('web');
    const at = (x: number, y: number) => [...pixels.subarray((y * 100 + x) * 3, (y * 100 + x) * 3 + 3)];
    expect(distance(at(15, 3), [237, 28, 36])).toBeLessThanOrEqual(16);
    expect(distance(at(80, 20), [0, 0, 0])).toBeLessThanOrEqual(16);
  },
);

test('a CMYK photo looks the same with its profile and with the one that stands in for it', async () => {
  const withProfile = await render(testPhoto('edge/Channel_digital_image_CMYK_color.jpg'), settings);
  const without = await render(testPhoto('edge/Channel_digital_image_CMYK_color_no_profile.jpg'), settings);
  const mean = async (rendered: Rendered) =>
    (await sharp(rendered.path('web')).stats()).channels.map((channel) => channel.mean);
  expect(distance(await mean(withProfile), await mean(without))).toBeLessThanOrEqual(12);
});

test('transparency becomes white', async () => {
  const transparent = await sharp({
    create: { width: 64, height: 64, channels: 4, background: { r: 200, g: 0, b: 0, alpha: 0.5 } },
  })
    .png()
    .toBuffer();
  const half = await centreOf(await render(transparent, settings), 'web');
  expect(distance(half, [228, 128, 128])).toBeLessThanOrEqual(2);
  expect(distance(await centreOf(await render(transparent, settings), 'review-preview'), half)).toBeLessThanOrEqual(2);
});

test('an original in sRGB numbers passes to the web rendition without a shift', async () => {
  const original = testPhoto('edge/exif.png');
  const rendered = await render(original, settings);
  const web = await rendered.pixels('web');
  const stored = await sharp(await readFile(original))
    .raw()
    .toBuffer();
  const sum = stored.reduce((total, value, index) => total + (value - (web[index] ?? NaN)), 0);
  expect(Math.abs(sum / stored.length)).toBeLessThan(0.2);
});
