import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { done } from '@proofline/domain/stage.ts';
import type { Completion, Job, WorkLedger } from '@proofline/domain/work-ledger.ts';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openDecoderPool } from './adapters/decoder/pool.ts';
import { temporaryFolder } from './fixtures/temporary-folder.ts';
import type { ReadyStage } from './plan.ts';
import { runStage } from './run-stage.ts';

const misbehaving = new URL('./adapters/decoder/fixtures/misbehaving-decoder.ts', import.meta.url);
const GUILTY = 1;
const INNOCENT = 2;

test('a photo that its decoder loops over is given up after its attempts, and those that wait for the decoder spend none', async () => {
  const world = await newWorld();
  for (const attempt of [1, 2, 3]) {
    const looping = world.run(GUILTY, { attempt, timeoutMs: 61_000 });
    await world.untilItLoops();
    await world.run(INNOCENT, { attempt: 1, timeoutMs: 50 });
    world.letTimePass();
    await looping;
  }
  expect(world.completionsOf(GUILTY)).toMatchObject([
    { kind: 'retryable', error: { class: 'StageTimeout' } },
    { kind: 'retryable', error: { class: 'StageTimeout' } },
    { kind: 'discarded', error: { class: 'StageTimeout', text: 'render-photo did not finish within 61 s' } },
  ]);
  await world.run(INNOCENT, { attempt: 1, timeoutMs: 61_000 });
  const waited = { kind: 'snoozed', reason: 'no decoder was free within the time limit' };
  expect(world.completionsOf(INNOCENT)).toMatchObject([waited, waited, waited, { kind: 'done' }]);
});

/** One decoder process; photo 1 makes it loop. */
async function newWorld() {
  const pool = openDecoderPool({ processes: 1, processModule: misbehaving });
  onTestFinished(() => pool.close());
  const file = join(await temporaryFolder(), 'pid');
  const completions: { readonly photoId: number; readonly completion: Completion }[] = [];
  let looped = '';
  const timeLimits: (() => void)[] = [];
  const stageWith = (timeoutMs: number): ReadyStage => ({
    name: 'render-photo',
    subject: 'photo',
    maxAttempts: 3,
    timeoutMs,
    backoffMs: 1,
    concurrency: 2,
    undoes: [],
    async run(photoId, _needs, { signal }) {
      const path = photoId === GUILTY ? `loop:${file}` : 'tell-pid';
      await pool.run({ kind: 'read-metadata', path }, signal);
      return done({});
    },
  });
  const setTimer = globalThis.setTimeout;
  // Only the long limit waits for the test; everything else runs by the clock.
  vi.spyOn(globalThis, 'setTimeout').mockImplementation((callback: () => void, ms?: number) => {
    if (ms === 61_000) timeLimits.push(callback);
    return setTimer(callback, ms);
  });
  onTestFinished(() => void vi.restoreAllMocks());
  return {
    completionsOf: (photoId: number) =>
      completions.filter((completed) => completed.photoId === photoId).map(({ completion }) => completion),
    async untilItLoops() {
      await vi.waitFor(async () => {
        const pid = await readFile(file, 'utf8');
        expect(pid).not.toBe(looped);
        looped = pid;
      }, 60_000);
    },
    letTimePass: () => timeLimits.at(-1)!(),
    async run(photoId: number, { attempt, timeoutMs }: { readonly attempt: number; readonly timeoutMs: number }) {
      const job: Job = { subject: { kind: 'photo', id: photoId }, stage: 'render-photo', epoch: 1 };
      const ledger = {
        claim: () => ({ kind: 'claimed', attempt }),
        complete(_job: Job, _token: string, completion: Completion) {
          completions.push({ photoId, completion });
          return 'committed';
        },
      } as unknown as WorkLedger;
      const context = { ledger, needs: {}, workspace: {}, blocks: { of: () => null }, worker: 'test' } as never;
      await runStage(job, stageWith(timeoutMs), context, new AbortController().signal);
    },
  };
}
