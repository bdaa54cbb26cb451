import type { StageName } from '@proofline/domain/stage.ts';
import type { OutboxEntry, WorkLedger } from '@proofline/domain/work-ledger.ts';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startDispatcher } from './dispatcher.ts';
import type { Engine } from './engine/engine.ts';

/** After this the windows have grown to their full size. */
const WINDOWS_OPEN_MS = 300;

test('rows go to the queue of their stage under deterministic ids and with their delay, and are forgotten', async () => {
  const world = newWorld([
    row(1, 'render-photo'),
    row(2, 'draft-text', 5_000),
    row(3, 'render-photo'),
    { ...row(4, 'validate-set'), job: { subject: { kind: 'set', id: 4 }, stage: 'validate-set', epoch: 2 } },
  ]);
  await world.settled();
  expect(world.added).toEqual([
    ['render-photo', [jobOf(1, 'render-photo', 0), jobOf(3, 'render-photo', 0)]],
    ['draft-text', [jobOf(2, 'draft-text', 5_000)]],
    [
      'validate-set',
      [
        {
          name: 'validate-set',
          data: { subject: { kind: 'set', id: 4 }, stage: 'validate-set', epoch: 2 },
          opts: { jobId: 's4-validate-set-e2', delay: 0 },
        },
      ],
    ],
  ]);
  expect(world.rows).toEqual([]);
});

test('what is written while nobody looks goes as soon as the dispatcher is woken', async () => {
  const world = newWorld([]);
  await world.settled();
  world.rows.push(row(1, 'render-photo'));
  await world.settled();
  expect(world.rows).toHaveLength(1);
  world.dispatcher.wake();
  await world.settled();
  expect(world.rows).toEqual([]);
});

test('without being woken it looks again after half a second', async () => {
  const world = newWorld([]);
  await world.settled();
  world.rows.push(row(1, 'render-photo'));
  await vi.advanceTimersByTimeAsync(499);
  expect(world.rows).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(world.rows).toEqual([]);
});

test('a wake during a round is not lost: what came meanwhile goes in the next one', async () => {
  const world = newWorld([row(1, 'render-photo')], { held: true });
  await world.addBegun();
  world.rows.push(row(2, 'render-photo'));
  world.dispatcher.wake();
  world.letGo();
  await world.settled();
  expect(world.ids()).toEqual(['p1-render-photo-e1', 'p2-render-photo-e1']);
});

test('rows that the engine refuses stay, the fault is reported, and the next round takes them', async () => {
  const world = newWorld([row(1, 'render-photo'), row(2, 'draft-text')]);
  const refused = new Error('the connection is closed');
  world.failing.add = refused;
  await world.settled();
  expect(world.errors).toEqual([refused]);
  expect(world.rows).toHaveLength(2);
  delete world.failing.add;
  world.dispatcher.wake();
  await world.settled();
  expect(world.ids()).toEqual(['p1-render-photo-e1', 'p2-draft-text-e1']);
});

test('a row that was added and not forgotten is added a second time under the same id', async () => {
  const world = newWorld([row(1, 'render-photo')]);
  const locked = new Error('the database is locked');
  world.failing.forget = locked;
  await world.settled();
  expect(world.errors).toEqual([locked]);
  expect(world.rows).toHaveLength(1);
  delete world.failing.forget;
  world.dispatcher.wake();
  await world.settled();
  expect(world.ids()).toEqual(['p1-render-photo-e1', 'p1-render-photo-e1']);
});

test('at first each queue gets a few, so that workers have something at once; then more from round to round', async () => {
  const world = newWorld([
    ...Array.from({ length: 600 }, (_, index) => row(index + 1, 'render-photo')),
    ...Array.from({ length: 600 }, (_, index) => row(index + 601, 'draft-text')),
  ]);
  await world.settled();
  const held = [world.rows.length];
  for (let round = 0; round < 4; round += 1) {
    await vi.advanceTimersByTimeAsync(100);
    held.push(world.rows.length);
  }
  expect(held).toEqual([1_160, 1_000, 360, 200, 200]);
});

test('a queue gets no more than it has room for; the rest waits in the outbox until there is room again', async () => {
  const world = newWorld(Array.from({ length: 1_200 }, (_, index) => row(index + 1, 'render-photo')));
  await vi.advanceTimersByTimeAsync(WINDOWS_OPEN_MS);
  expect(world.waiting.get('render-photo')).toBe(500);
  expect(world.rows).toHaveLength(700);
  world.waiting.set('render-photo', 100);
  await vi.advanceTimersByTimeAsync(100);
  expect(world.waiting.get('render-photo')).toBe(500);
  expect(world.rows).toHaveLength(300);
  world.waiting.set('render-photo', 0);
  await vi.advanceTimersByTimeAsync(100);
  expect(world.rows).toEqual([]);
  expect(new Set(world.ids()).size).toBe(1_200);
});

