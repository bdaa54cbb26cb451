import type { PhotoFields } from '@proofline/domain/photo-metadata.ts';
import { RefusedPhoto } from '@proofline/domain/refusal.ts';
import { defaultRenderSettings } from '@proofline/domain/rendition.ts';
import { expect, test } from 'vitest';
import { computedResultsInMemory } from '../fixtures/computed-results.ts';
import { dossier, paths, photoToIngest } from '../fixtures/dossier.ts';
import { stageRun } from '../fixtures/stage-run.ts';
import { extractMetadata } from './extract-metadata.ts';

const fields: PhotoFields = { make: 'Canon', model: 'Canon EOS R5' };

test('what the working copy says about itself becomes the layer of the file', async () => {
  const world = newWorld();
  await expect(world.extract(dossier.photo)).resolves.toMatchObject({ kind: 'done', output: { fileMetadata: fields } });
  expect(world.read).toEqual(['/data/work/p7/original.jpg']);
});

test('a photo without a working copy is not read', async () => {
  const world = newWorld();
  await expect(world.extract(photoToIngest)).rejects.toThrow('photo 7 has no working copy');
  expect(world.read).toEqual([]);
});

test('the same content is read once by one version of the reader', async () => {
  const world = newWorld();
  await world.extract(dossier.photo);
  const again = { ...dossier.photo, id: 8, workingPath: 'work/p8/original.jpg' };
  await expect(world.extract(again)).resolves.toEqual({ kind: 'done', output: { fileMetadata: fields } });
  expect(world.read).toHaveLength(1);
  await world.extract(again, '2');
  await world.extract({ ...again, contentSha256: 'f'.repeat(64) });
  expect(world.read).toHaveLength(3);
});

test('a file that cannot be rendered is refused before anything is read of it, and so before it has a name', async () => {
  const refused = new RefusedPhoto({ code: 'camera-raw', reason: 'the file is a camera raw' });
  const world = newWorld(() => Promise.reject(refused));
  await expect(world.extract(dossier.photo)).rejects.toBe(refused);
  expect(world.read).toEqual([]);
});

function newWorld(inspect = () => Promise.resolve()) {
  const read: string[] = [];
  const computedResults = computedResultsInMemory();
  return {
    read,
    async extract(photo: typeof dossier.photo, version = '1') {
      const metadataReader = {
        version,
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
        computedResults,
        paths,
      };
      const outcome = await extractMetadata.run(photo.id, needs, stageRun());
      if (photo.contentSha256 !== null) {
        computedResults.keep({ stage: 'extract-metadata', contentSha256: photo.contentSha256 }, outcome);
      }
      return outcome;
    },
  };
}
