import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import sharp from 'sharp';
import { testPhoto } from '../../fixtures/test-photos.ts';
import { BT2020_PRIMARIES, DISPLAY_P3_PRIMARIES, HLG_TRANSFER, PQ_TRANSFER, unusualCicpOf } from './cicp.ts';
import { cicpToSrgb } from './cicp-to-srgb.ts';
import { distance, render } from './fixtures/rendered.ts';

const BT709_PRIMARIES = 1;
const SRGB_TRANSFER = 13;
/** PQ's signal for 203 cd/m², diffuse white (ITU-R BT.2408, table 1: 58 %). */
const PQ_WHITE = Math.round(0.5807 * 65_535);

const grey = (value: number) => [value, value, value];

test('sRGB numbers with sRGB code points pass unchanged', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 3, maxLength: 3 }), (colour) => {
      const cicp = { primaries: BT709_PRIMARIES, transfer: SRGB_TRANSFER };
      expect([...cicpToSrgb(Uint8Array.from(colour), cicp)]).toEqual(colour);
    }),
  );
});

test('grey stays grey in every colour space', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 65_535 }),
      fc.constantFrom(BT709_PRIMARIES, BT2020_PRIMARIES, DISPLAY_P3_PRIMARIES),
      fc.constantFrom(SRGB_TRANSFER, PQ_TRANSFER, HLG_TRANSFER),
      (value, primaries, transfer) => {
        const srgb = cicpToSrgb(Uint16Array.from(grey(value)), { primaries, transfer });
        expect(Math.max(...srgb) - Math.min(...srgb)).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test('a brighter HDR signal is never darker in sRGB', () => {
  const ramp = Uint16Array.from({ length: 3 * 1000 }, (_, index) => Math.floor(index / 3) * 65);
  for (const transfer of [PQ_TRANSFER, HLG_TRANSFER]) {
    const srgb = [...cicpToSrgb(ramp, { primaries: BT2020_PRIMARIES, transfer })].filter((_, index) => index % 3 === 0);
    expect(srgb).toEqual(srgb.toSorted((a, b) => a - b));
    expect([srgb[0], srgb.at(-1)]).toEqual([0, 255]);
  }
});

test('diffuse white of a PQ picture without highlights is white', () => {
  const srgb = cicpToSrgb(Uint16Array.from(grey(PQ_WHITE)), { primaries: BT2020_PRIMARIES, transfer: PQ_TRANSFER });
  expect(Math.min(...srgb)).toBeGreaterThanOrEqual(254);
});

test('red of sRGB in PQ and BT.2020 numbers is red', () => {
  // 203 cd/m² of BT.709 red in BT.2020: 0.6274, 0.0691, 0.0164 of diffuse white, each through PQ's curve.
  const signal = [0.5329, 0.3138, 0.1859].map((value) => Math.round(value * 65_535));
  const srgb = cicpToSrgb(Uint16Array.from(signal), { primaries: BT2020_PRIMARIES, transfer: PQ_TRANSFER });
  expect(srgb[0]).toBeGreaterThan(250);
  expect(Math.max(srgb[1] ?? 255, srgb[2] ?? 255)).toBeLessThan(25);
});

test('the code points of an AVIF are found where they matter', async () => {
  const head = async (name: string) => readFile(testPhoto(`edge/${name}`));
  expect(unusualCicpOf(await head('colors_wcg_hdr_rec2020.avif'))).toEqual({ primaries: 9, transfer: 16 });
  expect(unusualCicpOf(await head('8bit-sRGB.avif'))).toBeUndefined();
  expect(unusualCicpOf(await head('exif.avif'))).toBeUndefined();
});

test('an HDR AVIF is rendered with the colours that it means: vivid red and green above white', async () => {
  const rendered = await render(testPhoto('edge/colors_wcg_hdr_rec2020.avif'), { webQuality: 100 });
  const web = await rendered.pixels('web');
  const at = (x: number, y: number) => [...web.subarray((y * 200 + x) * 3, (y * 200 + x) * 3 + 3)];
  expect(distance(at(10, 10), [255, 0, 0])).toBeLessThan(12);
  expect(distance(at(190, 10), [0, 255, 0])).toBeLessThan(12);
  expect(distance(at(100, 190), [246, 246, 246])).toBeLessThan(12);
});

test('a Display P3 AVIF of 8 bits without a profile is converted', async () => {
  const plain = { create: { width: 64, height: 64, channels: 3, background: { r: 200, g: 100, b: 50 } } } as const;
  const avif = await sharp(plain).avif({ quality: 100, lossless: true }).toBuffer();
  const primariesAt = avif.indexOf('colrnclx', 0, 'latin1') + 8;
  avif.writeUInt16BE(DISPLAY_P3_PRIMARIES, primariesAt);
  const web = await (await render(avif, { webQuality: 100 })).pixels('web');
  expect(distance([...web.subarray(0, 3)], [215, 93, 30])).toBeLessThanOrEqual(3);
});
