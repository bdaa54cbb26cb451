import { describe, expect, test } from 'vitest';
import {
  ascii,
  exifSegment,
  iptcDataSet,
  jpegSegment,
  jpegWith,
  photoshopResource,
  photoshopSegment,
  tiffStructure,
  xmpPacket,
  xmpSegment,
} from '../../../fixtures/metadata-blocks.ts';
import { memorySource } from '../byte-source.ts';
import { readFields } from '../read-photo-fields.ts';

const size = { widthPx: 8, heightPx: 16 };
const read = (...segments: readonly Buffer[]) => readFields(memorySource(jpegWith(...segments)));
const exif = exifSegment(tiffStructure({ ifd0: [ascii(0x10f, 'Leica')] }));
const iptc = (...dataSets: readonly Buffer[]) => photoshopResource(0x0404, Buffer.concat(dataSets));

describe('segments of a JPEG', () => {
  test('metadata is found after the frame header, too', () => {
    const bytes = jpegWith();
    const scanAt = bytes.lastIndexOf(Buffer.from([0xff, 0xda]));
    const moved = Buffer.concat([bytes.subarray(0, scanAt), exif, bytes.subarray(scanAt)]);
    expect(readFields(memorySource(moved))).toEqual({ ...size, make: 'Leica' });
  });

  test('rubbish before, between and inside headers is passed over', () => {
    expect(read(photoshopSegment(iptc()), Buffer.from('rubbish'), exif, Buffer.from([0xff, 0xff])).make).toBe('Leica');
    expect(readFields(memorySource(Buffer.concat([Buffer.from('a foreign header'), jpegWith(exif)]))).make).toBe(
      'Leica',
    );
    const tiff = tiffStructure({ ifd0: [ascii(0x10f, 'Leica')] });
    expect(read(jpegSegment(0xe1, 'junkExif\0\0', tiff)).make).toBe('Leica');
    expect(read(jpegSegment(0xe1, 'exif\0\0', tiff)).make).toBe('Leica');
  });

  test('EXIF of several segments is one', () => {
    const tiff = tiffStructure({ ifd0: [ascii(0x10e, 'L'.repeat(65_000)), ascii(0x13b, 'Ann')] });
    const parts = [exifSegment(tiff.subarray(0, 60_000)), exifSegment(tiff.subarray(60_000))];
    expect(read(...parts).creator).toEqual(['Ann']);
  });

  test('Photoshop resources of several segments are one', () => {
    const resources = iptc(
      iptcDataSet(2, 116, 'x'.repeat(30_000)),
      iptcDataSet(2, 5, 'y'.repeat(30_000)),
      iptcDataSet(2, 105, 'end'),
    );
    const parts = [photoshopSegment(resources.subarray(0, 50_000)), photoshopSegment(resources.subarray(50_000))];
    expect(read(...parts).headline).toBe('end');
  });

  test('what the compressed picture contains is not metadata', () => {
    expect(readFields(memorySource(Buffer.concat([jpegWith(), exif])))).toEqual(size);
  });
});

describe('extended XMP', () => {
  const guid = '0123456789ABCDEF0123456789ABCDEF';
  const packet = xmpPacket('<dc:description>from the extension</dc:description>');
  const whole = Buffer.concat([packet, Buffer.alloc(400, ' ')]);
  const middle = packet.length + 100;
  const main = (pointsTo: string) =>
    xmpSegment(xmpPacket(`<xmpNote:HasExtendedXMP>${pointsTo}</xmpNote:HasExtendedXMP>`));
  const part = (from: number, to: number) => {
    const place = Buffer.alloc(8);
    place.writeUInt32BE(whole.length, 0);
    place.writeUInt32BE(from, 4);
    return jpegSegment(0xe1, 'http://ns.adobe.com/xmp/extension/\0', guid, place, whole.subarray(from, to));
  };

  test('is put together in any order', () => {
    expect(read(part(middle, whole.length), main(guid), part(0, middle)).description).toBe('from the extension');
  });

  test('counts only whole and when a packet points to it', () => {
    expect(read(main(guid), part(0, middle))).toEqual(size);
    expect(read(main(guid.replace('0', 'F')), part(0, middle), part(middle, whole.length))).toEqual(size);
  });
});

describe('IPTC', () => {
  const read2 = (...dataSets: readonly Buffer[]) => read(photoshopSegment(iptc(...dataSets)));

  test('is UTF-8 where it says so and Windows-1252 where it does not', () => {
    expect(read2(iptcDataSet(1, 90, '\u001b%G'), iptcDataSet(2, 5, 'Ålesund “x”', 'utf8')).title).toBe('Ålesund “x”');
    expect(read2(iptcDataSet(2, 5, '\u00c5lesund \u0093x\u0094')).title).toBe('Ålesund “x”');
    expect(read2(iptcDataSet(2, 5, 'Ålesund', 'utf8')).title).toBe('Ã…lesund');
  });

  test('lists stay lists, of single values the last counts', () => {
    const fields = read2(
      iptcDataSet(2, 25, 'a'),
      iptcDataSet(2, 25, 'b'),
      iptcDataSet(2, 5, 'one'),
      iptcDataSet(2, 5, 'two'),
    );
    expect(fields).toEqual({ ...size, keywords: ['a', 'b'], title: 'two' });
  });

  test('a day needs a time of day to be a moment', () => {
    const day = iptcDataSet(2, 55, '20200723');
    expect(read2(day)).toEqual(size);
    expect(read2(day, iptcDataSet(2, 60, '113220-0330'))).toEqual({
      ...size,
      dateTimeOriginal: '2020-07-23T11:32:20',
      offsetTimeOriginal: '-03:30',
    });
  });

  test('a length beyond the block ends the reading', () => {
    const cut = Buffer.concat([iptcDataSet(2, 5, 'kept'), Buffer.from([0x1c, 2, 105, 0x7f, 0xff, 0x41])]);
    expect(read(photoshopSegment(photoshopResource(0x0404, cut)))).toEqual({ ...size, title: 'kept' });
  });
});
