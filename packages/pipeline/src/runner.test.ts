import type { Job, Completion, WorkLedger } from '@proofline/domain/work-ledger.ts';
import { jobId } from '@proofline/domain/work-ledger.ts';
import { DelayedError } from 'bullmq';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { testCacheFolder } from './engine/conformance/test-cache.ts';
import type { Engine, EngineJob, EngineWorkerOptions, JobProcessor } from './engine/engine.ts';
import { openEngine } from './engine/open-engine.ts';
import { computedResultsInMemory } from './fixtures/computed-results.ts';
import { dossier, paths } from './fixtures/dossier.ts';
import { stages, type StageNeeds } from './plan.ts';
import { startRunner } from './runner.ts';

const WAIT = { timeout: 120_000, interval: 20 };

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine({ url: undefined, cacheFolder: testCacheFolder });
});
afterAll(() => engine.close());
beforeEach(() => engine.clear(stages.map(({ name }) => name)));

const job: Job = { subject: { kind: 'photo', id: 7 }, stage: 'extract-metadata', epoch: 1 };

test('a job is run by the worker of its stage, and whoever waits for what it made due is woken', async () => {
  const world = startWorld();
  await add(job);
  await vi.waitFor(() => expect(world.completions).toMatchObject([{ kind: 'done' }]), WAIT);
  await vi.waitFor(() => expect(world.wakes).toBe(1), WAIT);
  expect(world.errors).toEqual([]);
});

test.each([
  ['no job', { photo: 7 }],
  ['of another stage', { ...job, stage: 'publish-photo' }],
  ['about a whole set', { ...job, subject: { kind: 'set', id: 7 } }],
  ['of no epoch', { ...job, epoch: 0 }],
])('a job whose data are %s is reported and dropped, and the worker goes on', async (_what, data) => {
  const world = startWorld();
  await engine.queue(job.stage).add(job.stage, data as Job, { jobId: 'strange' });
  await vi.waitFor(() => expect(world.errors).toHaveLength(1), WAIT);
  expect(world.errors).toMatchObject([
    {
      job: null,
      error: {
        message: 'the job strange of extract-metadata carries unreadable data; it was dropped, nothing was run',
      },
    },
  ]);
  expect(world.claimed).toEqual([]);
  await add(job);
  await vi.waitFor(() => expect(world.completions).toMatchObject([{ kind: 'done' }]), WAIT);
});

test('a run that may work next time comes back under its own id after its delay', async () => {
  const startedAt: number[] = [];
  const world = startWorld({
    read() {
      startedAt.push(Date.now());
      return startedAt.length === 1 ? Promise.reject(new Error('the disk is busy')) : Promise.resolve({});
    },
  });
  await add(job);
  await vi.waitFor(() => expect(world.completions).toMatchObject([{ kind: 'retryable' }, { kind: 'done' }]), WAIT);
  const [retry] = world.completions;
  expect(startedAt[1]! - startedAt[0]!).toBeGreaterThanOrEqual(retry?.kind === 'retryable' ? retry.delayMs : Infinity);
  expect(world.claimed).toEqual([job, job]);
});

test('a run whose outcome cannot be written is reported, and its job comes back in seconds', async () => {
  const full = new Error('the disk is full');
  const world = startWorld({
    claim: () => {
      throw full;
    },
  });
  await add(job);
  await vi.waitFor(() => expect(world.errors).toHaveLength(1), WAIT);
  expect(world.errors).toMatchObject([
    { job, error: { message: 'p7-extract-metadata-e1 could not be completed; it stays due', cause: full } },
  ]);
  await vi.waitFor(async () => expect(await delayed()).toEqual([5_000]), WAIT);
});

test('a stop lets what runs finish within its grace time', async () => {
  const running = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<object>();
  const world = startWorld({
    read() {
      running.resolve();
      return finish.promise;
    },
  });
  await add(job);
  await running.promise;
  const stopped = world.runner.stop(60_000);
  finish.resolve({});
  await stopped;
  expect(world.completions).toMatchObject([{ kind: 'done' }]);
});

