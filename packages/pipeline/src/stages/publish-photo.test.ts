import type { DossierStore } from '@proofline/domain/dossier.ts';
import {
  ApprovalVoid,
  PublicationConflict,
  RowRefused,
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
  expect(world.written).toEqual(['asked for approval of 3', 'checked of 3', 'finished 3']);
});

test.each([
  new ApprovalVoid('the web image changed after approval'),
  new PublicationConflict('the site holds a file'),
  new RowRefused('the caption is too long for its column'),
])('a photo that only a person can help goes back to review with the reason: $name', async (error) => {
  const world = newWorld(error);
  await expect(world.run()).resolves.toEqual({ kind: 'returned-to-review', reason: error.message });
  expect(world.written).toEqual(['asked for approval of 3', 'checked of 3']);
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
function newWorld(error?: Error) {
  const requests: PublishRequest[] = [];
  const written: string[] = [];
  const publications = {
    begin: () => ({ publication, photo, ownWebSha256s }),
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
  } satisfies Partial<Publisher> as unknown as Publisher;
  const needs = { publisher, dossiers, paths: { absolute: (path: string) => `/data/${path}` } };
  return {
    requests,
    written,
    run: (log: Partial<PublicationLog> = {}, diskFloor = roomyDisk) =>
      publishPhoto.run(7, { ...needs, diskFloor, publications: { ...publications, ...log } }, run),
  };
}

const dossiers = {
  get: () => ({
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
