import type { Subject } from '@proofline/domain/stage.ts';
import type { OrphanedRun } from '@proofline/domain/work-ledger.ts';
import type { Workspace } from '@proofline/domain/workspace.ts';
import { expect, onTestFinished, test, vi } from 'vitest';
import { tidyWorkspace } from './tidy-workspace.ts';

test('the files of every leftover go before its row says so', async () => {
  const world = newWorld([3, 5]);
  world.tidy.soon();
  await expect.poll(() => world.steps).toEqual(['removed 3', 'forgot 3', 'removed 5', 'forgot 5']);
});

test('files that cannot be removed now are reported and tried again after the next run', async () => {
  const world = newWorld([3]);
  world.failOnce();
  world.tidy.soon();
  await expect.poll(() => world.errors).toEqual([new Error('in use')]);
  expect(world.steps).toEqual([]);
  world.tidy.soon();
  await expect.poll(() => world.steps).toEqual(['removed 3', 'forgot 3']);
});

test('files that cannot be removed now are tried again though no run comes', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const world = newWorld([3]);
  world.failOnce();
  world.tidy.soon();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(world.steps).toEqual(['removed 3', 'forgot 3']);
});

test('what the last run left goes at the stop', async () => {
  const world = newWorld([], [{ subject: { kind: 'photo', id: 8 }, stage: 'render-photo', epoch: 1, token: 't' }]);
  await world.tidy.stop();
  expect(world.steps).toEqual(['removed render-photo-t of 8', 'forgot t']);
});

test('the folder of a run that could not take it away itself goes before its attempt ends', async () => {
  const world = newWorld([3], [{ subject: { kind: 'photo', id: 8 }, stage: 'render-photo', epoch: 1, token: 't' }]);
  world.tidy.soon();
  await expect.poll(() => world.steps).toEqual(['removed render-photo-t of 8', 'forgot t', 'removed 3', 'forgot 3']);
});

function newWorld(ids: number[], runs: OrphanedRun[] = []) {
  let failing = false;
  const steps: string[] = [];
  const errors: unknown[] = [];
  const tidy = tidyWorkspace({
    leftovers: {
      list: () => ids.slice(0, 1),
      forget(photoId) {
        ids.splice(ids.indexOf(photoId), 1);
        steps.push(`forgot ${photoId}`);
      },
      runs: () => runs,
      forgetRun: (token) => void steps.push(`forgot ${token}`),
    },
    workspace: {
      async removeAttempt({ id }: Subject, stage: string, token: string) {
        steps.push(`removed ${stage}-${token} of ${id}`);
      },
      async removePhoto(photoId: number) {
        if (failing) {
          failing = false;
          throw new Error('in use');
        }
        steps.push(`removed ${photoId}`);
      },
    } as unknown as Workspace,
    onError: (error) => errors.push(error),
  });
  return {
    tidy,
    steps,
    errors,
    failOnce: () => {
      failing = true;
    },
  };
}
