import { crc32, deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ascii, iptcDataSet, photoshopResource, tiffStructure, xmpPacket } from '../../../fixtures/metadata-blocks.ts';
import { memorySource } from '../byte-source.ts';
import { readFields } from '../read-photo-fields.ts';

const size = { widthPx: 3, heightPx: 2 };
const tiff = tiffStructure({ ifd0: [ascii(0x10f, 'Nikon')] });

test('EXIF may be a chunk of its own, with the header of a JPEG or without', () => {
  expect(read(chunk('eXIf', tiff))).toEqual({ ...size, make: 'Nikon' });
  expect(read(chunk('eXIf', 'Exif\0\0', tiff))).toEqual({ ...size, make: 'Nikon' });
});

test('raw profiles carry EXIF, XMP and IPTC', () => {
  expect(read(packedProfile('exif', Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]))).make).toBe('Nikon');
  const packet = xmpPacket('<dc:title>t</dc:title>');
  expect(
    read(packedProfile('APP1', Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), packet]))).title,
  ).toBe('t');
  expect(read(packedProfile('iptc', photoshopResource(0x0404, iptcDataSet(2, 105, 'h')))).headline).toBe('h');
  expect(read(packedProfile('iptc', iptcDataSet(2, 105, 'h'))).headline).toBe('h');
});

test('plain text fills what no standard says', () => {
  const text = [chunk('tEXt', 'Title\0T\u00fc'), chunk('iTXt', 'Author\0\0\0en\0Autor\0', Buffer.from('Zoë'))];
  expect(read(...text)).toEqual({ ...size, title: 'Tü', creator: ['Zoë'] });
});

test('a chunk after the picture counts, one that breaks off does not', () => {
  expect(read(chunk('IDAT', 'x'), chunk('tEXt', 'Title\0late')).title).toBe('late');
  const bytes = png(chunk('tEXt', 'Title\0cut'));
  expect(readFields(memorySource(bytes.subarray(0, -14)))).toEqual(size);
});

test('text that would unpack beyond all measure is not unpacked, nor is text after too many', () => {
  const bomb = chunk('zTXt', 'Raw profile type exif\0\0', deflateSync(Buffer.alloc(64 * 1024 * 1024, ' ')));
  const profile = packedProfile('exif', tiff);
  expect(read(bomb, bomb, profile)).toEqual({ ...size, make: 'Nikon' });
  const damaged = Array.from({ length: 64 }, () => chunk('zTXt', 'Raw profile type exif\0\0', 'no deflated data'));
  expect(read(...damaged, profile)).toEqual(size);
});

const read = (...chunks: readonly Buffer[]) => readFields(memorySource(png(...chunks)));

function png(...chunks: readonly Buffer[]): Buffer {
  const header = chunk('IHDR', Buffer.from([0, 0, 0, 3, 0, 0, 0, 2, 8, 6, 0, 0, 0]));
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), header, ...chunks, chunk('IEND')]);
}

function chunk(type: string, ...parts: readonly (string | Buffer)[]): Buffer {
  const data = Buffer.concat(
    [type, ...parts].map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
  );
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length - 4, 0);
  frame.writeUInt32BE(crc32(data), 4);
  return Buffer.concat([frame.subarray(0, 4), data, frame.subarray(4)]);
}

function packedProfile(kind: string, profile: Buffer): Buffer {
  const text = `\n${kind}\n${String(profile.length).padStart(8)}\n${profile.toString('hex').replace(/.{72}/g, '$&\n')}\n`;
  return chunk('zTXt', `Raw profile type ${kind}\0\0`, deflateSync(Buffer.from(text)));
}
