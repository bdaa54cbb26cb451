import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseResponse } from '@proofline/api/client.ts';
import { expect, onTestFinished, test, vi } from 'vitest';
import { attemptOutcomes } from '../support/attempts.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { hasLocalRedis, send, startLocalRedis, type LocalRedisServer } from '../support/redis-server.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { areLongTests } from '../support/long-tests.ts';

const PHOTOS = areLongTests ? 24 : 8;
/** How often a tenth of the keys goes, and how often the whole server. */
const ROUNDS = areLongTests ? 20 : 6;
const FLAPS = areLongTests ? 8 : 3;
const LONG = { timeout: 300_000 };
const PATIENCE = { timeout: 120_000, interval: 50 };
const isRedisHere = await hasLocalRedis();

test.skipIf(!isRedisHere)(
  'a server that loses a tenth of its keys again and again: every photo arrives, once',
  LONG,
  async () => {
    const { redis, running, setId } = await startedSet();
    const random = seeded(7);
    for (let round = 0; round < ROUNDS; round += 1) {
      await send(redis.url, async (connection) => {
        const keys = (await connection.keys('*')).toSorted().filter(() => random() < 0.1);
        if (keys.length > 0) await connection.del(...keys);
      });
      await pause(200);
    }
    await expectAllArrived(running, setId);
  },
);

test.skipIf(!isRedisHere)('a server that goes away for a second again and again costs no attempt', LONG, async () => {
  const { redis, running, setId } = await startedSet();
  for (let flap = 0; flap < FLAPS; flap += 1) {
    await redis.kill();
    await pause(300);
    await redis.startAgain();
    await pause(500);
  }
  await expectAllArrived(running, setId);
});

test.skipIf(!isRedisHere)(
  'a server without memory takes nothing; with memory again everything goes on',
  LONG,
  async () => {
    const { redis, running, setId } = await startedSet();
    await send(redis.url, (connection) => connection.config('SET', 'maxmemory', '1'));
    await vi.waitFor(async () => {
      await expect(send(redis.url, (connection) => connection.set('x', 'y'))).rejects.toThrow(/OOM/);
    }, PATIENCE);
    await pause(2_000);
    const { byState } = running.system.stores.overview.set(setId);
    expect(byState['in-review'] ?? 0).toBeLessThan(PHOTOS);
    await send(redis.url, (connection) => connection.config('SET', 'maxmemory', '0'));
    await expectAllArrived(running, setId);
  },
);

test.skipIf(!isRedisHere)(
  'a server that may drop keys all of a sudden is left alone until it may not any more',
  LONG,
  async () => {
    const { redis, running, setId } = await startedSet();
    const set = (policy: string) =>
      send(redis.url, (connection) => connection.config('SET', 'maxmemory-policy', policy));
    await set('allkeys-lru');
    const { newest } = await vi.waitFor(async () => {
      const reports = await parseResponse(running.client['crash-reports'].$get({ query: { limit: '1' } }));
      expect(reports.count).toBeGreaterThan(0);
      return reports;
    }, PATIENCE);
    expect(newest[0]!.reason).toMatch(/maxmemory-policy is allkeys-lru.*CONFIG SET maxmemory-policy noeviction/);
    await set('noeviction');
    await expectAllArrived(running, setId);
    const kinds = running.system.stores.events.list({ limit: 10_000 }).map(({ kind }) => kind);
    expect(kinds).toContain('engine.lost');
    expect(kinds).toContain('engine.rebuilt');
  },
);

/** A set of photos, some of which are on their way. */
async function startedSet(): Promise<{ redis: LocalRedisServer; running: RunningSystem; setId: number }> {
  const redis = await startLocalRedis();
  onTestFinished(() => redis.stop());
  const folder = await temporaryFolder();
  await generatePhotos(join(folder, 'photos'), PHOTOS);
  const running = await startSystem(join(folder, 'data'), { QUEUE_URL: redis.url, PROOFLINE_CONCURRENCY: '2' });
  onTestFinished(() => running.stop());
  const json = { sourceFolder: join(folder, 'photos'), subject: 'Robbed', location: 'Test Place', folderKey: 'nature' };
  const { id: setId } = await parseResponse(running.client.sets.$post({ json }));
  await vi.waitFor(() => expect(running.system.stores.overview.set(setId).photos).toBe(PHOTOS), PATIENCE);
  return { redis, running, setId };
}

async function expectAllArrived(running: RunningSystem, setId: number): Promise<void> {
  expect((await running.settled(setId)).byState).toEqual({ 'in-review': PHOTOS });
  const names = running.system.stores.reviews.list({ setId }).map(({ fileName }) => fileName);
  expect(new Set(names).size).toBe(PHOTOS);
  const burned = Object.keys(attemptOutcomes(join(running.config.dataFolder, 'review.db'))).filter((outcome) =>
    ['retryable', 'discarded', 'refused'].includes(outcome),
  );
  expect(burned).toEqual([]);
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
