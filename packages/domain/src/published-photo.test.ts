import { describe, expect, test } from 'vitest';
import { noMetadata } from './photo-metadata.ts';
import { composePublishedPhoto, sitePaths } from './published-photo.ts';
import type { PublicationSettings, PublishedPhotoParts } from './published-photo.ts';
import { assess } from './quality.ts';
import type { Rendition, RenditionKind } from './rendition.ts';

const settings: PublicationSettings = {
  publicUrlBase: null,
  creator: null,
  copyrightNotice: null,
  publishGps: false,
  naming: { fallbackYear: 'Undated' },
};

const rendition = (kind: RenditionKind, widthPx: number, heightPx: number): Rendition => ({
  kind,
  path: `work/${kind}`,
  sha256: kind.padEnd(64, '0'),
  bytes: 1000,
  widthPx,
  heightPx,
});

const parts: PublishedPhotoParts = {
  photo: { id: 7, originalFileName: 'IMG_0001.JPG' },
  set: { folderKey: 'nature', location: 'Amsterdam Netherlands' },
  fileName: 'Frozen_Lake_2025_001.JPG',
  metadata: {
    file: {
      make: 'Canon',
      model: 'Canon EOS R5m2',
      lensModel: 'RF24-70mm F2.8 L IS USM',
      dateTimeOriginal: '2025-01-12T09:30:00',
      offsetTimeOriginal: '+01:00',
      fNumber: 4,
      exposureTimeSeconds: 0.004,
      iso: 100,
      focalLengthMm: 35,
      gpsLatitude: 52.37,
      gpsLongitude: 4.89,
      creator: ['Somebody', 'Somebody Else'],
      copyrightNotice: 'of the file',
      description: 'OLYMPUS DIGITAL CAMERA',
    },
    inferred: { description: 'A drafted caption', altTextAccessibility: 'A drafted alt text', keywords: ['lake'] },
    person: { description: 'Skaters on the lake' },
  },
  renditions: [rendition('web', 1500, 1000), rendition('web-thumb', 548, 365), rendition('luma-plane', 2048, 1365)],
  quality: assess(
    (['blurScore', 'brightnessScore', 'contrastScore'] as const).map((measure) => ({
      measure,
      value: 6,
      origin: 'measured',
      meter: 'test',
      meterVersion: '1',
    })),
  ),
};

describe('the photo as it would be published', () => {
  test('holds every field in its published value', () => {
    expect(composePublishedPhoto(parts, settings)).toEqual({
      fileName: 'Frozen_Lake_2025_001.JPG',
      originalFileName: 'IMG_0001.JPG',
      folderKey: 'nature',
      year: '2025',
      web: { sha256: 'web'.padEnd(64, '0'), widthPx: 1500, heightPx: 1000 },
      thumb: { sha256: 'web-thumb'.padEnd(64, '0'), widthPx: 548, heightPx: 365 },
      webUrl: '2025/nature/Frozen_Lake_2025_001.JPG',
      thumbUrl: '2025/thumbs/nature/Frozen_Lake_2025_001.JPG',
      caption: 'Skaters on the lake',
      altText: 'A drafted alt text',
      keywords: ['lake'],
      headline: null,
      creator: 'Somebody, Somebody Else',
      copyrightNotice: 'of the file',
      location: 'Amsterdam Netherlands',
      dateTimeOriginal: '2025-01-12T09:30:00',
      offsetTimeOriginal: '+01:00',
      camera: 'Canon_EOS_R5_Mark_II',
      make: 'Canon',
      model: 'Canon EOS R5m2',
      lensModel: 'RF24-70mm F2.8 L IS USM',
      fNumber: 4,
      exposureTimeSeconds: 0.004,
      iso: 100,
      focalLengthMm: 35,
      focalLengthIn35mmFormatMm: null,
      gps: null,
      rating: 6,
      band: 'Average',
      measurements: {
        blurScore: 6,
        brightnessScore: 6,
        contrastScore: 6,
        nimaScore: 6,
        brisqueScore: expect.closeTo(40, 9),
        clipAestheticScore: expect.closeTo(6, 9),
      },
    });
  });

  test('a photo about which nothing is known has gaps, not inventions', () => {
    const published = composePublishedPhoto({ ...parts, metadata: noMetadata, quality: null }, settings);
    expect(published).toMatchObject({
      year: 'Undated',
      caption: '',
      altText: '',
      keywords: [],
      camera: null,
      dateTimeOriginal: null,
      rating: null,
      band: 'NA',
      measurements: {},
      webUrl: 'Undated/nature/Frozen_Lake_2025_001.JPG',
    });
    expect(Object.values(published)).not.toContain(undefined);
  });

  test('positions leave only when the switch says so', () => {
    expect(composePublishedPhoto(parts, { ...settings, publishGps: true }).gps).toEqual({
      latitude: 52.37,
      longitude: 4.89,
    });
    const half = { ...parts, metadata: { ...noMetadata, file: { gpsLatitude: 52.37 } } };
    expect(composePublishedPhoto(half, { ...settings, publishGps: true }).gps).toBeNull();
  });

  test('creator and copyright of the settings win over the file and give way to a person', () => {
    const own = { ...settings, creator: 'The House', copyrightNotice: '© The House' };
    expect(composePublishedPhoto(parts, own)).toMatchObject({ creator: 'The House', copyrightNotice: '© The House' });
    const written = {
      ...parts,
      metadata: { ...parts.metadata, person: { creator: ['A Guest'], copyrightNotice: '© A Guest' } },
    };
    expect(composePublishedPhoto(written, own)).toMatchObject({ creator: 'A Guest', copyrightNotice: '© A Guest' });
  });

  test("a person's rating overrides the computed one, and the band follows", () => {
    const rated = { ...parts, metadata: { ...parts.metadata, person: { qualityRating: 7.5 } } };
    expect(composePublishedPhoto(rated, settings)).toMatchObject({
      rating: 7.5,
      band: 'Top',
      measurements: { blurScore: 6 },
    });
  });

  test('addresses are percent-encoded segment by segment', () => {
    const abroad = { ...parts, fileName: '東京_001.JPG', set: { ...parts.set, folderKey: 'night life' } };
    const { webUrl, thumbUrl } = composePublishedPhoto(abroad, {
      ...settings,
      publicUrlBase: 'https://example.org/pic/',
    });
    expect(webUrl).toBe('https://example.org/pic/2025/night%20life/%E6%9D%B1%E4%BA%AC_001.JPG');
    expect(thumbUrl).toBe('https://example.org/pic/2025/thumbs/night%20life/%E6%9D%B1%E4%BA%AC_001.JPG');
  });

  test('cannot be composed before it has a name and its web renditions', () => {
    expect(() => composePublishedPhoto({ ...parts, fileName: null }, settings)).toThrow('photo 7 has no file name yet');
    const unrendered = { ...parts, renditions: [rendition('web', 1500, 1000)] };
    expect(() => composePublishedPhoto(unrendered, settings)).toThrow('web-thumb');
  });
});

test('files lie by year and folder, thumbnails below thumbs', () => {
  expect(sitePaths({ year: '2025', folderKey: 'nature', fileName: 'A_001.JPG' })).toEqual({
    web: '2025/nature/A_001.JPG',
    thumb: '2025/thumbs/nature/A_001.JPG',
  });
});
