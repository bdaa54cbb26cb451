import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseResponse } from '@proofline/api/client.ts';
import { setFaultHook, type FaultPoint } from '@proofline/domain/fault-point.ts';
import { jobId, type Job } from '@proofline/domain/work-ledger.ts';
import Database from 'better-sqlite3';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { expect, onTestFinished, test, vi } from 'vitest';
import { generatePhotos } from '../support/generated-photos.ts';
import { hasLocalRedis, startLocalRedis } from '../support/redis-server.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Promise 2 under fire: whatever is done at the same moment, no byte is on the site that nobody approved. */

const LONG = { timeout: 900_000 };
const PATIENCE = { timeout: 120_000, interval: 20 };
const isRedisHere = await hasLocalRedis();

test(
  'captions that are edited while their photos are being published go out as approved or not at all',
  LONG,
  async () => {
    const world = await reviewedWorld(8);
    const photoIds = await world.running.approveAll(world.setId);
    const captions = new Map(photoIds.map((id) => [id, world.published(id).caption]));
    const edits = photoIds.map((photoId) => world.edit(photoId, `Nobody approved this of photo ${photoId}`));
    const [statuses] = await Promise.all([Promise.all(edits), world.publish(photoIds), world.publish(photoIds)]);
    expect(statuses.filter((status) => status !== 200 && status !== 409)).toEqual([]);
    await world.running.settled(world.setId);
    for (const { File_Name: fileName, Caption: caption } of world.rows()) {
      const photoId = photoIds.find((id) => world.published(id).fileName === fileName)!;
      expect(caption).toBe(captions.get(photoId));
    }
    for (const content of await world.siteImages()) expect(content.includes('Nobody approved this')).toBe(false);
  },
);

test(
  'approving and publishing twice at once leaves one approval, one publication, one file, one row',
  LONG,
  async () => {
    const world = await reviewedWorld(1);
    const [photoId] = world.photoIds();
    const { revisionHash } = world.running.system.stores.reviews.view(photoId!);
    const param = { photoId: String(photoId) };
    const approve = () =>
      world.running.client.photos[':photoId'].approval
        .$put({ param, json: { revisionHash } })
        .then(({ status }) => status);
    expect(await Promise.all([approve(), approve(), approve()])).toContain(200);
    await Promise.all([world.publish([photoId!]), world.publish([photoId!]), world.publish([photoId!])]);
    expect((await world.running.settled(world.setId)).byState).toEqual({ published: 1 });
    await world.publish([photoId!]);
    expect((await world.running.settled(world.setId)).byState).toEqual({ published: 1 });
    expect(world.sql(`SELECT count(*) AS n FROM publications`)).toEqual([{ n: 1 }]);
    expect(world.rows()).toHaveLength(1);
    expect(await world.siteImages()).toHaveLength(2);
  },
);

const MOMENTS: readonly FaultPoint[] = [
  'publication-begun',
  'publication-embedded',
  'temporary-file-verified',
  'web-file-sent',
  'thumbnail-sent',
];

test('an approval that is revoked during the upload: no row, and nothing stays on the site', LONG, async () => {
  const world = await reviewedWorld(MOMENTS.length);
  const photoIds = await world.running.approveAll(world.setId);
  onTestFinished(() => setFaultHook(() => {}));
  for (const [index, moment] of MOMENTS.entries()) {
    const photoId = photoIds[index]!;
    let revoked = 0;
    setFaultHook((reached) => {
      if (reached !== moment || revoked > 0) return;
      revoked += 1;
      // People are refused meanwhile; another program with SQL is not.
      world.sql(`INSERT INTO photo_metadata VALUES (${photoId}, 'person', '{"description":"Nobody approved this"}')`);
    });
    await world.publish([photoId]);
    expect((await world.running.settled(world.setId)).byState).toEqual({ 'in-review': MOMENTS.length });
    expect([moment, revoked, world.rows(), await world.siteImages()]).toEqual([moment, 1, [], []]);
    expect(await world.running.system.stores.publications.plan([photoId])).toMatchObject({
      items: [{ blockedBy: [{ name: 'approval-void' }], lastFailure: expect.any(String) }],
    });
  }
});

