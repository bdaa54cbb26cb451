import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PublishedPhoto } from '@proofline/domain/published-photo.ts';
import { embedText } from './embed-text.ts';
import { exiftoolIsInstalled, readWithExiftool, validateWithExiftool } from './fixtures/exiftool.ts';
import { examplePhoto } from './fixtures/published-photo.ts';
import { readTestPhoto } from './fixtures/test-photos.ts';
import { parseJpeg } from './jpeg-segments.ts';

/** A phone's file: position, offset time, maker notes, ICC profile. */
const phonePhoto = 'photos/vivo-x90pro.jpg';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proofline-embed-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('embedding text', () => {
  test('leaves the compressed pixels byte for byte', async () => {
    const before = await readTestPhoto(phonePhoto);
    expect(Buffer.compare(parseJpeg(embedText(before, examplePhoto())).image, parseJpeg(before).image)).toBe(0);
  });

  test('gives the same bytes for the same photo, also over a file that already has the text', async () => {
    const once = embedText(await readTestPhoto(phonePhoto), examplePhoto());
    const again = embedText(once, examplePhoto());
    expect(Buffer.compare(once, again)).toBe(0);
  });

  test('refuses text that a JPEG cannot carry instead of cutting it', async () => {
    const jpeg = await readTestPhoto(phonePhoto);
    const photo = examplePhoto({ keywords: ['ж'.repeat(40_000)] });
    expect(() => embedText(jpeg, photo)).toThrow(/takes 8\d{4} bytes as XMP .* nothing was sent/);
  });

  test('has room for the longest text that a reviewer can write', async () => {
    const photo = examplePhoto({
      caption: '&'.repeat(2000),
      altText: '&'.repeat(1000),
      headline: '&'.repeat(256),
      keywords: Array.from({ length: 100 }, () => '&'.repeat(64)),
    });
    expect(embedText(await readTestPhoto(phonePhoto), photo).length).toBeGreaterThan(0);
  });
});

const withoutExiftool = !exiftoolIsInstalled();
if (withoutExiftool && process.env['CI'] !== undefined) throw new Error('exiftool is missing; CI must have it');
if (withoutExiftool) console.warn('SKIPPED: exiftool is not installed, so embedded metadata is not read back');

