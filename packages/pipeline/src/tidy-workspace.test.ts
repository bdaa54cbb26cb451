import type { Workspace } from '@proofline/domain/workspace.ts';
import { expect, test } from 'vitest';
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

function newWorld(ids: number[]) {
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
    },
    workspace: {
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
