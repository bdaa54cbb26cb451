import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PhotoFields } from '@proofline/domain/photo-metadata.ts';
import { testPhoto } from '../../fixtures/test-photos.ts';
import { memorySource, type ByteSource } from './byte-source.ts';
import { readFields } from './read-photo-fields.ts';

/** One small photo for each container and each kind of metadata. */
const originals = [
  'edge/BonTonARTSTORplusIPTC.jpg',
  'edge/endless_loop.jpg',
  'edge/picasa.jpg',
  'edge/exif-legacy.png',
  'edge/png_with_exif_and_gps.png',
  'edge/utf8-in-ztxt.png',
  'edge/hopper_orientation_6.webp',
  'edge/Bush-dog.tif',
  'edge/hopper_bigtiff.tif',
  'edge/exif.avif',
  'edge/rotating-squares.gif',
].map((file) => readFileSync(testPhoto(file)));

/** Damage is only of interest where the headers are. */
const HEADER_BYTES = 16_384;

const original = fc.constantFrom(...originals);
const damage = fc.array(fc.tuple(fc.nat(HEADER_BYTES), fc.integer({ min: 0, max: 255 })), { maxLength: 12 });

test('flipped bytes never throw, never run away and never leave a value that is none', () => {
  fc.assert(
    fc.property(original, damage, (bytes, flips) => {
      const damaged = Buffer.from(bytes);
      for (const [at, value] of flips) if (at < damaged.length) damaged[at] = value;
      expectSoundReading(damaged);
    }),
    { numRuns: 400 },
  );
});

test('a photo that breaks off anywhere is read as far as it goes', () => {
  fc.assert(
    fc.property(original, fc.nat(HEADER_BYTES), (bytes, length) => expectSoundReading(bytes.subarray(0, length))),
    { numRuns: 400 },
  );
});

test('bytes of no sense behind a true signature say nothing', () => {
  const signatures = [
    'ffd8ffe1',
    '89504e470d0a1a0a',
    '52494646ffffff0057454250',
    '49492a0008000000',
    '4d4d002b00080000',
    '474946383961',
  ];
  const signature = fc.constantFrom(...signatures).map((hex) => Buffer.from(hex, 'hex'));
  fc.assert(
    fc.property(signature, fc.uint8Array({ maxLength: 2000 }), (start, rest) =>
      expectSoundReading(Buffer.concat([start, rest])),
    ),
    { numRuns: 400 },
  );
});

function expectSoundReading(bytes: Buffer): void {
  const source = countingSource(bytes);
  const fields = readFields(source);
  expect(source.reads()).toBeLessThan(20_000);
  expect(source.bytesRead()).toBeLessThan(50 * bytes.length + 100_000);
  expect(unsoundValues(fields)).toEqual([]);
}

function unsoundValues(fields: PhotoFields): readonly string[] {
  const isSound = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.length > 0 && value.every(isSound);
    return typeof value === 'number' ? Number.isFinite(value) : typeof value === 'string' && value.trim() !== '';
  };
  return Object.entries(fields).flatMap(([name, value]) => (isSound(value) ? [] : [`${name}: ${String(value)}`]));
}

function countingSource(
  bytes: Buffer,
): ByteSource & { readonly reads: () => number; readonly bytesRead: () => number } {
  const source = memorySource(bytes);
  let reads = 0;
  let bytesRead = 0;
  return {
    sizeBytes: source.sizeBytes,
    read(offset, lengthBytes) {
      const data = source.read(offset, lengthBytes);
      reads += 1;
      bytesRead += data.length;
      return data;
    },
    reads: () => reads,
    bytesRead: () => bytesRead,
  };
}
