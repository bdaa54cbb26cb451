import { expect, test } from 'vitest';
import { restartDelays } from './restart-delay.ts';

test('what ends again and again is started again at longer and longer intervals, up to half a minute', () => {
  const delays = restartDelays(() => 0);
  expect(Array.from({ length: 8 }, () => delays.afterEnd())).toEqual([
    0, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 30_000,
  ]);
});

test('what lived for a minute is started again at once', () => {
  let nowMs = 0;
  const delays = restartDelays(() => nowMs);
  delays.afterEnd();
  delays.afterEnd();
  delays.started();
  nowMs += 60_000;
  expect(delays.afterEnd()).toBe(0);
});