test('a stop hands back what does not finish within its grace time, and the job is still there', async () => {
  const running = Promise.withResolvers<void>();
  const world = startWorld({
    read(_path, signal) {
      running.resolve();
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      });
    },
  });
  await add(job);
  await running.promise;
  await world.runner.stop(1);
  expect(world.completions).toEqual([{ kind: 'snoozed', reason: 'the process was stopping', delayMs: 5_000 }]);
  expect(await engine.queue(job.stage).getJob(jobId(job))).toMatchObject({ data: job });
});

test('what runs is told to stop when its grace time is over, and not before', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { over, workers } = fakeEngine();
  let stopped = false;
  const world = startWorld({
    over,
    read: (_path, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          stopped = true;
          reject(signal.reason as Error);
        });
      }),
  });
  const run = workers.get(job.stage)!.run(job);
  const stopping = world.runner.stop(60_000);
  await vi.advanceTimersByTimeAsync(59_999);
  expect(stopped).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(stopped).toBe(true);
  await expect(run).resolves.toBeInstanceOf(DelayedError);
  await stopping;
});

test('no stage runs more at once than the operator allows, nor more than the stage itself does', () => {
  const { over, workers } = fakeEngine();
  startWorld({ over, concurrency: 6 });
  const concurrencyOf = (name: string) => workers.get(name)?.options.concurrency;
  expect(stages.map(({ name }) => concurrencyOf(name))).toEqual(
    stages.map(({ concurrency }) => Math.min(concurrency, 6)),
  );
  expect([concurrencyOf('reserve-file-names'), concurrencyOf('render-photo')]).toEqual([1, 6]);
});

/** Runs what it is told to; a worker closes, as BullMQ's do, when its job has ended. */
function fakeEngine() {
  type FakeWorker = { readonly options: EngineWorkerOptions; run(due: Job): Promise<unknown> };
  const workers = new Map<string, FakeWorker>();
  const over = {
    worker(name: string, process: JobProcessor, options: EngineWorkerOptions) {
      let running: Promise<unknown> = Promise.resolve();
      const run = (due: Job) => {
        const handed = { data: due, moveToDelayed: () => Promise.resolve() } as unknown as EngineJob;
        running = process(handed, new AbortController().signal).catch((error: unknown) => error);
        return running;
      };
      workers.set(name, { options, run });
      return { close: () => running };
    },
  } as unknown as Engine;
  return { over, workers };
}

function add(due: Job) {
  return engine.queue(due.stage).add(due.stage, due, { jobId: jobId(due) });
}

/** Delays of the jobs that wait for their time. */
async function delayed(): Promise<readonly number[]> {
  return (await engine.queue(job.stage).getDelayed()).map(({ delay }) => Math.round(delay / 1_000) * 1_000);
}

type World = {
  readonly read?: StageNeeds['metadataReader']['read'];
  readonly claim?: WorkLedger['claim'];
  readonly over?: Engine;
  readonly concurrency?: number;
};

/** A runner over the embedded engine, with a ledger that remembers and stages that can only read metadata. */
function startWorld({ read = () => Promise.resolve({}), claim, over = engine, concurrency = 4 }: World = {}) {
  const claimed: Job[] = [];
  const completions: Completion[] = [];
  const errors: { readonly error: unknown; readonly job: Job | null }[] = [];
  let wakes = 0;
  const ledger = {
    claim(due: Job) {
      claimed.push(due);
      return { kind: 'claimed', attempt: 1 };
    },
    complete(_job: Job, _token: string, completion: Completion) {
      completions.push(completion);
      return 'committed';
    },
    deaths: () => [],
    letGo: () => true,
    letGoAgain: () => true,
    ...(claim && { claim }),
  } as unknown as WorkLedger;
  const renderer = { inspect: () => Promise.resolve() };
  const photos = { get: () => dossier.photo };
  const computedResults = computedResultsInMemory();
  const metadataReader = { version: '1', read };
  const needs = { photos, paths, renderer, computedResults, metadataReader } as unknown as StageNeeds;
  const runner = startRunner({
    engine: over,
    ledger,
    blocks: { list: () => [], of: () => null, ofPhoto: () => null, halt: () => {} },
    needs,
    workspace: {} as never,
    worker: 'test',
    concurrency,
    wake: () => (wakes += 1),
    onError: (error, failed) => errors.push({ error, job: failed }),
  });
  onTestFinished(() => runner.stop(0));
  return {
    runner,
    claimed,
    completions,
    errors,
    get wakes() {
      return wakes;
    },
  };
}
