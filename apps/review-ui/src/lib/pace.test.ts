import type { SetOverview } from '@proofline/domain/overview.ts';
import { expect, test } from 'vitest';
import { paceOf, paceToward } from './pace.ts';

const sets = (done: number): readonly Pick<SetOverview, 'stages'>[] => [
  { stages: [{ stage: 'render-photo', done, total: 100 }] },
];

test('nothing is said of a pace before something was done for a while', () => {
  expect(paceOf('a', sets(10), 0)).toEqual({ done: 10, total: 100, perMinute: null, secondsLeft: null });
  expect(paceOf('a', sets(12), 2_000).perMinute).toBeNull();
});

test('the pace is what was done in the last minute, and says how long the rest takes', () => {
  paceOf('b', sets(10), 0);
  expect(paceOf('b', sets(20), 10_000)).toEqual({ done: 20, total: 100, perMinute: 60, secondsLeft: 80 });
  // A minute later what was seen before counts no more.
  expect(paceOf('b', sets(20), 71_000).perMinute).toBeNull();
});

test('bytes have a pace as steps have', () => {
  paceToward('c', { done: 0, total: 600 }, 0);
  expect(paceToward('c', { done: 100, total: 600 }, 10_000)).toMatchObject({ perMinute: 600, secondsLeft: 50 });
});
