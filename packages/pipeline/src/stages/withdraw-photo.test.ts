import {
  PublicationConflict,
  type Publication,
  type PublicationLog,
  type Publisher,
} from '@proofline/domain/publication.ts';
import type { StageRun } from '@proofline/domain/stage.ts';
import { expect, test } from 'vitest';
import { withdrawPhoto } from './withdraw-photo.ts';

test('the publisher gets the publication on the site, with every file that may be the photo’s own', async () => {
  const world = newWorld();
  await expect(world.run()).resolves.toEqual({ kind: 'done', output: {} });
  expect(world.told).toEqual(['take away 3, known by a or b', 'withdrawn 3']);
});

test('a photo that is not on the site has nothing to take away', async () => {
  const world = newWorld({ current: null });
  await expect(world.run()).resolves.toMatchObject({ kind: 'skipped' });
  expect(world.told).toEqual([]);
});

test('a file of somebody else is left to a person, and the photo is not taken for withdrawn', async () => {
  const reason = 'the file is none that was published of this photo';
  const world = newWorld({ error: new PublicationConflict(reason) });
  await expect(world.run()).resolves.toEqual({ kind: 'returned-to-review', reason });
  expect(world.told).toEqual(['take away 3, known by a or b']);
});

test('any other error is one of this attempt', async () => {
  const world = newWorld({ error: new Error('the line is busy') });
  await expect(world.run()).rejects.toThrow('the line is busy');
  expect(world.told).toEqual(['take away 3, known by a or b']);
});

test('a withdrawal is never given up, and no photo is quarantined over it: half taken away is no state to rest in', () => {
  expect(withdrawPhoto.whenGivenUp).toBeUndefined();
  expect(withdrawPhoto.maxAttempts).toBe(1_000_000);
  expect(withdrawPhoto.neverQuarantined).toBe(true);
});

const onSite = { id: 3, photoId: 7 } as Publication;

/** A log and a site that remember what they were told; the site fails with `error`, if there is one. */
function newWorld({ current = onSite, error }: { current?: Publication | null; error?: Error } = {}) {
  const told: string[] = [];
  const publications = {
    current: () => current,
    ownWebSha256s: (id) => (id === onSite.id ? ['a', 'b'] : []),
    withdrawn: (id) => void told.push(`withdrawn ${id}`),
  } satisfies Partial<PublicationLog> as unknown as PublicationLog;
  const publisher = {
    async withdraw({ id }, ownWebSha256s) {
      told.push(`take away ${id}, known by ${ownWebSha256s.join(' or ')}`);
      if (error !== undefined) throw error;
    },
  } satisfies Partial<Publisher> as unknown as Publisher;
  return { told, run: () => withdrawPhoto.run(7, { publications, publisher }, run) };
}

const run: StageRun = {
  signal: new AbortController().signal,
  attempt: 1,
  token: 'token',
  attemptFolder: () => Promise.reject(new Error('withdrawing writes no files of its own')),
};
