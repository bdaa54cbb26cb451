import { expect, test } from 'vitest';
import { ascii, exifSegment, jpegWith, long, rationals, short, tiffStructure } from '../../fixtures/metadata-blocks.ts';
import { memorySource } from './byte-source.ts';
import { readFields } from './read-photo-fields.ts';

const size = { widthPx: 8, heightPx: 16 };
const read = (parts: Parameters<typeof tiffStructure>[0]) =>
  readFields(memorySource(jpegWith(exifSegment(tiffStructure(parts)))));

test('camera, lens and time come from their own directories', () => {
  const fields = read({
    ifd0: [ascii(0x10f, 'Canon'), ascii(0x110, 'Canon EOS R5m2 '), short(0x112, 6)],
    exif: [
      ascii(0x9003, '2025:06:01 12:30:59'),
      ascii(0x9011, '+02:00'),
      ascii(0x9291, '07'),
      rationals(0x829a, 1, 250),
      rationals(0x829d, 28, 10),
      short(0x8827, 100),
      rationals(0x920a, 70, 1),
      short(0xa405, 70),
      ascii(0xa434, 'RF24-70mm F2.8 L IS USM'),
    ],
  });
  expect(fields).toEqual({
    ...size,
    make: 'Canon',
    model: 'Canon EOS R5m2',
    orientation: 6,
    dateTimeOriginal: '2025-06-01T12:30:59',
    offsetTimeOriginal: '+02:00',
    subSecTimeOriginal: '07',
    exposureTimeSeconds: 1 / 250,
    fNumber: 2.8,
    iso: 100,
    focalLengthMm: 70,
    focalLengthIn35mmFormatMm: 70,
    lensModel: 'RF24-70mm F2.8 L IS USM',
  });
});

test('what is broken says nothing: an orientation of 9, quotients of zero, a day without a calendar, blanks', () => {
  const fields = read({
    ifd0: [short(0x112, 9), ascii(0x10f, '   ')],
    exif: [rationals(0x829d, 0, 0), rationals(0x829a, 1, 0), ascii(0x9003, '2023:02:29 10:00:00')],
  });
  expect(fields).toEqual(size);
});

test('south and west are negative', () => {
  const gps = [ascii(1, 'S'), rationals(2, 33, 1, 30, 1, 36, 1), ascii(3, 'W'), rationals(4, 70, 1, 45, 1, 0, 1)];
  const { gpsLatitude, gpsLongitude } = read({ gps });
  expect(gpsLatitude).toBeCloseTo(-33.51, 10);
  expect(gpsLongitude).toBeCloseTo(-70.75, 10);
});

test('a place without its hemisphere, out of range or of no numbers is no place', () => {
  expect(read({ gps: [rationals(2, 33, 1), rationals(4, 70, 1)] })).toEqual(size);
  expect(read({ gps: [ascii(1, 'N'), rationals(2, 91, 1), ascii(3, 'E'), rationals(4, 181, 1)] })).toEqual(size);
  expect(read({ gps: [ascii(1, 'N'), rationals(2, 0, 0, 0, 0, 0, 0)] })).toEqual(size);
});

test('text that is not UTF-8 is read as Windows-1252', () => {
  expect(read({ ifd0: [ascii(0x10e, 'Gr\u00fc\u00dfe \u0096 \u00a9')] }).description).toBe('Grüße – ©');
});

test('several artists are several creators, also one with a semicolon in the name', () => {
  expect(read({ ifd0: [ascii(0x13b, 'Ann; "Bob; ""B"" & Sons"; Carl')] }).creator).toEqual([
    'Ann',
    'Bob; "B" & Sons',
    'Carl',
  ]);
});

test('the notices of photographer and editor are two lines', () => {
  expect(read({ ifd0: [ascii(0x8298, 'Ann \0Bob')] }).copyrightNotice).toBe('Ann\nBob');
  expect(read({ ifd0: [ascii(0x8298, ' \0Bob')] }).copyrightNotice).toBe('Bob');
});

test('a directory that points to itself is read once', () => {
  const looping = tiffStructure({ ifd0: [ascii(0x10f, 'Loop'), long(0x8769, 8), long(0x8825, 8)] });
  expect(readFields(memorySource(jpegWith(exifSegment(looping))))).toEqual({ ...size, make: 'Loop' });
});

test('a value outside the data is absent and takes no other with it', () => {
  const far = { tag: 0x10f, type: 2, bytes: Buffer.from('Nikon'), count: 200 };
  expect(read({ ifd0: [far, ascii(0x110, 'Still here')] })).toEqual({ ...size, model: 'Still here' });
});

test('of two EXIF blocks the later one counts, except for what exiftool trusts least', () => {
  const block = (make: string, orientation: number) =>
    exifSegment(tiffStructure({ ifd0: [ascii(0x10f, make), short(0x112, orientation)] }));
  const { make, orientation } = readFields(memorySource(jpegWith(block('First', 3), block('Second', 8))));
  expect([make, orientation]).toEqual(['Second', 3]);
});
