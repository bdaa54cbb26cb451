import { randomUUID } from 'node:crypto';
import { stageNames } from '@proofline/domain/stage.ts';
import { jobId, type Job } from '@proofline/domain/work-ledger.ts';
import fc from 'fast-check';
import type { Engine, EngineQueue, EngineWorker, EngineWorkerOptions, JobProcessor } from '../engine.ts';

/** Within this time anything that is waited for happens on a loaded machine, or it does not happen. */
export const WAIT = { timeout: 20_000, interval: 20 };

/** How long a job goes on after something was told to close: longer than a close that does not wait takes. */
export const JOB_MS = 300;

const SETTINGS: EngineWorkerOptions = { concurrency: 4, lockDurationMs: 30_000, stalledIntervalMs: 10_000 };

/** The engine that is being proved, with what the proofs do to it. */
export type EngineBench = {
  readonly engine: Engine;
  /** Loses everything that the engine holds; `engine` is then the one to go on with. */
  wipe(): Promise<void>;
  newQueue(): EngineQueue;
  work(queue: EngineQueue, process: JobProcessor, settings?: Partial<EngineWorkerOptions>): EngineWorker;
};

export function makeBench(first: Engine, wipe: () => Promise<Engine>): EngineBench {
  let engine = first;
  return {
    get engine() {
      return engine;
    },
    async wipe() {
      engine = await wipe();
    },
    newQueue: () => engine.queue(`q-${randomUUID()}`),
    work: (queue, process, settings) => engine.worker(queue.name, process, { ...SETTINGS, ...settings }),
  };
}

export const photoJob = (id: number): Job => ({ subject: { kind: 'photo', id }, stage: 'render-photo', epoch: 1 });

export const anyJob: fc.Arbitrary<Job> = fc.record({
  subject: fc.record({ kind: fc.constantFrom('photo', 'set'), id: fc.integer({ min: 1 }) }),
  stage: fc.constantFrom(...stageNames),
  epoch: fc.integer({ min: 1 }),
});

export const add = (queue: EngineQueue, job: Job, delay = 0) => queue.add(job.stage, job, { jobId: jobId(job), delay });
export const addAll = (queue: EngineQueue, jobs: readonly Job[]) =>
  queue.addBulk(jobs.map((job) => ({ name: job.stage, data: job, opts: { jobId: jobId(job) } })));

export async function idsIn(queue: EngineQueue) {
  return (await queue.getJobs(['waiting', 'delayed', 'active']))
    .map(({ id }) => String(id))
    .toSorted((a, b) => a.localeCompare(b));
}

export async function isIdle(queue: EngineQueue): Promise<boolean> {
  const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed', 'completed');
  return Object.values(counts).every((count) => count === 0);
}

export function makeGate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: () => resolve() };
}
