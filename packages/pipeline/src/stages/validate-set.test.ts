import type { Captioner } from '@proofline/domain/captioner.ts';
import { defaultFolderMap, type FolderMap } from '@proofline/domain/folder-map.ts';
import { parseNamingSettings } from '@proofline/domain/naming-settings.ts';
import type { FolderListing, PhotoIntake } from '@proofline/domain/photo-intake.ts';
import type { PhotoSet } from '@proofline/domain/photo-set.ts';
import { expect, test } from 'vitest';
import { dossier } from '../fixtures/dossier.ts';
import { stageRun } from '../fixtures/stage-run.ts';
import { validateSet } from './validate-set.ts';

const listing: FolderListing = {
  files: [
    { path: '/photos/lake/1.jpg', relativePath: '1.jpg', bytes: 3_000_000 },
    { path: '/photos/lake/2.jpg', relativePath: '2.jpg', bytes: 4_000_000 },
  ],
  ignored: [{ relativePath: 'notes.txt', reason: 'not a photo' }],
  problems: [],
};
/** Both originals, 8 MB of work for each, and 500 MB that stay free. */
const NEEDED_BYTES = 7_000_000 + 2 * 8_000_000 + 500_000_000;

test('a set without problems is accepted with its photos and with what was ignored', async () => {
  await expect(validate({})).resolves.toEqual({
    kind: 'done',
    output: { sourceFiles: { files: listing.files, ignored: listing.ignored } },
  });
});

test('the folder is listed as the set asks for it', async () => {
  const asked: unknown[] = [];
  const list: PhotoIntake['list'] = (folder, includeSubfolders) => {
    asked.push([folder, includeSubfolders]);
    return Promise.resolve(listing);
  };
  await validate({ list, set: { includeSubfolders: false } });
  expect(asked).toEqual([['/photos/lake', false]]);
});

test('everything that is wrong with a set is said at once', async () => {
  const outcome = await validate({
    set: { folderKey: 'natrue', subject: 'Frozen '.repeat(28), captioner: 'oracle' },
    listing: { files: [], ignored: [], problems: ['the folder /photos/lake does not exist; correct the path'] },
    diskBytes: 499_000_000,
  });
  expect(outcome).toEqual({
    kind: 'set-refused',
    problems: [
      'the folder /photos/lake does not exist; correct the path',
      expect.stringMatching(/^the folder key natrue is not in the folder map \(nature, .*\)$/),
      expect.stringMatching(/^a name like Frozen_.* has \d+ characters, more than the 150 .*shorten the subject/),
      'there is no captioner oracle; there is: template',
      'the set needs about 500 MB in the data folder, whose whole disk holds 499 MB; add the photos in smaller sets or point PROOFLINE_DATA to a larger disk',
    ],
  });
});

test.each([
  ['Night', 'night'],
  ['wild life', 'wildlife'],
  ['Flower Photography', 'flowers'],
  ['architectur', 'architecture'],
])('the folder key %s is taken for a slip of %s', async (typed, meant) => {
  await expect(validate({ set: { folderKey: typed } })).resolves.toMatchObject({
    problems: [expect.stringMatching(new RegExp(`; did you mean ${meant}\\?$`))],
  });
});

test('a key goes before a display name that reads the same', async () => {
  const folderMap = { aerial: 'Night', night: 'Night Photography' };
  await expect(validate({ set: { folderKey: 'NIGHT' }, folderMap })).resolves.toMatchObject({
    problems: ['the folder key NIGHT is not in the folder map (aerial, night); did you mean night?'],
  });
});

test('a folder key that is like no other gets no guess', async () => {
  await expect(validate({ set: { folderKey: 'zebra' } })).resolves.toMatchObject({
    problems: [expect.stringMatching(/^the folder key zebra is not in the folder map \([^)]*\)$/)],
  });
});

