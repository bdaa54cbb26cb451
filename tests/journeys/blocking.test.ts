import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SetOverview } from '@proofline/domain/overview.ts';
import type { PhotoSetRequest } from '@proofline/domain/photo-set.ts';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { attemptOutcomes } from '../support/attempts.ts';
import { captionerThatGoesDown } from '../support/captioner-that-goes-down.ts';
import { countingMeter } from '../support/counting-meter.ts';
import { hashFolder } from '../support/folder-hash.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PHOTOS = 8;
const AT_ONCE = 2;
const PATIENCE = { timeout: 120_000, interval: 50 };

test('a captioner that goes down in the middle of a set: it pauses by name, burns nothing and goes on by itself', async () => {
  const captioner = captionerThatGoesDown({ afterDrafts: 3 });
  const { running, photos } = await start({ captioners: captioner.captioners });
  const before = await hashFolder(photos);
  const setId = await add(running, photos);
  const { blockedBy } = await blocked(running, setId);
  expect(blockedBy).toMatchObject([
    {
      stage: 'draft-text',
      condition: 'captioner-unavailable',
      reason: 'nobody answers at port 11434',
      remedy: expect.stringContaining('start the captioner'),
    },
  ]);
  // It asks again, and then with no more photos than run at once.
  await vi.waitFor(() => expect(blockOf(running, setId).probes).toBeGreaterThanOrEqual(3), PATIENCE);
  const { blocked: blockedRuns = 0 } = attemptOutcomes(reviewDatabase(running));
  expect(blockedRuns).toBeLessThanOrEqual(blockOf(running, setId).probes * AT_ONCE);

  captioner.comeUp();
  expect((await running.settled(setId)).byState).toEqual({ 'in-review': PHOTOS });
  expect(running.system.stores.overview.set(setId).blockedBy).toEqual([]);
  expect(captioner.drafts).toBe(PHOTOS);
  expect(haltEvents(running)).toEqual(['queue.blocked draft-text', 'queue.resumed draft-text']);
  expectNothingBurned(running);
  expect(await hashFolder(photos)).toEqual(before);
});

test('a site that goes away while photos are published is not made anew, and gets every photo once it is back', async () => {
  const { running, photos } = await start();
  const { set } = await running.add({ sourceFolder: photos });
  const photoIds = await running.approveAll(set.id);
  const { siteFolder } = running.config;
  await publish(running, photoIds.slice(0, 2));
  expect((await running.settled(set.id)).byState).toEqual({ published: 2, 'in-review': PHOTOS - 2 });

  await rename(siteFolder, `${siteFolder}-away`);
  await publish(running, photoIds.slice(2));
  // Away is not empty: a photo is not off the site because its file cannot be seen.
  const param = { photoId: String(photoIds[0]) };
  await running.client.photos[':photoId'].withdrawal.$put({ param, json: { reason: 'asked' } });
  await vi.waitFor(() => {
    const { blockedBy } = running.system.stores.overview.set(set.id);
    expect(blockedBy.map(({ stage }) => stage).toSorted()).toEqual(['publish-photo', 'withdraw-photo']);
    for (const block of blockedBy) {
      expect(block).toMatchObject({
        condition: 'target-unreachable',
        reason: expect.stringContaining(siteFolder),
      });
    }
  }, PATIENCE);
  await writeFile(siteFolder, 'a file where the folder was');
  await vi.waitFor(() => expect(blockOf(running, set.id).reason).toContain('is not a folder'), PATIENCE);

  await rm(siteFolder);
  await rename(`${siteFolder}-away`, siteFolder);
  expect((await running.settled(set.id)).byState).toEqual({ published: PHOTOS - 1, withdrawn: 1 });
  const webFiles = (await readdir(siteFolder, { recursive: true })).filter((file) => /[0-9]\.JPG$/i.test(file));
  expect(webFiles.filter((file) => !file.includes('thumbs'))).toHaveLength(PHOTOS - 1);
  expectNothingBurned(running);
});

