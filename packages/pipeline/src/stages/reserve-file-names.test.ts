import { parseNamingSettings } from '@proofline/domain/naming-settings.ts';
import type { ContentHolder, PhotoToName } from '@proofline/domain/photos-of-set.ts';
import type { FileNameLedger } from '@proofline/domain/file-name.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dossier } from '../fixtures/dossier.ts';
import { stageRun } from '../fixtures/stage-run.ts';
import { reserveFileNames } from './reserve-file-names.ts';

const stem = 'Frozen_Lake_Amsterdam_Netherlands_Nature_Photography_Canon_EOS_R5_2025';

test('a set gets its names in the order of capture, on from the highest number of the ledger', async () => {
  const ledger: FileNameLedger = {
    series: () => ({ highestSequence: 4, stem }),
    isTaken: () => false,
  };
  const waiting = [photo(11, '2025-02-03T10:00:00'), photo(12, '2025-02-03T09:00:00')];
  await expect(reserve({ waiting, ledger })).resolves.toMatchObject({
    kind: 'done',
    output: {
      fileNames: {
        reservations: [
          { photoId: 12, name: `${stem}_005.JPG` },
          { photoId: 11, name: `${stem}_006.JPG` },
        ],
        refused: [],
      },
    },
  });
});

test('a duplicate is refused by the name of the photo that has its content, and the rest is numbered without a gap', async () => {
  const outcome = await reserve({
    waiting: [photo(11), photo(12), photo(13), photo(14)],
    holders: {
      12: { photoId: 11, setId: 1, fileName: null, sourcePath: '/photos/lake/IMG_11.JPG' },
      13: { photoId: 3, setId: 5, fileName: 'Old_Lake_001.JPG', sourcePath: '/photos/old/3.JPG' },
    },
  });
  expect(outcome).toEqual({
    kind: 'done',
    output: {
      fileNames: {
        reservations: [
          expect.objectContaining({ photoId: 11, sequence: 1 }),
          expect.objectContaining({ photoId: 14, sequence: 2 }),
        ],
        refused: [
          {
            photoId: 12,
            refusal: {
              code: 'duplicate',
              reason: 'the same picture is photo 11 of set 1: /photos/lake/IMG_11.JPG; it was not taken in again',
            },
          },
          {
            photoId: 13,
            refusal: {
              code: 'duplicate',
              reason:
                'the same picture is photo 3 of set 5: Old_Lake_001.JPG (/photos/old/3.JPG); it was not taken in again',
            },
          },
        ],
      },
    },
  });
});

test('a photo whose name would be too long is refused, and the rest is named', async () => {
  const long = { make: 'Acme', model: 'X'.repeat(35), dateTimeOriginal: '2025-02-03T08:00:00' };
  const outcome = await reserve({
    waiting: [photo(11), { ...photo(12), fields: long }, photo(13)],
    subject: `Frozen ${'Lake '.repeat(12)}`,
  });
  expect(outcome).toMatchObject({
    output: {
      fileNames: {
        reservations: [
          { photoId: 11, sequence: 1 },
          { photoId: 13, sequence: 2 },
        ],
        refused: [{ photoId: 12, refusal: { code: 'name-too-long' } }],
      },
    },
  });
});

test('a set of which nobody waits any more is done without a name', async () => {
  await expect(reserve({ waiting: [] })).resolves.toEqual({
    kind: 'done',
    output: { fileNames: { reservations: [], refused: [] } },
  });
});

test('every photo gets the same answer in whatever order the photos are read', async () => {
  const waiting = Array.from({ length: 12 }, (_, index) => photo(index + 1, `2025-02-03T08:00:${10 + (index % 4)}`));
  const holders = { 3: { photoId: 1, setId: 1, fileName: null, sourcePath: '/photos/lake/IMG_1.JPG' } };
  const expected = await answers({ waiting, holders });
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(waiting, { minLength: waiting.length }), async (shuffled) => {
      expect(await answers({ waiting: shuffled, holders })).toEqual(expected);
    }),
  );
});

function photo(photoId: number, dateTimeOriginal = `2025-02-03T08:00:${10 + photoId}`): PhotoToName {
  return {
    photoId,
    position: photoId,
    originalFileName: `IMG_${photoId}.JPG`,
    sourceRelativePath: `IMG_${photoId}.JPG`,
    contentSha256: String(photoId).padStart(64, '0'),
    fields: { make: 'Canon', model: 'Canon EOS R5', dateTimeOriginal },
  };
}

type World = {
  readonly waiting: readonly PhotoToName[];
  /** Who has the better claim to a photo's content, by photo. */
  readonly holders?: Readonly<Record<number, ContentHolder>>;
  readonly ledger?: FileNameLedger;
  readonly subject?: string;
};

const emptyLedger: FileNameLedger = { series: () => undefined, isTaken: () => false };

function reserve({ waiting, holders = {}, ledger = emptyLedger, subject = 'Frozen Lake' }: World) {
  const set = { ...dossier.set, subject };
  const needs = {
    sets: { get: () => set, add: () => set, list: () => [set], hold: () => {}, resume: () => {} },
    photosOfSet: {
      waiting: () => waiting,
      holderOf: ({ photoId }: { readonly photoId: number }) => holders[photoId] ?? null,
    },
    fileNameLedger: ledger,
    naming: parseNamingSettings({}),
  };
  return reserveFileNames.run(set.id, needs, stageRun());
}

/** Name or refusal of each photo. */
async function answers(world: World) {
  const outcome = await reserve(world);
  if (outcome.kind !== 'done' || outcome.output.fileNames === undefined) throw new Error('the set was not named');
  const { reservations, refused } = outcome.output.fileNames;
  return new Map(
    [
      ...reservations.map(({ photoId, name }) => [photoId, name] as const),
      ...refused.map(({ photoId, refusal }) => [photoId, refusal.reason] as const),
    ].toSorted(([a], [b]) => a - b),
  );
}