test.each(['constructor', 'toString', '__proto__'])('%s is neither a folder key nor a captioner', async (word) => {
  await expect(validate({ set: { folderKey: word, captioner: word } })).resolves.toMatchObject({
    problems: [
      expect.stringContaining(`the folder key ${word} is not in the folder map`),
      `there is no captioner ${word}; there is: template`,
    ],
  });
});

test('what keeps the captioner from working keeps the set out', async () => {
  const outcome = await validate({ captionerProblems: ['the model is not there; pull it', 'the disk is slow'] });
  expect(outcome).toEqual({ kind: 'set-refused', problems: ['the model is not there; pull it', 'the disk is slow'] });
});

test('a set that just fits into the free room is accepted, with one byte less it waits for room', async () => {
  await expect(validate({ freeBytes: NEEDED_BYTES })).resolves.toMatchObject({ kind: 'done' });
  await expect(validate({ freeBytes: NEEDED_BYTES - 1 })).rejects.toMatchObject({
    name: 'Blocked',
    condition: 'disk-full',
    message: expect.stringMatching(
      /^set \d+ needs about 523 MB in the data folder and 522 MB are free; none of its photos was taken in yet; rolled back, it lets later sets go on$/,
    ),
  });
});

test('small photos need room for the pixels that they have', async () => {
  const files = listing.files.map((file) => ({ ...file, bytes: 1_500, pixels: 48 * 32 }));
  const small = { ...listing, files };
  const needed = 500_000_000 + 2 * (1_500 + 150_000 + 48 * 32 * 8);
  await expect(validate({ listing: small, freeBytes: needed })).resolves.toMatchObject({ kind: 'done' });
  await expect(validate({ listing: small, freeBytes: needed - 1 })).rejects.toMatchObject({ condition: 'disk-full' });
});

test('a set that just fits on the emptied disk waits, with one byte less it is refused for good', async () => {
  await expect(validate({ freeBytes: 0, diskBytes: NEEDED_BYTES })).rejects.toMatchObject({ condition: 'disk-full' });
  await expect(validate({ freeBytes: 0, diskBytes: NEEDED_BYTES - 1 })).resolves.toMatchObject({
    problems: [
      expect.stringMatching(/^the set needs about 523 MB in the data folder, whose whole disk holds 522 MB; /),
    ],
  });
});

test('a set that is refused anyway does not wait for room first', async () => {
  await expect(validate({ set: { captioner: 'oracle' }, freeBytes: 0 })).resolves.toMatchObject({
    problems: ['there is no captioner oracle; there is: template'],
  });
});

type World = {
  readonly set?: Partial<PhotoSet>;
  readonly listing?: FolderListing;
  readonly list?: PhotoIntake['list'];
  readonly folderMap?: FolderMap;
  readonly captionerProblems?: readonly string[];
  readonly freeBytes?: number;
  readonly diskBytes?: number;
};

/** Doors that read work, doors that change something throw. */
function validate({
  set,
  listing: found = listing,
  list = () => Promise.resolve(found),
  folderMap = defaultFolderMap,
  captionerProblems = [],
  freeBytes = NEEDED_BYTES,
  diskBytes = NEEDED_BYTES,
}: World) {
  const photoSet: PhotoSet = { ...dossier.set, captioner: 'template', ...set };
  const captioner: Captioner = {
    id: 'template',
    version: () => Promise.resolve('1'),
    problems: () =>
      Promise.resolve(captionerProblems.map((reason) => ({ condition: 'captioner-unavailable', reason }))),
    draft: mustNotChange,
  };
  return validateSet.run(
    photoSet.id,
    {
      sets: {
        get: () => photoSet,
        list: () => [photoSet],
        add: mustNotChange,
        hold: mustNotChange,
        resume: mustNotChange,
      },
      intake: { list, copy: mustNotChange },
      folderMap,
      naming: parseNamingSettings({}),
      captioners: { template: captioner },
      freeBytes: () => Promise.resolve(freeBytes),
      diskBytes: () => Promise.resolve(diskBytes),
    },
    stageRun(),
  );
}

function mustNotChange(): never {
  throw new Error('looking at a set changes nothing');
}