test('a disk below its floor blocks over restarts, and the set goes on once there is room', async () => {
  const { folder, running: first, photos } = await start({}, { PROOFLINE_DISK_FLOOR_MB: '100000000' });
  const setId = await add(first, photos);
  const block = (await blocked(first, setId)).blockedBy[0]!;
  expect(block).toMatchObject({ stage: 'ingest-original', condition: 'disk-full' });
  await first.stop();

  const second = await startSystem(join(folder, 'data'), { PROOFLINE_DISK_FLOOR_MB: '100000000' });
  onTestFinished(() => second.stop());
  expect(blockOf(second, setId)).toMatchObject({ condition: 'disk-full', blockedAt: block.blockedAt });
  const { probes } = blockOf(second, setId);
  await vi.waitFor(() => expect(blockOf(second, setId).probes).toBeGreaterThan(probes), PATIENCE);
  await second.stop();

  const third = await startSystem(join(folder, 'data'));
  onTestFinished(() => third.stop());
  expect((await third.settled(setId)).byState).toEqual({ 'in-review': PHOTOS });
  expect(haltEvents(third)).toEqual(['queue.blocked ingest-original', 'queue.resumed ingest-original']);
  expectNothingBurned(third);
});

test('a set that does not fit on the disk now waits by name, over a restart too, and goes on by itself once there is room', async () => {
  const disk = { freeBytes: 0 };
  const freeBytes = () => Promise.resolve(disk.freeBytes);
  const { folder, running: first, photos } = await start({ freeBytes });
  const setId = await add(first, photos);
  const { blockedBy, set } = await blocked(first, setId);
  expect(set.state).toBe('queued');
  expect(blockedBy).toMatchObject([
    {
      stage: 'validate-set',
      condition: 'disk-full',
      reason: expect.stringMatching(/^set 1 needs about \d+ MB in the data folder and 0 MB are free; none of its/),
      remedy: 'make room on the disk',
    },
  ]);
  await vi.waitFor(() => expect(blockOf(first, setId).probes).toBeGreaterThan(1), PATIENCE);
  await first.stop();

  const second = await startSystem(join(folder, 'data'), {}, { freeBytes });
  onTestFinished(() => second.stop());
  expect(blockOf(second, setId)).toMatchObject({ condition: 'disk-full' });
  disk.freeBytes = 1e12;
  expect((await second.settled(setId)).byState).toEqual({ 'in-review': PHOTOS });
  expect(haltEvents(second)).toEqual(['queue.blocked validate-set', 'queue.resumed validate-set']);
  expectNothingBurned(second);
});

test('a set that waits for room can be rolled back, and the next one goes on', async () => {
  const disk = { freeBytes: 0 };
  const { folder, running, photos } = await start({ freeBytes: () => Promise.resolve(disk.freeBytes) });
  const fewPhotos = join(folder, 'few photos');
  await generatePhotos(fewPhotos, 1);
  const large = await add(running, photos);
  const small = await add(running, fewPhotos);
  const needed = /needs about (\d+) MB/.exec((await blocked(running, small)).blockedBy[0]!.reason)![1];
  await running.client.rollbacks.$post({ json: { scope: 'set', id: large, reason: 'too large for now' } });
  expect((await running.settled(large)).set.state).toBe('rolled-back');
  disk.freeBytes = Number(needed) * 1_000_000;
  expect((await running.settled(small)).byState).toEqual({ 'in-review': 1 });
});

test('a set that would not fit on the emptied disk either is refused with figures', async () => {
  const { running, photos } = await start({ diskBytes: () => Promise.resolve(100_000_000) });
  const { set } = await running.settled(await add(running, photos));
  expect(set.state).toBe('refused');
  expect(set.problems).toEqual([expect.stringMatching(/^the set needs about \d+ MB .* whole disk holds 100 MB; /)]);
});

test('a data folder that cannot be written to blocks by name', async () => {
  const { folder, running, photos } = await start();
  const work = join(folder, 'data', 'work');
  await rm(work, { recursive: true, force: true });
  await writeFile(work, 'a file where the folder was');
  const setId = await add(running, photos);
  expect((await blocked(running, setId)).blockedBy).toMatchObject([
    { stage: 'ingest-original', condition: 'data-folder-unwritable' },
  ]);
  await rm(work);
  await mkdir(work);
  expect((await running.settled(setId)).byState).toEqual({ 'in-review': PHOTOS });
  expectNothingBurned(running);
});

