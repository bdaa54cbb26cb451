import type { DossierStore } from '@proofline/domain/dossier.ts';
import {
  ApprovalVoid,
  nothingBefore,
  PublicationConflict,
  RowRefused,
  type KeptFiles,
  type PreviousSite,
  type Publication,
  type PublicationLog,
  type Publisher,
  type PublishReceipt,
  type PublishRequest,
} from '@proofline/domain/publication.ts';
import type { PublishedPhoto } from '@proofline/domain/published-photo.ts';
import type { StageRun } from '@proofline/domain/stage.ts';
import { expect, test } from 'vitest';
import { fullDisk, roomyDisk } from '../fixtures/disk.ts';
import { publishPhoto } from './publish-photo.ts';

test('the publisher gets what was approved, with every file that may be the photo’s own', async () => {
  const world = newWorld();
  await expect(world.run()).resolves.toEqual({ kind: 'done', output: { published: { publicationId: 3 } } });
  expect(world.requests).toMatchObject([
    { photo, webFile: '/data/work/p7/web.jpg', thumbFile: '/data/work/p7/web-thumb.jpg', ownWebSha256s },
  ]);
  expect(world.written).toEqual(['asked for approval of 3', 'checked of 3', 'finished 3', 'keeps 1 files of 7']);
});

test.each([
  [new ApprovalVoid('the web image changed after approval'), []],
  [new PublicationConflict('the site holds a file'), []],
  // Its files may be there already.
  [new RowRefused('the caption is too long for its column'), ['taken-back of 3']],
])('a photo that only a person can help goes back to review with the reason: %s', async (error, undone) => {
  const world = newWorld(error);
  await expect(world.run()).resolves.toEqual({ kind: 'returned-to-review', reason: error.message });
  expect(world.written).toEqual(['asked for approval of 3', 'checked of 3', ...undone]);
});

test('a photo that is not approved as it is now goes back to review, and the publisher is not asked', async () => {
  const world = newWorld();
  const begin = () => {
    throw new ApprovalVoid('photo 7 is not approved as it is now');
  };
  await expect(world.run({ begin })).resolves.toEqual({
    kind: 'returned-to-review',
    reason: 'photo 7 is not approved as it is now',
  });
  expect(world.requests).toEqual([]);
  expect(world.written).toEqual([]);
});

test('any other fault is an error of the attempt, and nothing is written as finished', async () => {
  const world = newWorld(new Error('the disk is full'));
  await expect(world.run()).rejects.toThrow('the disk is full');
  expect(world.written).toEqual(['asked for approval of 3', 'checked of 3']);
});

test('the last attempt leaves the site as it found it, whatever it sent, and fails all the same', async () => {
  const world = newWorld(new Error('the table is locked'));
  await expect(world.run({}, roomyDisk, 5)).rejects.toThrow('the table is locked');
  expect(world.takenBack).toEqual([]);
  await expect(world.run({}, roomyDisk, 6)).rejects.toThrow('the table is locked');
  expect(world.takenBack).toMatchObject([
    { previous: nothingBefore, ownWebSha256s: [...ownWebSha256s, 'c'.repeat(64)] },
  ]);
  expect(world.written.at(-1)).toBe('taken-back of 3');
});

test('a last attempt that found nothing out about the site takes nothing back', async () => {
  const world = newWorld(new Error('nobody answers'), null);
  await expect(world.run({}, roomyDisk, 6)).rejects.toThrow('nobody answers');
  expect(world.takenBack).toEqual([]);
});

test('the original is offered to the archive as a working copy first, as the person’s own file then', async () => {
  const world = newWorld();
  await world.run();
  expect(world.requests).toMatchObject([
    { original: { files: ['/data/work/p7/original.jpg', '/photos/1.jpg'], sha256: 'e'.repeat(64) } },
  ]);
});

test('below the disk floor the publication is not even begun', async () => {
  const world = newWorld();
  const begin = () => Promise.reject(new Error('must not begin')) as never;
  await expect(world.run({ begin }, fullDisk)).rejects.toMatchObject({ condition: 'disk-full' });
  expect(world.requests).toEqual([]);
});

test('a photo that was given up rests in review, where it can be published again', () => {
  expect(publishPhoto.whenGivenUp).toBe('in-review');
});

const ownWebSha256s = ['a'.repeat(64), 'b'.repeat(64)];
const photo = { fileName: 'Frozen_Lake_001.JPG' } as PublishedPhoto;
const publication = { id: 3, photoId: 7, fileName: photo.fileName } as Publication;

/** A log and a site that remember what they were told; the site fails with `error`, if there is one. */
function newWorld(error?: Error, previous: PreviousSite | null = nothingBefore) {
  const requests: PublishRequest[] = [];
  const takenBack: PublishRequest[] = [];
  const written: string[] = [];
  const publications = {
    begin: () => ({ publication, photo, ownWebSha256s, previous: null, delivered: null }),
    ownWebSha256s: () => [...ownWebSha256s, 'c'.repeat(64)],
    previous: () => previous,
    neededSha256s: () => ['d'.repeat(64)],
    assertApproved: (id) => void written.push(`asked for approval of ${id}`),
    step: (id, _token, step) => void written.push(`${step} of ${id}`),
    finish: (id) => void written.push(`finished ${id}`),
  } satisfies Partial<PublicationLog> as unknown as PublicationLog;
  const publisher = {
    target: 'directory',
    async publish(request) {
      requests.push(request);
      request.assertApproved();
      request.onStep('checked', {});
      if (error !== undefined) throw error;
      return {} as PublishReceipt;
    },
    async takeBack(request) {
      takenBack.push(request);
    },
  } satisfies Partial<Publisher> as unknown as Publisher;
  const keptFiles: KeptFiles = {
    keep: async () => {},
    get: async () => null,
    dropAllBut: async (photoId, sha256s) => void written.push(`keeps ${sha256s.length} files of ${photoId}`),
  };
  const needs = { publisher, keptFiles, dossiers, paths: { absolute: (path: string) => `/data/${path}` } };
  return {
    requests,
    takenBack,
    written,
    run: (log: Partial<PublicationLog> = {}, diskFloor = roomyDisk, attempt = 1) =>
      publishPhoto.run(7, { ...needs, diskFloor, publications: { ...publications, ...log } }, { ...run, attempt }),
  };
}

const dossiers = {
  get: () => ({
    photo: { contentSha256: 'e'.repeat(64), workingPath: 'work/p7/original.jpg', sourcePath: '/photos/1.jpg' },
    renditions: [
      { kind: 'web', path: 'work/p7/web.jpg' },
      { kind: 'web-thumb', path: 'work/p7/web-thumb.jpg' },
    ],
  }),
} as unknown as DossierStore;

const run: StageRun = {
  signal: new AbortController().signal,
  attempt: 1,
  token: 'token',
  attemptFolder: () => Promise.reject(new Error('publishing writes no files of its own')),
};
