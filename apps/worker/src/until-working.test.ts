import { expect, onTestFinished, test, vi } from 'vitest';
import { untilWorking } from './until-working.ts';

test('goes on once a job is claimed', async () => {
  const claimed = Promise.withResolvers<void>();
  let isOver = false;
  const waiting = untilWorking(claimed.promise).then(() => (isOver = true));
  await new Promise(setImmediate);
  expect(isOver).toBe(false);
  claimed.resolve();
  await waiting;
});

test('goes on where what is due is held back', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const waiting = untilWorking(new Promise(() => {}));
  await vi.advanceTimersByTimeAsync(1_500);
  await expect(waiting).resolves.toBeUndefined();
});
