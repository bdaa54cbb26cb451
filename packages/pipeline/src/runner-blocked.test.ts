import { Blocked, type QueueBlock, type QueueBlocks } from '@proofline/domain/blocking.ts';
import type { Completion, Job, WorkLedger } from '@proofline/domain/work-ledger.ts';
import { RateLimitError } from 'bullmq';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Engine, EngineJob, JobProcessor } from './engine/engine.ts';
import { fullDisk } from './fixtures/disk.ts';
import { photoToIngest } from './fixtures/dossier.ts';
import type { StageNeeds } from './plan.ts';
import { startRunner } from './runner.ts';

const job: Job = { subject: { kind: 'photo', id: 7 }, stage: 'ingest-original', epoch: 1 };
const HALT_MS = 30_000;

test('a blocked run halts its queue for as long as the truth says and gives its job back to it', async () => {
  const world = newWorld();
  await expect(world.process()).rejects.toBeInstanceOf(RateLimitError);
  expect(world.completions).toMatchObject([{ kind: 'blocked', condition: 'disk-full' }]);
  expect(world.halts).toEqual([{ queue: 'ingest-original', forMs: expect.any(Number) }]);
  expect(world.halts[0]!.forMs).toBeGreaterThan(HALT_MS - 1_000);
  expect(world.halts[0]!.forMs).toBeLessThanOrEqual(HALT_MS);
  expect(world.errors).toEqual([]);
});

test('a run that cannot even be written down halts its queue all the same, and is told of', async () => {
  const locked = new Blocked('database-busy', 'locked by another program');
  const world = newWorld({
    claim() {
      throw locked;
    },
  });
  await expect(world.process()).rejects.toBeInstanceOf(RateLimitError);
  expect(world.halts).toMatchObject([{ queue: 'ingest-original' }]);
  expect(world.written).toEqual([{ condition: 'database-busy', reason: 'locked by another program' }]);
  expect(world.errors).toMatchObject([
    { message: 'p7-ingest-original-e1 could not be completed; it stays due', cause: locked },
  ]);
});

test('a run that could not let go of its job does so as soon as something can be written, and wakes the dispatcher', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const world = newWorld({
    claim() {
      throw new Blocked('database-busy', 'locked by another program');
    },
  });
  world.letGo.push(false, false, false, true);
  await expect(world.process()).rejects.toBeInstanceOf(RateLimitError);
  const wokenByRun = world.woken;
  await vi.advanceTimersByTimeAsync(2_500);
  expect(world.woken).toBe(wokenByRun);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(world.woken).toBe(wokenByRun + 1);
  expect(world.letGo).toEqual([]);
});

test('a run that was overtaken and could not write even that does so as soon as something can be written, or at the stop', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const world = newWorld({ complete: () => 'overtaken' });
  world.letGo.push(false, false, true);
  await expect(world.process()).resolves.toBeUndefined();
  await vi.advanceTimersByTimeAsync(2_500);
  expect(world.letGo).toEqual([]);

  world.letGo.push(false, true);
  await expect(world.process()).resolves.toBeUndefined();
  await world.runner.stop(0);
  expect(world.letGo).toEqual([]);
});

test('a job whose captioner went down since it was handed over goes back to SQLite without a run', async () => {
  const world = newWorld();
  world.blocks.ofPhoto = () => world.blocks.of('ingest-original');
  await expect(world.process()).resolves.toBeUndefined();
  expect([world.completions, world.halts, world.refilled]).toEqual([[], [], [[job]]]);
});

/** Workers that run when the test says so, on a disk that is full. */
function newWorld({
  claim = () => ({ kind: 'claimed', attempt: 1 }),
  complete = () => 'committed',
}: Partial<Pick<WorkLedger, 'claim' | 'complete'>> = {}) {
  const processors = new Map<string, JobProcessor>();
  const completions: Completion[] = [];
  const halts: { readonly queue: string; readonly forMs: number }[] = [];
  const written: unknown[] = [];
  const errors: unknown[] = [];
  const letGo: boolean[] = [];
  let woken = 0;
  const refilled: (readonly Job[])[] = [];
  const engine = {
    worker(name: string, process: JobProcessor) {
      processors.set(name, process);
      return { close: () => Promise.resolve() };
    },
    queue: (queue: string) => ({ rateLimit: async (forMs: number) => void halts.push({ queue, forMs }) }),
  } as unknown as Engine;
  const ledger = {
    claim,
    refillOutbox: (jobs: readonly Job[]) => refilled.push(jobs),
    deaths: () => [],
    letGo: () => true,
    letGoAgain: () => letGo.shift() ?? true,
    complete(ended: Job, token: string, completion: Completion) {
      completions.push(completion);
      return complete(ended, token, completion);
    },
  } as unknown as WorkLedger;
  const block: QueueBlock = {
    stage: 'ingest-original',
    captioner: null,
    condition: 'disk-full',
    reason: 'full',
    blockedAt: new Date().toISOString(),
    probes: 1,
    nextProbeAt: new Date(Date.now() + HALT_MS).toISOString(),
  };
  const blocks: { -readonly [Door in keyof QueueBlocks]: QueueBlocks[Door] } = {
    list: () => [block],
    of: () => block,
    ofPhoto: () => null,
    halt: (_stage, blocking) => void written.push(blocking),
  };
  const runner = startRunner({
    engine,
    ledger,
    blocks,
    needs: { photos: { get: () => photoToIngest }, diskFloor: fullDisk } as unknown as StageNeeds,
    workspace: {} as never,
    worker: 'test',
    concurrency: 1,
    wake: () => (woken += 1),
    onError: (error) => errors.push(error),
  });
  return {
    runner,
    completions,
    refilled,
    blocks,
    halts,
    written,
    errors,
    letGo,
    get woken() {
      return woken;
    },
    process: () => processors.get(job.stage)!({ data: job } as EngineJob, new AbortController().signal),
  };
}
