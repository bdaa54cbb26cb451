import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTestPhoto } from './fixtures/test-photos.ts';
import { JpegError, app1, parseJpeg, spliceMetadata } from './jpeg-segments.ts';

const table = { marker: 0xdb, payload: Uint8Array.of(1, 2, 3) };
const text = { marker: app1, payload: Buffer.from('text') };

describe('a JPEG taken apart', () => {
  test('ends with the picture: what phones append behind it is left out', () => {
    const trailer = Buffer.from('a second picture with its own position');
    const bytes = jpeg([table], Buffer.concat([scan(1, 2), endOfImage, trailer]));
    expect(spliceMetadata(bytes, [])).toEqual(jpeg([table], Buffer.concat([scan(1, 2), endOfImage])));
  });

  test('does not take escaped bytes, restart markers or a table between scans for the end', () => {
    const huffmanWithEnd = segment(0xc4, Uint8Array.of(0xff, 0xd9, 0xff, 0xd9));
    const image = Buffer.concat([scan(0xff, 0x00, 0xff, 0xd0, 7), huffmanWithEnd, scan(0xff, 0xff), endOfImage]);
    expect(Buffer.from(parseJpeg(jpeg([table], image)).image)).toEqual(image);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47)],
    ['a file cut in a segment', jpeg([table], Buffer.alloc(0)).subarray(0, 6)],
    ['a file without a scan', jpeg([table], Buffer.alloc(0))],
    ['a file cut in its scan', jpeg([table], scan(1, 2, 3))],
    ['a file that ends before its first scan', jpeg([table], endOfImage)],
    [
      'metadata between scans',
      jpeg([table], Buffer.concat([scan(1), segment(app1, text.payload), scan(1), endOfImage])),
    ],
    ['a segment shorter than its own length', Uint8Array.of(0xff, 0xd8, 0xff, 0xdb, 0, 1, 0xff, 0xda)],
  ])('refuses %s in words', (_what, bytes) => {
    expect(() => parseJpeg(bytes)).toThrow(JpegError);
  });

  test.each(['edge/cookiezen.jpg', 'photos/vivo-x90pro.jpg', 'photos/craft-beer.jpg', 'edge/Landscape_6.jpg'])(
    'gives back the picture of %s',
    async (path) => {
      const bytes = await readTestPhoto(path);
      const { image } = parseJpeg(bytes);
      expect(Buffer.from(bytes).includes(Buffer.from(image))).toBe(true);
      expect([...image.subarray(0, 2), ...image.subarray(-2)]).toEqual([0xff, 0xda, 0xff, 0xd9]);
    },
  );
});

describe('splicing metadata', () => {
  test('keeps JFIF first, then ours, then profile, colour transform and tables in their order; drops the rest', () => {
    const jfif = { marker: 0xe0, payload: Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\0\0', 'latin1') };
    const profile = { marker: 0xe2, payload: Buffer.from('ICC_PROFILE\0\x01\x01') };
    const adobe = { marker: 0xee, payload: Buffer.from('Adobe\0d') };
    const dropped = [
      { marker: app1, payload: Buffer.from('Exif\0\0serial') },
      { marker: 0xe0, payload: Buffer.from('JFXX\0\x10') },
      { marker: 0xe2, payload: Buffer.from('MPF\0') },
      { marker: 0xed, payload: Buffer.from('Photoshop 3.0\0owner') },
      { marker: 0xee, payload: Buffer.from('Other') },
      { marker: 0xef, payload: Buffer.from('x') },
      { marker: 0xfe, payload: Buffer.from('comment') },
    ];
    const image = Buffer.concat([scan(5), endOfImage]);
    const before = jpeg([...dropped, adobe, jfif, table, profile], image);
    expect(spliceMetadata(before, [text])).toEqual(jpeg([jfif, text, adobe, table, profile], image));
  });

  test('drops a JFIF segment with a thumbnail, which shows the picture as it once was', () => {
    const thumbnailed = { marker: 0xe0, payload: latin1('JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01rgb') };
    const image = Buffer.concat([scan(5), endOfImage]);
    expect(spliceMetadata(jpeg([thumbnailed, table], image), [])).toEqual(jpeg([table], image));
  });

  test('refuses metadata that no segment can hold', () => {
    const image = Buffer.concat([scan(5), endOfImage]);
    const large = { marker: app1, payload: new Uint8Array(65_534) };
    expect(() => spliceMetadata(jpeg([table], image), [large])).toThrow('65533 is the most');
  });

  test('done twice equals done once, and never changes tables or pixels', () => {
    const anySegment = fc.record({
      marker: fc.constantFrom(0xdb, 0xc0, 0xc4, 0xdd, 0xe0, 0xe1, 0xe2, 0xed, 0xee, 0xfe),
      payload: fc.oneof(
        fc.uint8Array({ maxLength: 40 }),
        fc
          .constantFrom('JFIF\0......\0\0', 'JFIF\0.......\x10\x10', 'ICC_PROFILE\0..', 'Adobe..', 'Exif\0\0..')
          .map(latin1),
      ),
    });
    const entropyCoded = fc.array(fc.integer({ min: 0, max: 0xfe }), { maxLength: 50 });
    fc.assert(
      fc.property(
        fc.array(anySegment, { maxLength: 12 }),
        entropyCoded,
        fc.uint8Array(),
        (segments, pixels, payload) => {
          const bytes = jpeg(segments, Buffer.concat([scan(...pixels), endOfImage]));
          const once = spliceMetadata(bytes, [{ marker: app1, payload }]);
          expect(spliceMetadata(once, [{ marker: app1, payload }])).toEqual(once);
          expect(tablesOf(once)).toEqual(tablesOf(bytes));
          expect(parseJpeg(once).image).toEqual(parseJpeg(bytes).image);
        },
      ),
    );
  });
});

const endOfImage = Buffer.of(0xff, 0xd9);

function jpeg(segments: readonly { marker: number; payload: Uint8Array }[], image: Uint8Array): Uint8Array {
  const parts = segments.map(({ marker, payload }) => segment(marker, payload));
  return Buffer.concat([Uint8Array.of(0xff, 0xd8), ...parts, image]);
}

function segment(marker: number, payload: Uint8Array): Buffer {
  const length = payload.length + 2;
  return Buffer.concat([Uint8Array.of(0xff, marker, length >> 8, length & 0xff), payload]);
}

function scan(...entropyCoded: readonly number[]): Buffer {
  return Buffer.concat([segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)), Uint8Array.from(entropyCoded)]);
}

function tablesOf(bytes: Uint8Array) {
  return parseJpeg(bytes)
    .segments.filter(({ marker }) => marker < 0xe0)
    .map(({ marker, payload }) => ({ marker, payload: Buffer.from(payload) }));
}

function latin1(characters: string): Uint8Array {
  return Buffer.from(characters, 'latin1');
}
