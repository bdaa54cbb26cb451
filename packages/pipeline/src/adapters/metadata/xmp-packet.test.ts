import { describe, expect, test } from 'vitest';
import { xmpPacket, xmpText } from '../../fixtures/metadata-blocks.ts';
import { xmpFields } from './xmp-fields.ts';
import { readXmpPacket } from './xmp-packet.ts';

const read = (packet: Buffer) => xmpFields(readXmpPacket(packet));
const title = (text: string) => `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${text}</rdf:li></rdf:Alt></dc:title>`;

describe('forms of XMP', () => {
  test('properties may be attributes', () => {
    const fields = read(xmpPacket('', 'tiff:Make="M &amp; N" exif:FNumber="28/10" photoshop:Headline="a&#10;b"'));
    expect(fields).toEqual({ make: 'M & N', fNumber: 2.8, headline: 'a\nb' });
  });

  test('a prefix means what its namespace says', () => {
    const packet = xmpText(title('x')).replaceAll('dc:', 'D:').replace('xmlns:dc', 'xmlns:D');
    expect(read(Buffer.from(packet)).title).toBe('x');
  });

  test('a misspelt namespace leaves the prefix to say which is meant', () => {
    expect(read(Buffer.from(xmpText(title('x')).replace('elements/1.1/', 'elements/1.0/'))).title).toBe('x');
  });

  test('wrapper, packet marks and byte order mark may be missing or more', () => {
    const bare = xmpText(title('x'))
      .replace(/<\?xpacket.*?\?>/g, '')
      .replace(/<\/?x:xmpmeta[^>]*>/g, '');
    expect(read(Buffer.from(bare)).title).toBe('x');
    expect(read(Buffer.from(`\ufeff${xmpText(title('x'))}\0\0\0`)).title).toBe('x');
  });

  test('UTF-16 of either order', () => {
    const text = Buffer.from(xmpText(title('Grüße 日本')), 'utf16le');
    expect(read(text).title).toBe('Grüße 日本');
    expect(read(Buffer.from(text).swap16()).title).toBe('Grüße 日本');
  });

  test('a value with qualifiers is the value', () => {
    const body = '<photoshop:Headline rdf:parseType="Resource"><rdf:value>v</rdf:value></photoshop:Headline>';
    expect(read(xmpPacket(body)).headline).toBe('v');
  });

  test('fields of a structure are not fields of the photo', () => {
    const body = `<dc:source rdf:parseType="Resource">${title('inner')}</dc:source>${title('outer')}`;
    expect(read(xmpPacket(body)).title).toBe('outer');
  });
});

describe('values of XMP', () => {
  test('the default language first, else no language, else the first there is', () => {
    const alternatives = (...items: readonly string[]) => `<dc:title><rdf:Alt>${items.join('')}</rdf:Alt></dc:title>`;
    const item = (text: string, language?: string) =>
      `<rdf:li${language ? ` xml:lang="${language}"` : ''}>${text}</rdf:li>`;
    expect(read(xmpPacket(alternatives(item('d', 'de'), item('x', 'X-Default')))).title).toBe('x');
    expect(read(xmpPacket(alternatives(item('d', 'de'), item('n')))).title).toBe('n');
    expect(read(xmpPacket(alternatives(item('d', 'de'), item('e', 'en')))).title).toBe('d');
  });

  test('empty items are no keywords', () => {
    const body = '<dc:subject><rdf:Bag><rdf:li/><rdf:li> a </rdf:li><rdf:li></rdf:li></rdf:Bag></dc:subject>';
    expect(read(xmpPacket(body)).keywords).toEqual(['a']);
    expect(read(xmpPacket('<dc:subject><rdf:Bag/></dc:subject>')).keywords).toBeUndefined();
  });

  test('places in degrees and minutes, in decimals, with letters or signs', () => {
    const place = (latitude: string, longitude: string) =>
      read(
        xmpPacket(
          `<exif:GPSLatitude>${latitude}</exif:GPSLatitude><exif:GPSLongitude>${longitude}</exif:GPSLongitude>`,
        ),
      );
    expect(place('41,24.6N', '2,9,36W')).toEqual({ gpsLatitude: 41.41, gpsLongitude: -2.16 });
    expect(place('41.5S', '-2.5')).toEqual({ gpsLatitude: -41.5, gpsLongitude: -2.5 });
    expect(place('91,0N', 'nowhere')).toEqual({});
  });

  test('a time brings its fraction and its offset along', () => {
    const body = '<exif:DateTimeOriginal>2015-08-16T12:22:33.50+02:00</exif:DateTimeOriginal>';
    expect(read(xmpPacket(body))).toEqual({
      dateTimeOriginal: '2015-08-16T12:22:33',
      subSecTimeOriginal: '50',
      offsetTimeOriginal: '+02:00',
    });
  });

  test('bare ampersands and unknown entities are text', () => {
    expect(read(xmpPacket(title('A & B &copy; &lt;3'))).title).toBe('A & B &copy; <3');
  });
});

describe('damaged and hostile XMP', () => {
  test('a packet that breaks off says nothing', () => {
    expect(read(Buffer.from(xmpText(title('x')).slice(0, -50)))).toEqual({});
  });

  test('entities of a DOCTYPE are not expanded', () => {
    const packet = xmpText(title('&bomb;')).replace('<x:xmpmeta', '<!DOCTYPE x [<!ENTITY bomb "boom">]><x:xmpmeta');
    expect(read(Buffer.from(packet)).title).toBe('&bomb;');
  });

  test('elements without end inside each other and errors without end are given up', { timeout: 10_000 }, () => {
    expect(read(xmpPacket('<dc:a>'.repeat(1_000_000)))).toEqual({});
    expect(read(xmpPacket(`<!--${'-'.repeat(4_000_000)}`))).toEqual({});
  });
});
