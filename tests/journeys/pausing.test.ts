import { join } from 'node:path';
import { parseResponse } from '@proofline/api/client.ts';
import { expect, onTestFinished, test, vi } from 'vitest';
import { generatePhotos } from '../support/generated-photos.ts';
import { hasLocalRedis, startLocalRedis } from '../support/redis-server.ts';
import { startSystem } from '../support/running-system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const LONG = { timeout: 300_000 };
const PATIENCE = { timeout: 120_000, interval: 20 };
const isRedisHere = await hasLocalRedis();

test(
  'a paused stage holds its photos back over a restart while others go on, and resume brings them through',
  LONG,
  async () => {
    const folder = await temporaryFolder();
    const photos = join(folder, 'photos');
    await generatePhotos(photos, 8);
    const first = await startSystem(join(folder, 'data'));
    const param = { stage: 'draft-text' } as const;
    await parseResponse(first.client.stages[':stage'].pause.$put({ param, json: { reason: 'the model is changed' } }));
    const json = { sourceFolder: photos, subject: 'Held Back', location: 'Test Place', folderKey: 'nature' };
    const { id } = await parseResponse(first.client.sets.$post({ json }));
    const drafted = (running: typeof first) =>
      running.system.stores.overview.set(id).stages.find(({ stage }) => stage === 'measure-quality');
    await vi.waitFor(() => expect(drafted(first)).toMatchObject({ done: 8 }), PATIENCE);
    await first.stop();

    const second = await startSystem(join(folder, 'data'));
    onTestFinished(() => second.stop());
    const standing = (await parseResponse(second.client.stages.$get())).find(({ stage }) => stage === 'draft-text');
    expect(standing).toMatchObject({ pause: { reason: 'the model is changed' }, running: 0 });
    expect(second.system.stores.overview.set(id).byState).toEqual({ queued: 8 });
    await parseResponse(second.client.stages[':stage'].pause.$delete({ param }));
    expect((await second.settled(id)).byState).toEqual({ 'in-review': 8 });
  },
);

test.skipIf(!isRedisHere)('a pause survives a Redis that is wiped', LONG, async () => {
  const redis = await startLocalRedis();
  onTestFinished(() => redis.stop());
  const folder = await temporaryFolder();
  const photos = join(folder, 'photos');
  await generatePhotos(photos, 6);
  const running = await startSystem(join(folder, 'data'), { QUEUE_URL: redis.url });
  onTestFinished(() => running.stop());
  const { stores } = running.system;
  const param = { stage: 'open-review' } as const;
  await parseResponse(running.client.stages[':stage'].pause.$put({ param, json: { reason: 'not today' } }));
  const json = { sourceFolder: photos, subject: 'Wiped', location: 'Test Place', folderKey: 'nature' };
  const { id } = await parseResponse(running.client.sets.$post({ json }));
  const wiped = () => stores.events.list({ limit: 10_000 }).filter(({ kind }) => kind === 'engine.reconciled');
  await vi.waitFor(() => {
    const queued = stores.overview.set(id).stages.find(({ stage }) => stage === 'draft-text');
    expect(queued).toMatchObject({ done: 6 });
  }, PATIENCE);
  await redis.wipe();
  await vi.waitFor(() => expect(wiped()).not.toEqual([]), PATIENCE);

  // Comes after it in the same queue engine: by then a pause that was lost would have let the first set through.
  const { set } = await running.add({ sourceFolder: join(folder, 'empty') });
  expect(set.state).toBe('refused');
  expect(stores.overview.set(id).byState).toEqual({ queued: 6 });
  await parseResponse(running.client.stages[':stage'].pause.$delete({ param }));
  expect((await running.settled(id)).byState).toEqual({ 'in-review': 6 });
});
