import type { QueueBlock } from '@proofline/domain/blocking.ts';
import type { Event } from '@proofline/domain/event.ts';
import type { StageStanding } from '@proofline/domain/stage-setting.ts';
import { jobId, type Job, type WorkLedger } from '@proofline/domain/work-ledger.ts';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Engine } from './engine/engine.ts';
import { stages } from './plan.ts';
import { startReconciler } from './reconciler.ts';

const lost: Job = { subject: { kind: 'photo', id: 1 }, stage: 'render-photo', epoch: 1 };
const held: Job = { subject: { kind: 'photo', id: 2 }, stage: 'render-photo', epoch: 1 };
const fenced: Job = { subject: { kind: 'photo', id: 3 }, stage: 'draft-text', epoch: 1 };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('an engine that is still the same is left alone', async () => {
  const world = await newWorld({ due: [lost], jobs: [] });
  await vi.advanceTimersByTimeAsync(4_000);
  expect(world.refilled).toEqual([]);
  expect(world.events).toEqual([]);
});

test('a wiped engine gets back what is due and loses what is not, within two seconds, and the drift is an event', async () => {
  const world = await newWorld({ due: [lost, held], jobs: [held, fenced] });
  world.wipeGeneration();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(world.refilled).toEqual([lost]);
  // What may be left of the lost one goes, too: it would keep the engine from taking it again.
  expect(world.removed).toEqual([jobId(lost), jobId(fenced)]);
  expect(world.woken).toBe(1);
  expect(world.events).toMatchObject([
    { kind: 'engine.reconciled', detail: { reason: 'engine-wiped', missing: 1, stale: 1 } },
  ]);
});

test('a wiped engine halts again what is halted, for as long as it still is', async () => {
  const world = await newWorld({ due: [], jobs: [] });
  const blockedAt = new Date().toISOString();
  const nextProbeAt = new Date(Date.now() + 30_000).toISOString();
  world.blocks.push(
    {
      stage: 'draft-text',
      captioner: null,
      condition: 'captioner-unavailable',
      reason: 'down',
      blockedAt,
      probes: 6,
      nextProbeAt,
    },
    {
      stage: 'render-photo',
      captioner: null,
      condition: 'disk-full',
      reason: 'full',
      blockedAt,
      probes: 1,
      nextProbeAt: blockedAt,
    },
  );
  world.wipeGeneration();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(world.halted).toEqual([['draft-text', 29_000]]);
});

test('a pause and a limit reach the engine at start, within a second of a change, and again after a wipe', async () => {
  const world = await newWorld({ due: [], jobs: [] });
  const draft: StageStanding = { stage: 'draft-text', pause: null, maxConcurrency: null, running: 0 };
  world.settings.push({ ...draft, pause: { at: new Date().toISOString(), by: 'Otto', reason: 'a new model' } });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(world.applied).toEqual(['pause draft-text', 'unlimited draft-text']);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(world.applied).toHaveLength(2);

  world.wipeGeneration();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(world.applied.slice(2)).toEqual(['pause draft-text', 'unlimited draft-text']);

  world.settings.splice(0, 1, { ...draft, maxConcurrency: 1 });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(world.applied.slice(4)).toEqual(['resume draft-text', 'limit draft-text 1']);
});

test('a pause that the engine lost, though it was not wiped, is there again within two seconds, and what else is gone is looked for', async () => {
  const world = await newWorld({ due: [lost, held], jobs: [held] });
  const pause = { at: new Date().toISOString(), by: 'Otto', reason: 'a new model' };
  world.settings.push({ stage: 'draft-text', pause, maxConcurrency: null, running: 0 });
  await vi.advanceTimersByTimeAsync(1_000);
  world.paused.clear();
  await vi.advanceTimersByTimeAsync(2_000);
  expect([...world.paused]).toEqual(['draft-text']);
  expect(world.refilled).toEqual([lost]);
  expect(world.events).toMatchObject([{ detail: { reason: 'engine-robbed', missing: 1 } }]);
});

test('every wipe is noticed, not only the first', async () => {
  const world = await newWorld({ due: [lost], jobs: [] });
  world.wipeGeneration();
  await vi.advanceTimersByTimeAsync(2_000);
  world.wipeGeneration();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(world.events).toHaveLength(2);
});

test('both are compared soon after the start, too', async () => {
  const world = await newWorld({ due: [lost, held], jobs: [held] });
  await vi.advanceTimersByTimeAsync(6_000);
  expect(world.refilled).toEqual([lost]);
});

