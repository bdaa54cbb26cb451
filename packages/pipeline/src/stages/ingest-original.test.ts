import { join } from 'node:path';
import type { PhotoIntake } from '@proofline/domain/photo-intake.ts';
import { RefusedPhoto } from '@proofline/domain/refusal.ts';
import { expect, test } from 'vitest';
import type { DiskFloor } from '@proofline/domain/disk-floor.ts';
import { fullDisk, roomyDisk } from '../fixtures/disk.ts';
import { photoToIngest } from '../fixtures/dossier.ts';
import { attemptFolder, stageRun } from '../fixtures/stage-run.ts';
import { ingestOriginal } from './ingest-original.ts';

const sha256 = 'a'.repeat(64);

test('the original is copied into the folder of the run, and its copy and hash are recorded', async () => {
  const copied: string[][] = [];
  const outcome = await ingest({
    copy: (source, destination) => {
      copied.push([source, destination]);
      return Promise.resolve({ sha256, bytes: photoToIngest.sourceBytes });
    },
  });
  expect(copied).toEqual([['/photos/lake/IMG_7.JPG', join(attemptFolder.absolutePath, 'original.jpg')]]);
  expect(outcome).toEqual({
    kind: 'done',
    output: { original: { workingPath: `${attemptFolder.relativePath}/original.jpg`, contentSha256: sha256 } },
  });
});

test.each([
  ['sunset.at.LAKE.Png', 'original.png'],
  ['no extension', 'original'],
  ['IMG_7.j/../../pg', 'original'],
  ['IMG_7.camera', 'original'],
  ['.jpg', 'original.jpg'],
])('the copy of %s is called %s', async (originalFileName, name) => {
  await expect(ingest({ photo: { originalFileName } })).resolves.toMatchObject({
    output: { original: { workingPath: `${attemptFolder.relativePath}/${name}` } },
  });
});

test('a file whose size is another than when the set was accepted is refused as changed', async () => {
  const copy = () => Promise.resolve({ sha256, bytes: 999_999 });
  const refused = await ingest({ copy }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(RefusedPhoto);
  expect(refused).toMatchObject({
    refusal: {
      code: 'changed',
      reason:
        'IMG_7.JPG had 1000000 bytes when the set was accepted and has 999999 now; it was not taken in; try it again when it is complete',
    },
  });
});

test('a photo that a person asks for again is taken in at the size that its file has now', async () => {
  const copy = () => Promise.resolve({ sha256, bytes: 999_999 });
  expect(await ingest({ photo: { epoch: 2 }, copy })).toMatchObject({ output: { original: { sourceBytes: 999_999 } } });
});

test('what the intake refuses stays refused under its own name', async () => {
  const refusal = new RefusedPhoto({ code: 'missing', reason: 'IMG_7.JPG is gone' });
  await expect(ingest({ copy: () => Promise.reject(refusal) })).rejects.toBe(refusal);
});

test('below the disk floor nothing is copied', async () => {
  const copy = () => Promise.reject(new Error('must not copy'));
  await expect(ingest({ copy, diskFloor: fullDisk })).rejects.toMatchObject({ condition: 'disk-full' });
});

function ingest({
  photo = {},
  copy = () => Promise.resolve({ sha256, bytes: photoToIngest.sourceBytes }),
  diskFloor = roomyDisk,
}: {
  readonly photo?: Partial<typeof photoToIngest>;
  readonly copy?: PhotoIntake['copy'];
  readonly diskFloor?: DiskFloor;
}) {
  return ingestOriginal.run(
    photoToIngest.id,
    {
      photos: { get: () => ({ ...photoToIngest, ...photo }) },
      intake: { copy, list: () => Promise.reject(new Error('the folder was listed long ago')) },
      diskFloor,
    },
    stageRun(attemptFolder),
  );
}
