import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { generatePhotos } from '../support/generated-photos.ts';
import { hasLocalRedis, startLocalRedis } from '../support/redis-server.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Starts of several processes, on a slow and shared machine. */
const PATIENCE = { timeout: 120_000, interval: 20 };
const LONG = { timeout: 300_000 };
const isRedisHere = await hasLocalRedis();

test.skipIf(!isRedisHere)(
  'two worker processes on one Redis share the work, up to the published site',
  LONG,
  async () => {
    const { running, photos, sql } = await withWorkers(2, 30);
    const { set, byState } = await running.add({ sourceFolder: photos });
    expect(byState).toEqual({ 'in-review': 30 });
    await running.approveAll(set.id);
    await running.client.publications.$post({ json: {} });
    expect((await running.settled(set.id)).byState).toEqual({ published: 30 });

    const runsByWorker = sql<{ pid: number; runs: number }>(
      `SELECT p.pid, count(*) AS runs FROM stage_attempts a JOIN processes p ON p.id = a.process_id
     WHERE p.role = 'worker' AND a.outcome = 'done' GROUP BY p.pid`,
    );
    expect(runsByWorker).toHaveLength(2);
    const [{ total } = { total: 0 }] = sql<{ total: number }>(
      `SELECT count(*) AS total FROM stage_attempts WHERE outcome = 'done'`,
    );
    expect(runsByWorker.reduce((sum, { runs }) => sum + runs, 0)).toBe(total);
  },
);

test.skipIf(!isRedisHere)(
  'a worker that is killed is replaced, and its photos go on at once with the others',
  LONG,
  async () => {
    const { running, photos, sql, workerPids } = await withWorkers(2, 60);
    const adding = running.add({ sourceFolder: photos });
    const killed: number[] = [];
    for (const inReview of [1, 20]) {
      const { reviews } = running.system.stores;
      await vi.waitFor(() => expect(reviews.list({ limit: 100 }).length).toBeGreaterThanOrEqual(inReview), PATIENCE);
      const pid = await vi.waitFor(() => workerPids().find((candidate) => !killed.includes(candidate))!, PATIENCE);
      process.kill(pid, 'SIGKILL');
      killed.push(pid);
    }
    expect((await adding).byState).toEqual({ 'in-review': 60 });

    await vi.waitFor(() => expect(workerPids().filter((pid) => !killed.includes(pid))).toHaveLength(2), PATIENCE);
    expect(
      sql(`SELECT count(*) AS lost FROM photos WHERE run_token IS NOT NULL UNION ALL
         SELECT count(*) FROM stage_attempts WHERE finished_at IS NULL`),
    ).toEqual([{ lost: 0 }, { lost: 0 }]);
    const deaths = running.system.stores.events.list({ limit: 10_000 }).filter(({ kind }) => kind === 'worker.died');
    expect(deaths.map(({ detail }) => detail['pid'])).toEqual(killed);
  },
);

test.skipIf(!isRedisHere)(
  'a system that stops takes its workers with it, and everything they held is handed back',
  LONG,
  async () => {
    const { running, photos, sql, workerPids } = await withWorkers(2, 40);
    const adding = running.add({ sourceFolder: photos });
    adding.catch(() => {});
    const { reviews } = running.system.stores;
    await vi.waitFor(() => expect(reviews.list({ limit: 100 }).length).toBeGreaterThan(0), PATIENCE);
    const pids = workerPids();
    await running.stop();

    expect(pids.filter(isRunning)).toEqual([]);
    expect(sql(`SELECT DISTINCT ending FROM processes`)).toEqual([{ ending: 'orderly' }]);
    expect(sql(`SELECT count(*) AS open FROM stage_attempts WHERE finished_at IS NULL`)).toEqual([{ open: 0 }]);
  },
);

async function withWorkers(workers: number, photoCount: number) {
  const redis = await startLocalRedis();
  onTestFinished(() => redis.stop());
  const folder = await temporaryFolder();
  const photos = join(folder, 'photos');
  await generatePhotos(photos, photoCount);
  const dataFolder = join(folder, 'data');
  const running: RunningSystem = await startSystem(dataFolder, {
    QUEUE_URL: redis.url,
    PROOFLINE_WORKERS: String(workers),
    PROOFLINE_CONCURRENCY: '1',
  });
  onTestFinished(() => running.stop());
  const database = new Database(join(dataFolder, 'review.db'), { readonly: true });
  onTestFinished(() => void database.close());
  const sql = <Row>(query: string) => database.prepare<[], Row>(query).all();
  const workerPids = () =>
    sql<{ pid: number }>(`SELECT pid FROM processes WHERE role = 'worker' AND ending IS NULL`).map(({ pid }) => pid);
  return { running, photos, sql, workerPids };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