test('a database that another program holds for longer than a write waits: shown, nothing burned, nothing lost', async () => {
  const { folder, running, photos } = await start();
  const setId = await add(running, photos);
  const other = new Database(join(folder, 'data', 'review.db'), { timeout: 60_000 });
  onTestFinished(() => void other.close());
  other.exec('BEGIN IMMEDIATE');
  expect((await blocked(running, setId)).blockedBy[0]).toMatchObject({
    condition: 'database-busy',
    reason: expect.stringContaining('nothing was written'),
  });
  other.exec('ROLLBACK');
  expect((await running.settled(setId)).byState).toEqual({ 'in-review': PHOTOS });
  expect(haltEvents(running)).toContainEqual(expect.stringMatching(/^queue\.blocked /));
  expect(running.system.stores.queueBlocks.list()).toEqual([]);
  expectNothingBurned(running);
});

test('a set that is to be rolled back gives all back when it is blocked, and what was computed is not computed again', async () => {
  const captioner = captionerThatGoesDown({ afterDrafts: 3 });
  const meter = countingMeter();
  const { running, photos } = await start({ captioners: captioner.captioners, meter });
  const rolledBack = await running.settled(await add(running, photos, { onBlocked: 'roll-back' }));
  expect(rolledBack.set.state).toBe('rolled-back');
  expect(rolledBack.byState).toEqual({ 'rolled-back': PHOTOS });
  expect(rolledBack.blockedBy).toEqual([]);
  const begun = running.system.stores.events.list({ limit: 1000 }).find(({ kind }) => kind === 'set.rolling-back');
  expect(begun).toMatchObject({
    actor: 'system',
    detail: { reason: 'captioner-unavailable: nobody answers at port 11434' },
  });
  const [measured, drafted] = [meter.measured, captioner.drafts];
  expect([measured > 0, drafted]).toEqual([true, 3]);

  captioner.comeUp();
  const again = await running.settled(await add(running, photos));
  expect(again.byState).toEqual({ 'in-review': PHOTOS });
  expect(meter.measured).toBe(PHOTOS);
  expect(captioner.drafts).toBe(PHOTOS);
  const names = running.system.stores.reviews.list({ setId: again.set.id }).map(({ fileName }) => fileName);
  expect(names[0]).toMatch(/_001\.JPG$/);
});

async function start(
  adapters: Parameters<typeof startSystem>[2] = {},
  variables: Readonly<Record<string, string>> = {},
) {
  const folder = await temporaryFolder();
  const photos = join(folder, 'photos');
  await generatePhotos(photos, PHOTOS);
  const running = await startSystem(
    join(folder, 'data'),
    { PROOFLINE_CONCURRENCY: String(AT_ONCE), ...variables },
    adapters,
  );
  onTestFinished(() => running.stop());
  return { folder, photos, running };
}

/** Does not wait for anything. */
async function add(running: RunningSystem, sourceFolder: string, request: Partial<PhotoSetRequest> = {}) {
  const json = { sourceFolder, subject: 'Test Subject', location: 'Test Place', folderKey: 'nature', ...request };
  const response = await running.client.sets.$post({ json });
  return ((await response.json()) as { id: number }).id;
}

async function publish(running: RunningSystem, photoIds: readonly number[]): Promise<void> {
  await running.client.publications.$post({ json: { photoIds: [...photoIds] } });
}

function blocked({ system }: RunningSystem, setId: number): Promise<SetOverview> {
  return vi.waitFor(() => {
    const overview = system.stores.overview.set(setId);
    expect(overview.blockedBy).not.toEqual([]);
    return overview;
  }, PATIENCE);
}

function blockOf({ system }: RunningSystem, setId: number) {
  const [block] = system.stores.overview.set(setId).blockedBy;
  if (block === undefined) throw new Error(`set ${setId} is not blocked`);
  return block;
}

function haltEvents({ system }: RunningSystem): readonly string[] {
  return system.stores.events
    .list({ limit: 1000 })
    .filter(({ kind }) => kind.startsWith('queue.'))
    .map(({ kind, detail }) => `${kind} ${String(detail['stage'])}`);
}

const reviewDatabase = ({ config }: RunningSystem) => join(config.dataFolder, 'review.db');

/** Every attempt ended well, was blocked, or was overtaken by the run that followed when it could not be written down. */
function expectNothingBurned(running: RunningSystem): void {
  const outcomes = Object.keys(attemptOutcomes(reviewDatabase(running)));
  expect(outcomes).toContain('done');
  expect(outcomes.filter((outcome) => !['done', 'skipped', 'blocked', 'overtaken'].includes(outcome))).toEqual([]);
}
