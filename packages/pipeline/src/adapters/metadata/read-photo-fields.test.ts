import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { exiftoolDisagreements, type ExiftoolRow } from '../../../../../tests/support/exiftool-oracle.ts';
import { testPhoto } from '../../fixtures/test-photos.ts';
import { readPhotoFields } from './read-photo-fields.ts';

/** exiftool's names for the containers that this reader opens, of photos that the pipeline will refuse, too. */
const containers = /^(?:JPEG|MPO|PNG|APNG|TIFF|BTF|DNG|CR2|ARW|WEBP|Extended WEBP|AVIF|HEIC|HEIF|GIF)$/;

test('every test photo reads the same to us as to exiftool', async () => {
  const rows = JSON.parse(await readFile(testPhoto('exiftool.json'), 'utf8')) as ExiftoolRow[];
  const readable = rows.filter((row) => containers.test(String(row['File:FileType'])));
  const disagreements = [];
  let fieldsRead = 0;
  for (const row of readable) {
    const file = String(row['SourceFile']);
    const fields = await readPhotoFields(testPhoto(file));
    fieldsRead += Object.keys(fields).length;
    disagreements.push(...exiftoolDisagreements(fields, row).map((difference) => `${file}: ${difference}`));
  }
  expect(disagreements).toEqual([]);
  expect(readable.length).toBeGreaterThan(170);
  expect(fieldsRead).toBeGreaterThan(1000);
});

test('a file that is no photo says nothing', async () => {
  expect(await readPhotoFields(testPhoto('README.md'))).toEqual({});
  expect(await readPhotoFields(testPhoto('edge/zero-byte.jpg'))).toEqual({});
});

test('a file that is not there is an error, not a photo without metadata', async () => {
  await expect(readPhotoFields(testPhoto('edge/not-there.jpg'))).rejects.toThrow('ENOENT');
});