test('once a minute both are compared, and no event says that nothing was found', async () => {
  const quiet = await newWorld({ due: [held], jobs: [held] });
  const drifted = await newWorld({ due: [lost], jobs: [] });
  await vi.advanceTimersByTimeAsync(66_000);
  expect(quiet.events).toEqual([]);
  expect(drifted.refilled).toEqual([lost, lost]);
  expect(drifted.events).toMatchObject([1, 2].map(() => ({ detail: { reason: 'timer', missing: 1 } })));
});

test('a clock that was set leads to a comparison', async () => {
  const world = await newWorld({ due: [lost], jobs: [] });
  world.setClock(3_600_000);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(world.events).toMatchObject([{ detail: { reason: 'clock-jump' } }]);
});

test('a clock that was set back puts no job off: the delayed ones of every queue run at once', async () => {
  const world = await newWorld({ due: [], jobs: [] });
  world.setClock(-86_400_000);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(new Set(world.promoted)).toEqual(new Set(stages.map(({ name }) => name)));
});

test('an engine that does not answer is asked again, and told of', async () => {
  const world = await newWorld({ due: [lost], jobs: [] });
  world.breakOnce();
  world.wipeGeneration();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(world.errors).toEqual([new Error('connection lost')]);
  expect(world.refilled).toEqual([lost]);
});

test('a wipe that could not be put right at once is put right with the next look, not with the next comparison', async () => {
  const world = await newWorld({ due: [lost], jobs: [] });
  world.lockOnce();
  world.wipeGeneration();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(world.errors).toEqual([new Error('locked')]);
  expect(world.refilled).toEqual([lost]);
  expect(world.events).toMatchObject([{ detail: { reason: 'engine-wiped', missing: 1 } }]);
});

/** A reconciler over an engine and a ledger in memory. */
async function newWorld({ due, jobs }: { readonly due: readonly Job[]; readonly jobs: readonly Job[] }) {
  let generation: string | null = null;
  let broken = false;
  let locked = false;
  let offsetMs = 0;
  const world = {
    refilled: [] as Job[],
    removed: [] as string[],
    promoted: [] as string[],
    blocks: [] as QueueBlock[],
    settings: [] as StageStanding[],
    /** What the engine was told of its queues. */
    applied: [] as string[],
    paused: new Set<string>(),
    halted: [] as (readonly [string, number])[],
    events: [] as Omit<Event, 'id' | 'at'>[],
    errors: [] as unknown[],
    woken: 0,
    wipeGeneration: () => {
      generation = null;
    },
    breakOnce: () => {
      broken = true;
    },
    lockOnce: () => {
      locked = true;
    },
    setClock: (byMs: number) => {
      offsetMs = byMs;
    },
  };
  const engine = {
    async readGeneration() {
      if (!broken) return generation;
      broken = false;
      throw new Error('connection lost');
    },
    async writeGeneration(written: string) {
      generation = written;
    },
    queue: (stage: string) => ({
      getJobs: async () => jobs.filter((job) => job.stage === stage).map((data) => ({ data })),
      remove: async (id: string) => world.removed.push(id),
      removeOrphanedJobs: async () => 0,
      isPaused: async () => world.paused.has(stage),
      getGlobalConcurrency: async () => world.settings.find((setting) => setting.stage === stage)?.maxConcurrency,
      promoteJobs: async () => void world.promoted.push(stage),
      async pause() {
        world.applied.push(`pause ${stage}`);
        world.paused.add(stage);
      },
      resume: async () => void world.applied.push(`resume ${stage}`),
      setGlobalConcurrency: async (max: number) => void world.applied.push(`limit ${stage} ${max}`),
      removeGlobalConcurrency: async () => void world.applied.push(`unlimited ${stage}`),
      rateLimit: async (forMs: number) => void world.halted.push([stage, forMs]),
    }),
  } as unknown as Engine;
  const ledger = {
    dueJobs() {
      if (!locked) return due;
      locked = false;
      throw new Error('locked');
    },
    isDue: (job: Job) => due.includes(job),
    refillOutbox: (missing: readonly Job[]) => world.refilled.push(...missing),
  } as unknown as WorkLedger;
  const reconciler = await startReconciler({
    engine,
    ledger,
    events: {
      append: (event) => void world.events.push(event),
      list: () => [],
      latest: () => [],
      takingBack: () => [],
    },
    settings: { list: () => world.settings },
    blocks: { list: () => world.blocks, of: () => null, ofPhoto: () => null, halt: () => {} },
    wake: () => (world.woken += 1),
    onError: (error) => world.errors.push(error),
    clock: { wallMs: () => Date.now() + offsetMs, steadyMs: () => performance.now() },
  });
  onTestFinished(() => reconciler.stop());
  return world;
}
