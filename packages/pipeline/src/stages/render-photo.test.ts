import { defaultRenderSettings, type PhotoRenderer } from '@proofline/domain/rendition.ts';
import { expect, test } from 'vitest';
import { fullDisk, roomyDisk } from '../fixtures/disk.ts';
import { dossier, paths, photoToIngest } from '../fixtures/dossier.ts';
import { attemptFolder, stageRun } from '../fixtures/stage-run.ts';
import { renderPhoto } from './render-photo.ts';

test('renditions are made of the working copy in the folder of the run, and stored by their path below the data folder', async () => {
  const asked: unknown[] = [];
  const renderer: Pick<PhotoRenderer, 'render'> = {
    render(originalPath, folder, settings) {
      asked.push([originalPath, folder, settings]);
      return Promise.resolve(dossier.renditions.map((rendition) => ({ ...rendition, path: `${rendition.kind}.jpg` })));
    },
  };
  await expect(render(dossier.photo, renderer)).resolves.toEqual({
    kind: 'done',
    output: {
      renditions: dossier.renditions.map((rendition) => ({
        ...rendition,
        path: `work/p7/attempt/${rendition.kind}.jpg`,
      })),
    },
  });
  expect(asked).toEqual([['/data/work/p7/original.jpg', '/data/work/p7/attempt', defaultRenderSettings]]);
});

test('a photo without a working copy is not rendered and opens no folder', async () => {
  const renderer: Pick<PhotoRenderer, 'render'> = { render: () => Promise.reject(new Error('must not render')) };
  await expect(render(photoToIngest, renderer, stageRun())).rejects.toThrow('photo 7 has no working copy');
});

test('below the disk floor nothing is rendered', async () => {
  const renderer: Pick<PhotoRenderer, 'render'> = { render: () => Promise.reject(new Error('must not render')) };
  await expect(render(dossier.photo, renderer, stageRun(), fullDisk)).rejects.toMatchObject({ condition: 'disk-full' });
});

function render(
  photo: typeof dossier.photo,
  renderer: Pick<PhotoRenderer, 'render'>,
  run = stageRun(attemptFolder),
  diskFloor = roomyDisk,
) {
  const needs = { photos: { get: () => photo }, renderer, renderSettings: defaultRenderSettings, paths, diskFloor };
  return renderPhoto.run(photo.id, needs, run);
}