test.skipIf(!isRedisHere)(
  'jobs that somebody puts into the publish queue, made up or from a backup, publish nothing',
  LONG,
  async () => {
    const redis = await startLocalRedis();
    onTestFinished(() => redis.stop());
    const world = await reviewedWorld(4, { QUEUE_URL: redis.url });
    const [unapproved, approved, moved, withdrawn] = world.photoIds() as [number, number, number, number];
    await world.approve(approved);
    await world.approve(withdrawn);
    await world.publish([withdrawn]);
    await world.running.settled(world.setId);
    expect(world.rows()).toHaveLength(1);
    const { epoch } = world.running.system.stores.photos.get(withdrawn);
    await world.withdraw(withdrawn);
    await world.running.settled(world.setId);

    const queue = await publishQueue(redis.url);
    for (const id of [unapproved, approved, 999]) for (const made of [1, 2, 3]) await forge(queue, id, made);
    for (const replayed of [epoch, epoch + 1, epoch + 2]) await forge(queue, withdrawn, replayed);
    // Whoever can write to the database, too, gets past the queue, and not past the approval.
    world.sql(`UPDATE photos SET stage = 'publish-photo', state = 'queued', epoch = epoch + 1 WHERE id = ${moved}`);
    await forge(queue, moved, world.running.system.stores.photos.get(moved).epoch);

    await vi.waitFor(async () => {
      expect(await queue.getJobCounts('waiting', 'active', 'delayed')).toEqual({ waiting: 0, active: 0, delayed: 0 });
    }, PATIENCE);
    expect((await world.running.settled(world.setId)).byState).toEqual({ 'in-review': 3, withdrawn: 1 });
    expect([world.rows(), await world.siteImages()]).toEqual([[], []]);
    // The one that is approved goes out when it is asked for.
    await world.publish([approved]);
    expect((await world.running.settled(world.setId)).byState).toEqual({ 'in-review': 2, published: 1, withdrawn: 1 });
    expect(world.rows()).toHaveLength(1);
  },
);

function forge(queue: Queue, id: number, epoch: number) {
  const job: Job = { subject: { kind: 'photo', id }, stage: 'publish-photo', epoch };
  return queue.add('publish-photo', job, { jobId: jobId(job), removeOnComplete: true, removeOnFail: true });
}

/** As somebody sees it who can reach the server and no more. */
async function publishQueue(url: string): Promise<Queue> {
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  const [generation = ''] = await connection.keys('*:generation');
  const queue = new Queue('publish-photo', { connection, prefix: generation.replace(/:generation$/, '') });
  onTestFinished(async () => {
    await queue.close();
    connection.disconnect();
  });
  return queue;
}

/** Photos that wait for review. */
async function reviewedWorld(count: number, variables: Readonly<Record<string, string>> = {}) {
  const folder = await temporaryFolder();
  const photos = join(folder, 'photos');
  await generatePhotos(photos, count);
  const running: RunningSystem = await startSystem(join(folder, 'data'), variables);
  onTestFinished(() => running.stop());
  const { set, byState } = await running.add({ sourceFolder: photos });
  expect(byState).toEqual({ 'in-review': count });
  const { stores } = running.system;
  const review = new Database(join(folder, 'data', 'review.db'));
  const catalogue = new Database(join(folder, 'data', 'catalogue.db'), { readonly: true });
  onTestFinished(() => {
    review.close();
    catalogue.close();
  });
  const param = (photoId: number) => ({ param: { photoId: String(photoId) } });
  const seen = (photoId: number) => ({ headers: { 'If-Match': `"${stores.reviews.view(photoId).revisionHash}"` } });
  return {
    running,
    setId: set.id,
    photoIds: () => stores.reviews.list({ setId: set.id, order: 'by-photo' }).map(({ photoId }) => photoId),
    published: (photoId: number) => stores.reviews.view(photoId).published,
    publish: (photoIds: readonly number[]) =>
      parseResponse(running.client.publications.$post({ json: { photoIds: [...photoIds] } })),
    /** Refused with 409 while the photo is being published. */
    edit: (photoId: number, caption: string) =>
      running.client.photos[':photoId'].review
        .$patch({ ...param(photoId), json: { caption } }, seen(photoId))
        .then(({ status }) => status),
    withdraw: (photoId: number) =>
      running.client.photos[':photoId'].withdrawal.$put({ ...param(photoId), json: { reason: 'asked for' } }),
    async approve(photoId: number) {
      const { revisionHash } = stores.reviews.view(photoId);
      await parseResponse(
        running.client.photos[':photoId'].approval.$put({ ...param(photoId), json: { revisionHash } }),
      );
    },
    sql(text: string): unknown[] {
      const statement = review.prepare(text);
      if (statement.reader) return statement.all();
      statement.run();
      return [];
    },
    rows: () => catalogue.prepare<[], { File_Name: string; Caption: string }>('SELECT * FROM photos_info_revamp').all(),
    /** Everything but the pages that show the site to a person: they lie above the images, and are written anew now and then. */
    async siteImages() {
      const entries = await readdir(running.config.siteFolder, { recursive: true, withFileTypes: true });
      const images = entries.filter((entry) => entry.isFile() && entry.parentPath !== running.config.siteFolder);
      return Promise.all(images.map((entry) => readFile(join(entry.parentPath, entry.name))));
    },
  };
}
