import { expect, test } from 'vitest';
import { settle } from './test-runner.ts';
import { addSet, openTestStores } from './test-stores.ts';

test('a refused photo is a leftover until its files are gone, and no other photo is', () => {
  const stores = openTestStores();
  addSet(stores);
  const refusal = { code: 'truncated', reason: 'the file ends early' } as const;
  settle(stores, {
    outcome: ({ subject, stage }) =>
      stage === 'render-photo' && subject.id === 2 ? { kind: 'refused', refusal } : undefined,
  });

  expect(stores.leftovers.list(10)).toEqual([2]);
  stores.leftovers.forget(1);
  stores.leftovers.forget(2);
  expect(stores.leftovers.list(10)).toEqual([]);
  expect(stores.photos.get(2).workingPath).toBeNull();
  expect(stores.photos.get(1).workingPath).not.toBeNull();
});
