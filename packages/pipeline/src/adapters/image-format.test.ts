import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testPhoto } from '../fixtures/test-photos.ts';
import { HEAD_BYTES, imageFormatOf } from './image-format.ts';

async function formatOf(path: string, extension = '') {
  return imageFormatOf((await readFile(testPhoto(path))).subarray(0, HEAD_BYTES), extension);
}

test.each([
  ['photos/vivo-x90pro.jpg', 'decodable', 'JPEG'],
  ['edge/frozenpond.mpo', 'decodable', 'JPEG'],
  ['edge/png-named.jpg', 'decodable', 'PNG'],
  ['edge/denali.webp', 'decodable', 'WebP'],
  ['edge/rotating-squares.gif', 'decodable', 'GIF'],
  ['edge/tif.tif', 'decodable', 'TIFF'],
  ['edge/hopper_bigtiff.tif', 'decodable', 'TIFF'],
  ['edge/8bit-sRGB.avif', 'decodable', 'AVIF'],
  ['edge/colors-animated-8bpc.avif', 'animated', 'AVIF'],
  ['edge/IMG_2682.heic', 'unsupported', 'HEIC'],
  ['edge/sample.cr2', 'camera-raw', 'Canon CR2'],
  ['edge/canon-r6.cr3', 'camera-raw', 'Canon CR3'],
  ['edge/sample.dng', 'camera-raw', 'TIFF-based raw'],
])('%s is told as %s %s by its content alone', async (path, kind, name) => {
  expect(await formatOf(path)).toEqual({ kind, name });
});

test('a raw file that is shaped like a TIFF is told by its extension', async () => {
  expect(await formatOf('edge/sample.arw', '.ARW')).toMatchObject({ kind: 'camera-raw' });
  expect(await formatOf('edge/tif.tif', '.tif')).toMatchObject({ kind: 'decodable' });
});

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

test.each([
  ['BMP', bytes('BM', Array(12).fill(0), [40, 0, 0, 0])],
  ['JPEG 2000', bytes([0, 0, 0, 12], 'jP  \r\n\x87\n')],
  ['JPEG XL', bytes([0, 0, 0, 12], 'JXL \r\n\x87\n')],
  ['JPEG XL', bytes([0xff, 0x0a, 0xfa])],
  ['Photoshop PSD', bytes('8BPS', [0, 1])],
])('%s is known and told as unsupported', (name, head) => {
  expect(imageFormatOf(head)).toEqual({ kind: 'unsupported', name });
});

test.each([
  ['Fujifilm RAF', bytes('FUJIFILMCCD-RAW 0201')],
  ['Olympus ORF', bytes('IIRO', [8, 0, 0, 0])],
  ['Panasonic RW2', bytes('IIU\0', [24, 0, 0, 0])],
  ['Canon CRW', bytes('II', [26, 0, 0, 0], 'HEAPCCDR')],
])('%s is told as a camera raw', (name, head) => {
  expect(imageFormatOf(head)).toEqual({ kind: 'camera-raw', name });
});

test.each([
  ['an empty file', Buffer.alloc(0)],
  ['a text that starts with BM', bytes('BM is a pair of letters')],
  ['a sidecar', bytes('<?xpacket begin=""?><x:xmpmeta/>')],
  ['a PDF', bytes('%PDF-1.7')],
  ['a video', bytes([0, 0, 0, 24], 'ftypisom', [0, 0, 2, 0], 'isommp42')],
])('%s is no image', (_, head) => {
  expect(imageFormatOf(head)).toBeUndefined();
});

test('no content makes it fail, however short or broken', () => {
  const magics = ['II*\0', 'MM\0*', '\0\0\0\x18ftyp', 'BM', 'RIFF', '\x89PNG\r\n\x1a\n', ''];
  fc.assert(
    fc.property(fc.constantFrom(...magics), fc.uint8Array({ maxLength: 64 }), (magic, rest) => {
      expect(() => imageFormatOf(bytes(magic, [...rest]))).not.toThrow();
    }),
  );
});
