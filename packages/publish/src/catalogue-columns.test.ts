import { previewFileName } from '@proofline/domain/file-name.ts';
import { parseNamingSettings } from '@proofline/domain/naming-settings.ts';
import { expect, test } from 'vitest';
import { differingColumns, publishedRow } from './catalogue-columns.ts';
import { examplePhoto } from './fixtures/published-photo.ts';

test.each([
  ['Amsterdam, Netherlands', 'Amsterdam_Netherlands'],
  ['Amsterdam_Netherlands', 'Amsterdam_Netherlands'],
  ['amsterdam netherlands', 'Amsterdam_Netherlands'],
  ['AMSTERDAM', 'AMSTERDAM'],
  ["'s-Hertogenbosch", 'S_Hertogenbosch'],
])('the location %s becomes the site’s token, as in file names', (location, token) => {
  expect(publishedRow(examplePhoto({ location })).Location).toBe(token);
  const naming = { subject: 'Lake', location, folderKey: 'nature' };
  expect(previewFileName(naming, parseNamingSettings({})).name).toContain(`Lake_${token}_Nature_`);
});

test('numbers are written as the site has them: whole where its columns are, the rating with two decimals', () => {
  const row = publishedRow(examplePhoto({ iso: 99.9, focalLengthMm: 104.9, rating: 7.256 }));
  expect(row).toMatchObject({ ISO: 99, Focal_length: 104, QR: 7.26 });
});

test.each([
  [20, '20 sec'],
  [0.8, '0.8 sec'],
])('an exposure of %d s is written as %s', (exposureTimeSeconds, text) => {
  expect(publishedRow(examplePhoto({ exposureTimeSeconds })).Exposure).toBe(text);
});

test('a row that differs is told column by column', () => {
  expect(differingColumns({ Caption: 'a', QR: 7, ISO: null }, { Caption: 'b', QR: 7 })).toEqual([
    'Caption is "b" instead of "a"',
    'ISO is undefined instead of null',
  ]);
});
