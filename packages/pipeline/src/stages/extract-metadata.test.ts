import type { PhotoFields } from '@proofline/domain/photo-metadata.ts';
import { RefusedPhoto } from '@proofline/domain/refusal.ts';
import { defaultRenderSettings } from '@proofline/domain/rendition.ts';
import { expect, test } from 'vitest';
import { dossier, paths, photoToIngest } from '../fixtures/dossier.ts';
import { stageRun } from '../fixtures/stage-run.ts';
import { extractMetadata } from './extract-metadata.ts';

const fields: PhotoFields = { make: 'Canon', model: 'Canon EOS R5' };

test('what the working copy says about itself becomes the layer of the file', async () => {
  const read: string[] = [];
  await expect(extract(dossier.photo, read)).resolves.toEqual({ kind: 'done', output: { fileMetadata: fields } });
  expect(read).toEqual(['/data/work/p7/original.jpg']);
});

test('a photo without a working copy is not read', async () => {
  const read: string[] = [];
  await expect(extract(photoToIngest, read)).rejects.toThrow('photo 7 has no working copy');
  expect(read).toEqual([]);
});

test('a file that cannot be rendered is refused before anything is read of it, and so before it has a name', async () => {
  const read: string[] = [];
  const refused = new RefusedPhoto({ code: 'camera-raw', reason: 'the file is a camera raw' });
  await expect(extract(dossier.photo, read, () => Promise.reject(refused))).rejects.toBe(refused);
  expect(read).toEqual([]);
});

function extract(photo: typeof dossier.photo, read: string[], inspect = () => Promise.resolve()) {
  const metadataReader = {
    read(path: string) {
      read.push(path);
      return Promise.resolve(fields);
    },
  };
  const needs = {
    photos: { get: () => photo },
    renderer: { inspect },
    renderSettings: defaultRenderSettings,
    metadataReader,
    paths,
  };
  return extractMetadata.run(photo.id, needs, stageRun());
}
