import { done } from '@proofline/domain/stage.ts';
import type { Death, DeathEvidence } from '@proofline/domain/suspicion.ts';
import { ProcessDied } from '@proofline/domain/suspicion.ts';
import type { Completion, Job, WorkLedger } from '@proofline/domain/work-ledger.ts';
import { expect, test } from 'vitest';
import { openAdmission } from './admission.ts';
import type { ReadyStage, StageNeeds } from './plan.ts';

const job = (id: number): Job => ({ subject: { kind: 'photo', id }, stage: 'render-photo', epoch: 1 });
const never = new AbortController().signal;
const evidence: DeathEvidence = {
  signal: 'SIGSEGV',
  exitCode: null,
  residentBytes: 5_000_000,
  lastWords: '',
  byItself: true,
};
const past = (death: Partial<Death>): Death => ({
  process: 'whole',
  startedAt: '2026-01-01T00:00:00.000Z',
  alone: false,
  clearedSince: false,
  evidence: null,
  ...death,
});
const inCompany = past({});
const alone = past({ alone: true });

class DecoderDied extends ProcessDied {
  override readonly name = 'DecoderDied';
  override readonly evidence = evidence;
}

test('a photo over which two processes died waits until the process has proved that it lives, then runs alone', async () => {
  const world = newWorld({ 1: [inCompany, inCompany] });
  expect(await world.run(1)).toMatchObject({ kind: 'again', delayMs: 5_000 });
  expect(world.claims).toEqual([]);

  world.nowMs = 5_000;
  const bystander = world.run(2);
  const suspect = world.run(1);
  const later = world.run(3);
  await new Promise(setImmediate);
  expect(world.under).toEqual([2]);
  world.finish(2);
  await bystander;
  await new Promise(setImmediate);
  expect(world.under).toEqual([1]);
  world.finish(1);
  await suspect;
  await new Promise(setImmediate);
  world.finish(3);
  await later;
  expect(world.claims).toEqual([
    [2, false],
    [1, true],
    [3, false],
  ]);
});

test('a photo that was the death of two processes while it ran alone is quarantined without another run', async () => {
  const deaths = [inCompany, inCompany, alone, alone];
  const world = newWorld({ 1: deaths });
  expect(await world.run(1)).toEqual({ kind: 'finished' });
  expect(world.under).toEqual([]);
  expect(world.completions).toMatchObject([
    { kind: 'quarantined', refusal: { code: 'quarantined', reason: /render-photo/ }, deaths, error: null },
  ]);
});

test('a stage that takes things back is never kept from it', async () => {
  const world = newWorld({ 1: [alone, alone, alone] }, { neverQuarantined: true });
  const running = world.run(1);
  await new Promise(setImmediate);
  world.finish(1);
  await running;
  expect(world.completions).toMatchObject([{ kind: 'done' }]);
});

test('the second decoder that dies over a photo ends its path, with attempts left', async () => {
  const world = newWorld({ 1: [past({ process: 'decoder', evidence })] });
  const running = world.run(1);
  await new Promise(setImmediate);
  world.fail(1, new Error('cannot render', { cause: new DecoderDied('ended by SIGSEGV') }));
  expect(await running).toEqual({ kind: 'finished' });
  expect(world.died).toEqual(['ended by SIGSEGV']);
  expect(world.completions).toMatchObject([
    {
      kind: 'quarantined',
      refusal: { reason: /died 2 times over this photo at render-photo \(the decoder ended with SIGSEGV at 5 MiB/ },
      deaths: [{ evidence }, { evidence }],
      error: { class: 'Error', evidence },
    },
  ]);
});

test('after the first decoder that dies the photo is tried again as usual', async () => {
  const world = newWorld({});
  const running = world.run(1);
  await new Promise(setImmediate);
  world.fail(1, new DecoderDied('ended by SIGSEGV'));
  expect(await running).toMatchObject({ kind: 'again' });
  expect(world.completions).toMatchObject([{ kind: 'retryable', error: { evidence } }]);
});

test('where something may be on the site already, the photo rests there instead', async () => {
  const world = newWorld({ 1: [inCompany, inCompany, alone, alone] }, { whenGivenUp: 'in-review' });
  await world.run(1);
  expect(world.completions).toMatchObject([{ kind: 'skipped', next: { kind: 'rest', state: 'in-review' } }]);
});

test('who waits to be alone hands its job back at once when the process stops', async () => {
  const world = newWorld({ 1: [inCompany, inCompany] });
  world.nowMs = 60_000;
  const bystander = world.run(2);
  const stopping = new AbortController();
  const waiting = world.run(1, stopping.signal);
  stopping.abort();
  expect(await waiting).toEqual({ kind: 'again', delayMs: 0 });
  await new Promise(setImmediate);
  world.finish(2);
  await bystander;
  expect(world.claims).toEqual([[2, false]]);
});

/** A stage whose runs end when the test says so. */
function newWorld(deaths: Readonly<Record<number, readonly Death[]>>, policy: Partial<ReadyStage> = {}) {
  const open = new Map<number, ReturnType<typeof Promise.withResolvers<ReturnType<typeof done>>>>();
  const completions: Completion[] = [];
  const claims: (readonly [number, boolean])[] = [];
  const died: string[] = [];
  const ledger = {
    deaths: ({ subject }: Job) => deaths[subject.id] ?? [],
    claim({ subject }: Job, run: { readonly alone?: boolean }) {
      claims.push([subject.id, run.alone === true]);
      return { kind: 'claimed', attempt: 1 };
    },
    complete(_job: Job, _token: string, completion: Completion) {
      completions.push(completion);
      return 'committed';
    },
  } as unknown as WorkLedger;
  const stage: ReadyStage = {
    name: 'render-photo',
    subject: 'photo',
    maxAttempts: 3,
    timeoutMs: 60_000,
    backoffMs: 100,
    concurrency: 8,
    undoes: [],
    run(id) {
      const resolvers = Promise.withResolvers<ReturnType<typeof done>>();
      open.set(id, resolvers);
      return resolvers.promise.finally(() => open.delete(id));
    },
    ...policy,
  };
  const world = {
    nowMs: 0,
    completions,
    claims,
    died,
    /** Photos whose runs are under way. */
    get under() {
      return [...open.keys()];
    },
    finish: (id: number) => open.get(id)?.resolve(done({})),
    fail: (id: number, error: Error) => open.get(id)?.reject(error),
    run: (id: number, stopping = never) => admission.run(job(id), stage, never, stopping),
  };
  const admission = openAdmission(
    {
      ledger,
      needs: {} as StageNeeds,
      workspace: {} as never,
      blocks: {} as never,
      worker: 'test',
      onProcessDied: ({ message }) => died.push(message),
    },
    () => world.nowMs,
  );
  return world;
}
