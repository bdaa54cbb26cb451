import { Blocked, type QueueBlocks } from '@proofline/domain/blocking.ts';
import { RefusedPhoto } from '@proofline/domain/refusal.ts';
import { done, returnedToReview, skipped, snoozed, type Outcome, type StageRun } from '@proofline/domain/stage.ts';
import type { Completion, Job, WorkLedger } from '@proofline/domain/work-ledger.ts';
import { expect, test } from 'vitest';
import type { ReadyStage, StageNeeds } from './plan.ts';
import { runStage } from './run-stage.ts';

const job: Job = { subject: { kind: 'photo', id: 7 }, stage: 'render-photo', epoch: 2 };

test('a job that is no longer due ends quietly and does no work', async () => {
  const world = newWorld(() => Promise.reject(new Error('must not run')), { claim: { kind: 'stale' } });
  await expect(world.run()).resolves.toEqual({ kind: 'stale' });
  expect(world.completions).toEqual([]);
});

test('what a stage returns is completed with what follows in the plan', async () => {
  const world = newWorld(() => Promise.resolve(done({ reviewOpened: true })));
  await expect(world.run()).resolves.toEqual({ kind: 'finished' });
  expect(world.completions).toEqual([
    { kind: 'done', output: { reviewOpened: true }, next: { kind: 'stage', stage: 'measure-quality' } },
  ]);
});

test('a stage that is not applicable goes on with its reason', async () => {
  const world = newWorld(() => Promise.resolve(skipped('was there')));
  await world.run();
  expect(world.completions).toMatchObject([{ kind: 'skipped', reason: 'was there', next: { kind: 'stage' } }]);
});

test('a snoozed job comes back later', async () => {
  const world = newWorld(() => Promise.resolve(snoozed(5_000, 'the model is busy')));
  await expect(world.run()).resolves.toEqual({ kind: 'again', delayMs: 5_000 });
});

test('a refused photo ends by name, not as an error', async () => {
  const refusal = { code: 'truncated', reason: 'the file breaks off' } as const;
  const world = newWorld(() => Promise.reject(new RefusedPhoto(refusal)));
  await world.run();
  expect(world.completions).toEqual([{ kind: 'refused', refusal }]);
});

test('an error is retried with its class and the words of all its causes', async () => {
  const cause = new TypeError('socket closed');
  const world = newWorld(() => Promise.reject(new Error('could not send', { cause })));
  await expect(world.run()).resolves.toMatchObject({ kind: 'again' });
  expect(world.completions).toMatchObject([
    { kind: 'retryable', error: { class: 'Error', text: 'could not send: socket closed' } },
  ]);
});

test('after the last attempt the photo is discarded', async () => {
  const world = newWorld(() => Promise.reject(new Error('no')), { claim: { kind: 'claimed', attempt: 3 } });
  await world.run();
  expect(world.completions).toMatchObject([{ kind: 'discarded', error: { text: 'no' } }]);
});

test('a stage may say where its photo rests instead of being discarded', async () => {
  const world = newWorld(() => Promise.reject(new Error('site down')), {
    claim: { kind: 'claimed', attempt: 3 },
    policy: { whenGivenUp: 'in-review' },
  });
  await world.run();
  expect(world.completions).toEqual([
    { kind: 'skipped', reason: 'given up after 3 attempts: site down', next: { kind: 'rest', state: 'in-review' } },
  ]);
});

test('a photo whose approval no longer holds rests in review again', async () => {
  const world = newWorld(() => Promise.resolve(returnedToReview('the caption was changed')));
  await world.run();
  expect(world.completions).toEqual([
    { kind: 'skipped', reason: 'the caption was changed', next: { kind: 'rest', state: 'in-review' } },
  ]);
});

test('a stage that outlives its time limit is retried as a timeout', async () => {
  const world = newWorld(untilAborted, { policy: { timeoutMs: 5 } });
  await world.run();
  expect(world.completions).toMatchObject([{ kind: 'retryable', error: { class: 'StageTimeout' } }]);
});

test('work that is stopped with the process is handed back and spends no attempt', async () => {
  const stopping = new AbortController();
  const world = newWorld((_id, _needs, run) => {
    stopping.abort(new Error('stopping'));
    return untilAborted(_id, _needs, run);
  });
  await world.run(stopping.signal);
  expect(world.completions).toEqual([{ kind: 'snoozed', reason: 'the process was stopping', delayMs: 5_000 }]);
});

test('files of a run become part of the truth only when it is committed as done', async () => {
  const works = async (_id: number, _needs: StageNeeds, run: StageRun) => {
    await run.attemptFolder();
    return done({});
  };
  const fails = async (_id: number, _needs: StageNeeds, run: StageRun): Promise<Outcome> => {
    await run.attemptFolder();
    throw new Error('half written');
  };
  const committed = newWorld(works);
  await committed.run();
  expect(committed.removedFolders).toBe(0);
  const overtaken = newWorld(works, { complete: () => 'overtaken' });
  await expect(overtaken.run()).resolves.toEqual({ kind: 'overtaken' });
  expect(overtaken.removedFolders).toBe(1);
  const failed = newWorld(fails);
  await failed.run();
  expect(failed.removedFolders).toBe(1);
});

