import { jobId, type Job, type WorkLedger } from '@proofline/domain/work-ledger.ts';
import type { StageStanding } from '@proofline/domain/stage-setting.ts';
import { startDispatcher } from '@proofline/pipeline/dispatcher.ts';
import { EngineLostError } from '@proofline/pipeline/engine/engine.ts';
import { openEngine } from '@proofline/pipeline/engine/open-engine.ts';
import { startReconciler } from '@proofline/pipeline/reconciler.ts';
import { expect, onTestFinished, test, vi } from 'vitest';
import { hasLocalRedis, send, startLocalRedis } from '../support/redis-server.ts';
import { startOwnTime } from '../support/own-time.ts';

const WAIT = { timeout: 120_000, interval: 20 };
const LONG = { timeout: 120_000 };
const isRedisHere = await hasLocalRedis();

/** A server that does not lose all it holds but a part of it, or goes back in time: the generation may still be there. */
test.skipIf(!isRedisHere)(
  'a job whose list is gone is handed over again, though its data are still there',
  LONG,
  async () => {
    const world = await robbedWorld();
    world.makeDue(photoJob(1), photoJob(2));
    await vi.waitFor(async () => expect(await world.waiting()).toEqual([1, 2]), WAIT);
    await world.redis((redis) => redis.del(...['wait', 'marker'].map((list) => `proofline:render-photo:${list}`)));
    expect(await world.waiting()).toEqual([]);

    world.passAMinute();
    await vi.waitFor(async () => expect(await world.waiting()).toEqual([1, 2]), WAIT);
    world.work();
    await vi.waitFor(() => expect(world.ran.toSorted((a, b) => a - b)).toEqual([1, 2]), WAIT);
  },
);

test.skipIf(!isRedisHere)('a pause and a limit that are gone are there again within two seconds', LONG, async () => {
  const world = await robbedWorld();
  const pause = { at: new Date().toISOString(), by: 'Otto', reason: 'a new model' };
  world.settings.push({ stage: 'render-photo', pause, maxConcurrency: 2, running: 0 });
  const queue = world.engine.queue('render-photo');
  const held = async () => [await queue.isPaused(), await queue.getGlobalConcurrency()];
  await vi.waitFor(async () => expect(await held()).toEqual([true, 2]), WAIT);

  await world.redis((redis) => redis.del('proofline:render-photo:meta'));
  expect(await held()).toEqual([false, null]);
  const sinceThen = startOwnTime();
  await vi.waitFor(async () => expect(await held()).toEqual([true, 2]), WAIT);
  expect(sinceThen.ms()).toBeLessThan(5_000);
});

test.skipIf(!isRedisHere)(
  'a server that comes back with what it held minutes ago is put right like one that was wiped',
  LONG,
  async () => {
    const world = await robbedWorld();
    world.makeDue(photoJob(1));
    await vi.waitFor(async () => expect(await world.waiting()).toEqual([1]), WAIT);
    await world.redis((redis) => redis.save());
    world.forget(1);
    await world.engine.queue('render-photo').remove(jobId(photoJob(1)));
    world.makeDue(photoJob(2));
    await vi.waitFor(async () => expect(await world.waiting()).toEqual([2]), WAIT);

    await world.server.kill();
    await world.server.startAgain();
    await vi.waitFor(async () => expect(await world.waiting()).toEqual([2]), WAIT);
    expect(world.events).toMatchObject([{ detail: { reason: 'engine-wiped', missing: 1, stale: 1 } }]);
  },
);

test.skipIf(!isRedisHere)(
  'a server that may drop keys since its settings were changed is used no longer, and says why once',
  LONG,
  async () => {
    const world = await robbedWorld();
    await world.redis((redis) => redis.config('SET', 'maxmemory-policy', 'allkeys-lru'));
    await vi.waitFor(() => expect(world.faults).not.toEqual([]), WAIT);
    expect(world.faults[0]).toBeInstanceOf(EngineLostError);
    expect(world.faults[0]?.message).toMatch(
      /^the Redis server at 127\.0\.0\.1:\d+ cannot be the queue engine: its maxmemory-policy is allkeys-lru.*noeviction/,
    );
    await vi.waitFor(() => expect(world.lookErrors.length).toBeGreaterThan(1), WAIT);
    expect(world.faults).toHaveLength(1);
  },
);

const photoJob = (id: number): Job => ({ subject: { kind: 'photo', id }, stage: 'render-photo', epoch: 1 });

/** The real engine with dispatcher and reconciler, over a truth in memory and a clock that can be set forward. */
async function robbedWorld() {
  const server = await startLocalRedis();
  onTestFinished(() => server.stop());
  const engine = await openEngine({ url: server.url, cacheFolder: '/nowhere' });
  onTestFinished(() => engine.close());
  const faults: Error[] = [];
  engine.onError((error) => void (error instanceof EngineLostError && faults.push(error)));
  const due = new Map<number, Job>();
  const outbox = new Map<number, Job>();
  const settings: StageStanding[] = [];
  const events: unknown[] = [];
  const lookErrors: unknown[] = [];
  let passedMs = 0;
  const refill = (jobs: readonly Job[]) => {
    for (const job of jobs) outbox.set(job.subject.id, job);
    return jobs.length;
  };
  const ledger = {
    dueJobs: () => [...due.values()].filter(({ subject }) => !outbox.has(subject.id)),
    isDue: ({ subject }: Job) => due.has(subject.id),
    refillOutbox: refill,
    outboxStages: () => (outbox.size > 0 ? ['render-photo'] : []),
    outbox: () => [...outbox].map(([id, job]) => ({ id, job, delayMs: 0 })),
    forgetOutbox: (ids: readonly number[]) => ids.forEach((id) => outbox.delete(id)),
  } as unknown as WorkLedger;
  const dispatcher = startDispatcher({ ledger, engine, onError: () => {} });
  onTestFinished(() => dispatcher.stop());
  const reconciler = await startReconciler({
    engine,
    ledger,
    events: { append: (event) => void events.push(event), list: () => [], latest: () => [], takingBack: () => [] },
    settings: { list: () => settings },
    blocks: { list: () => [], of: () => null, ofPhoto: () => null, halt: () => {} },
    wake: () => dispatcher.wake(),
    onError: (error) => lookErrors.push(error),
    clock: { wallMs: () => Date.now() + passedMs, steadyMs: () => performance.now() + passedMs },
  });
  onTestFinished(() => reconciler.stop());
  const ran: number[] = [];
  return {
    server,
    engine,
    settings,
    events,
    faults,
    lookErrors,
    ran,
    makeDue(...jobs: readonly Job[]) {
      for (const job of jobs) due.set(job.subject.id, job);
      refill(jobs);
      dispatcher.wake();
    },
    forget: (id: number) => void due.delete(id),
    passAMinute: () => void (passedMs += 61_000),
    work() {
      engine.worker(
        'render-photo',
        async ({ data }) => {
          due.delete(data.subject.id);
          ran.push(data.subject.id);
        },
        { concurrency: 1, lockDurationMs: 30_000, stalledIntervalMs: 10_000 },
      );
    },
    async waiting() {
      const jobs = await engine.queue('render-photo').getJobs(['waiting']);
      return jobs.map(({ data }) => data.subject.id).toSorted((a, b) => a - b);
    },
    redis: (command: Parameters<typeof send>[1]) => send(server.url, command),
  };
}