test('however jobs come and go, a queue never holds more than its window', async () => {
  const world = newWorld([]);
  let most = 0;
  for (let round = 0; round < 60; round += 1) {
    world.rows.push(...Array.from({ length: 97 }, (_, index) => row(round * 97 + index + 1, 'render-photo')));
    world.dispatcher.wake();
    await vi.advanceTimersByTimeAsync(100);
    const held = world.waiting.get('render-photo') ?? 0;
    most = Math.max(most, held);
    world.waiting.set('render-photo', Math.max(0, held - (round % 3) * 20));
  }
  expect(most).toBe(500);
  expect(new Set(world.ids()).size).toBe(world.ids().length);
});

test('a full queue holds up no other', async () => {
  const world = newWorld([
    ...Array.from({ length: 600 }, (_, index) => row(index + 1, 'render-photo')),
    row(601, 'draft-text'),
  ]);
  await vi.advanceTimersByTimeAsync(WINDOWS_OPEN_MS);
  expect(world.ids()).toContain('p601-draft-text-e1');
  expect(world.rows).toHaveLength(100);
});

test('a stop waits for the round under way, and after it nothing is moved', async () => {
  const world = newWorld([row(1, 'render-photo')], { held: true });
  await world.addBegun();
  let stopped = false;
  const stopping = world.dispatcher.stop().then(() => (stopped = true));
  world.rows.push(row(2, 'render-photo'));
  world.dispatcher.wake();
  expect(stopped).toBe(false);
  world.letGo();
  await stopping;
  expect(world.rows).toMatchObject([{ id: 2 }]);
  expect(world.ids()).toEqual(['p1-render-photo-e1']);
});

function row(id: number, stage: StageName, delayMs = 0): OutboxEntry {
  return { id, job: { subject: { kind: 'photo', id }, stage, epoch: 1 }, delayMs };
}

function jobOf(id: number, stage: StageName, delay: number) {
  return { name: stage, data: row(id, stage).job, opts: { jobId: `p${id}-${stage}-e1`, delay } };
}

type AddedJob = ReturnType<typeof jobOf>;

/** A dispatcher between an outbox and an engine that may both fail, and with `held` an engine that takes its time. */
function newWorld(entries: readonly OutboxEntry[], { held = false } = {}) {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const rows = [...entries];
  const added: (readonly [string, readonly AddedJob[]])[] = [];
  const errors: unknown[] = [];
  const failing: { add?: Error; forget?: Error } = {};
  /** Jobs that each queue holds; nobody works on them. */
  const waiting = new Map<string, number>();
  const begun = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  if (!held) gate.resolve();

  const ledger = {
    outboxStages: () => [...new Set(rows.map(({ job }) => job.stage))],
    outbox: (limit: number, stage?: StageName) => rows.filter(({ job }) => job.stage === stage).slice(0, limit),
    forgetOutbox(ids: readonly number[]) {
      if (failing.forget !== undefined) throw failing.forget;
      for (const id of ids)
        rows.splice(
          rows.findIndex((entry) => entry.id === id),
          1,
        );
    },
  } satisfies Partial<WorkLedger> as unknown as WorkLedger;
  const engine = {
    queue: (name: string) => ({
      getJobCountByTypes: () => Promise.resolve(waiting.get(name) ?? 0),
      async addBulk(jobs: readonly AddedJob[]) {
        begun.resolve();
        await gate.promise;
        if (failing.add !== undefined) throw failing.add;
        added.push([name, jobs]);
        waiting.set(name, (waiting.get(name) ?? 0) + jobs.length);
      },
    }),
  } as unknown as Engine;
  const dispatcher = startDispatcher({ ledger, engine, onError: (error) => errors.push(error) });
  onTestFinished(() => dispatcher.stop());

  return {
    rows,
    added,
    waiting,
    errors,
    failing,
    dispatcher,
    addBegun: () => begun.promise,
    letGo: () => gate.resolve(),
    /** Everything that can happen without time going by has happened. */
    settled: () => vi.advanceTimersByTimeAsync(0),
    ids: () => added.flatMap(([, jobs]) => jobs.map(({ opts }) => opts.jobId)),
  };
}