test('an output that the database refuses is an error of the attempt, and its files go', async () => {
  const world = newWorld(
    async (_id, _needs, run) => {
      await run.attemptFolder();
      return done({});
    },
    {
      complete: (completion) => {
        if (completion.kind === 'done') throw new Error('UNIQUE constraint failed: file_names.folded_key');
        return 'committed';
      },
    },
  );
  await expect(world.run()).resolves.toMatchObject({ kind: 'again' });
  expect(world.completions.at(-1)).toMatchObject({ kind: 'retryable', error: { text: /UNIQUE/ } });
  expect(world.removedFolders).toBe(1);
});

test('a dependency that is down is completed as blocked, whatever lies around it, and halts the queue for as long as the truth says', async () => {
  const world = newWorld(async (_id, _needs, run) => {
    await run.attemptFolder();
    throw new Error('not rendered', { cause: Object.assign(new Error('no space left'), { code: 'ENOSPC' }) });
  });
  const blockedAt = new Date().toISOString();
  const nextProbeAt = new Date(Date.now() + 30_000).toISOString();
  world.blocks.of = (stage) => ({
    stage,
    captioner: null,
    condition: 'disk-full',
    reason: 'no space',
    blockedAt,
    probes: 1,
    nextProbeAt,
  });
  const result = await world.run();
  expect(world.completions).toEqual([
    { kind: 'blocked', condition: 'disk-full', reason: 'not rendered: no space left' },
  ]);
  expect(result).toMatchObject({ kind: 'blocked' });
  expect(result.kind === 'blocked' && result.haltMs).toBeGreaterThan(29_000);
  expect(world.removedFolders).toBe(1);
});

test('a run whose set was rolled back for a condition halts nothing', async () => {
  const world = newWorld(() => Promise.reject(new Blocked('captioner-unavailable', 'nobody answers')));
  await expect(world.run()).resolves.toEqual({ kind: 'finished' });
});

test('an outcome that cannot be written is thrown and spends no attempt, and its files go', async () => {
  const locked = new Blocked('database-busy', 'locked by another program');
  const world = newWorld(
    async (_id, _needs, run) => {
      await run.attemptFolder();
      return done({});
    },
    {
      complete: () => {
        throw locked;
      },
    },
  );
  await expect(world.run()).rejects.toBe(locked);
  expect(world.completions.map(({ kind }) => kind)).toEqual(['done']);
  expect(world.removedFolders).toBe(1);
  expect(world.letGo).toEqual(['gone']);
});

test('a run that cannot take its folder away lets go of its job and says that files were left', async () => {
  const readOnly = Object.assign(new Error('read-only file system'), { code: 'EROFS' });
  const world = newWorld(
    async (_id, _needs, run) => {
      await run.attemptFolder();
      throw readOnly;
    },
    { removeAttempt: () => Promise.reject(readOnly) },
  );
  await expect(world.run()).rejects.toBe(readOnly);
  expect(world.completions).toEqual([]);
  expect(world.letGo).toEqual(['left']);
});

test('an overtaken run takes its folder away before it lets go of its attempt', async () => {
  const world = newWorld(
    async (_id, _needs, run) => {
      await run.attemptFolder();
      return done({});
    },
    { complete: () => 'overtaken', removeAttempt: () => Promise.resolve(expect(world.letGo).toEqual([])) },
  );
  await world.run();
  expect(world.removedFolders).toBe(1);
  expect(world.letGo).toEqual(['gone']);
});

type Run = ReadyStage['run'];

const untilAborted: Run = (_id, _needs, { signal }) =>
  new Promise((_resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
  });

/** A stage under test in a world of its own, with the completions that reached the ledger. */
function newWorld(
  run: Run,
  options: {
    readonly claim?: ReturnType<WorkLedger['claim']>;
    readonly complete?: (completion: Completion) => 'committed' | 'overtaken';
    readonly removeAttempt?: () => Promise<void>;
    readonly policy?: Partial<ReadyStage>;
  } = {},
) {
  const completions: Completion[] = [];
  const letGo: string[] = [];
  let removedFolders = 0;
  const ledger = {
    deaths: () => [],
    claim: () => options.claim ?? { kind: 'claimed', attempt: 1 },
    complete: (_job: Job, _token: string, completion: Completion) => {
      completions.push(completion);
      return options.complete?.(completion) ?? 'committed';
    },
    letGo: (_job: Job, _token: string, files: string) => void letGo.push(files),
  } as unknown as WorkLedger;
  const stage: ReadyStage = {
    name: 'render-photo',
    subject: 'photo',
    maxAttempts: 3,
    timeoutMs: 60_000,
    backoffMs: 100,
    concurrency: 1,
    undoes: [],
    run,
    ...options.policy,
  };
  const workspace = {
    openAttempt: () => Promise.resolve({ absolutePath: '/somewhere', relativePath: 'somewhere' }),
    removeAttempt: () => {
      removedFolders += 1;
      return options.removeAttempt?.() ?? Promise.resolve();
    },
    removePhoto: () => Promise.resolve(),
    removeFiles: () => Promise.resolve(),
  };
  const blocks: { -readonly [Door in keyof QueueBlocks]: QueueBlocks[Door] } = {
    list: () => [],
    of: () => null,
    ofPhoto: () => null,
    halt: () => {},
  };
  return {
    completions,
    letGo,
    blocks,
    get removedFolders() {
      return removedFolders;
    },
    run: (stop = new AbortController().signal) =>
      runStage(job, stage, { ledger, needs: {} as StageNeeds, workspace, blocks, worker: 'test' }, stop),
  };
}