describe.skipIf(withoutExiftool)('exiftool reads in the published file', () => {
  test('every text field, word for word, whatever the script', async () => {
    const texts = {
      caption: 'Line one: “quotes” & <tags> \'single\' "double"\nline two — naïve café, ベルリン, 😀👨‍👩‍👧',
      altText: 'Ein Schild: „Größe“ & ]]> — بحر',
      headline: 'Überschrift <1>',
      keywords: ['Zürich', 'sea & sky', '東京', 'a, b; c', '🌅'],
      creator: 'Zoë O’Brien & Søn',
      copyrightNotice: '© 2025 Zoë – all rights reserved',
    };
    expect(await readBack({ ...texts })).toMatchObject({
      'XMP-dc:Title': examplePhoto().fileName.replace('.JPG', ''),
      'XMP-dc:Description': texts.caption,
      'XMP-iptcCore:AltTextAccessibility': texts.altText,
      'XMP-photoshop:Headline': texts.headline,
      'XMP-dc:Subject': texts.keywords,
      'XMP-dc:Creator': [texts.creator],
      'XMP-dc:Rights': texts.copyrightNotice,
      'IFD0:ImageDescription': texts.caption,
      'IFD0:Artist': texts.creator,
      'IFD0:Copyright': texts.copyrightNotice,
    });
  });

  test('a keyword alone as a list and a carriage return as itself', async () => {
    const read = await readBack({ keywords: ['alone'], caption: 'one\r\ntwo' });
    expect(read).toMatchObject({ 'XMP-dc:Subject': ['alone'], 'XMP-dc:Description': 'one\r\ntwo' });
  });

  test('characters that XML and EXIF cannot carry as spaces', async () => {
    const read = await readBack({ caption: 'a\u0000b\u000bc\ud800d\ufffee' });
    expect(read).toMatchObject({
      'XMP-dc:Description': 'a b c\ufffdd e',
      'IFD0:ImageDescription': 'a b c\ufffdd e',
    });
  });

  test('capture time, camera, lens and exposure', async () => {
    expect(await readBack({})).toMatchObject({
      'XMP-photoshop:DateCreated': '2025:01:31 08:05:09+01:00',
      'ExifIFD:DateTimeOriginal': '2025:01:31 08:05:09',
      'ExifIFD:OffsetTimeOriginal': '+01:00',
      'IFD0:Make': 'Canon',
      'IFD0:Model': 'Canon EOS R5m2',
      'IFD0:Orientation': 1,
      'ExifIFD:LensModel': 'RF24-105mm F4 L IS USM',
      'ExifIFD:ExposureTime': 0.004,
      'ExifIFD:FNumber': 4,
      'ExifIFD:ISO': 100,
      'ExifIFD:FocalLength': 35.9,
      'ExifIFD:FocalLengthIn35mmFormat': 36,
      'ExifIFD:ColorSpace': 1,
      'ExifIFD:ExifImageWidth': 1500,
      'ExifIFD:ExifImageHeight': 1000,
    });
  });

  test('a time without an offset as a time without an offset', async () => {
    const read = await readBack({ offsetTimeOriginal: null });
    expect(read).toMatchObject({ 'XMP-photoshop:DateCreated': '2025:01:31 08:05:09' });
    expect(read).not.toHaveProperty('ExifIFD:OffsetTimeOriginal');
  });

  test('an ISO speed above what the plain tag holds', async () => {
    const read = await readBack({ iso: 204_800 });
    expect(read).toMatchObject({ 'ExifIFD:ISO': 65_535, 'ExifIFD:RecommendedExposureIndex': 204_800 });
  });

  test('nothing of what the original said that is not on the list', async () => {
    const allowed =
      /^(SourceFile|ExifTool|System|File|ICC.*|JFIF|IFD0|ExifIFD|XMP-(x|dc|photoshop|iptcCore)|Composite)(:|$)/;
    const read = await readBack({ make: null, model: null, lensModel: null, dateTimeOriginal: null });
    expect(Object.keys(read).filter((tag) => !allowed.test(tag))).toEqual([]);
    const personal = /serial|owner|maker|gps|software|uniqueid|thumbnail|preview|Make$|Model$/i;
    const ours = (tag: string) => !/^(ICC|SourceFile|File:)/.test(tag);
    expect(Object.keys(read).filter((tag) => ours(tag) && personal.test(tag))).toEqual([]);
  });

  test('no position unless the photo carries one out, and then the right one', async () => {
    expect(Object.keys(await readBack({})).filter((tag) => /gps/i.test(tag))).toEqual([]);
    const read = await readBack({ gps: { latitude: -33.856_784, longitude: -151.215_297 } });
    expect(read['Composite:GPSLatitude']).toBeCloseTo(-33.856_784, 6);
    expect(read['Composite:GPSLongitude']).toBeCloseTo(-151.215_297, 6);
  });

  test('the colour profile that the approved image had', async () => {
    const bytes = await readTestPhoto(phonePhoto);
    const before = await readBytes(bytes, 'before');
    const after = await readBack({});
    const profile = (read: Readonly<Record<string, unknown>>) =>
      Object.fromEntries(Object.entries(read).filter(([tag]) => tag.startsWith('ICC')));
    expect(profile(before)).toHaveProperty('ICC_Profile:ProfileDescription');
    expect(profile(after)).toEqual(profile(before));
  });

  test('a file without faults', async () => {
    const file = join(folder, 'valid.jpg');
    const photo = examplePhoto({ gps: { latitude: 52.37, longitude: 4.9 } });
    await writeFile(file, embedText(await readTestPhoto('edge/Landscape_6.jpg'), photo));
    expect(await validateWithExiftool(file)).toBe('OK');
  });
});

async function readBack(overrides: Partial<PublishedPhoto>) {
  return readBytes(embedText(await readTestPhoto(phonePhoto), examplePhoto(overrides)), 'after');
}

async function readBytes(bytes: Uint8Array, name: string) {
  const file = join(folder, `${name}.jpg`);
  await writeFile(file, bytes);
  return readWithExiftool(file);
}
