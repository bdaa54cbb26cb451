import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { settleWithin } from './time-limit.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('work that finishes is not disturbed', async () => {
  await expect(settleWithin(Promise.resolve(7), new AbortController().signal, 1_000)).resolves.toBe(7);
});

test('work that obeys its signal says itself how it ended', async () => {
  const controller = new AbortController();
  const work = new Promise((_resolve, reject) => {
    controller.signal.addEventListener('abort', () => reject(new Error('tidied up')));
  });
  const settled = settleWithin(work, controller.signal, 1_000);
  controller.abort(new Error('too late'));
  await expect(settled).rejects.toThrow('tidied up');
});

test('work that is deaf to its signal is left after the grace time, with the reason of the signal', async () => {
  const controller = new AbortController();
  const ended = settleWithin(new Promise(() => {}), controller.signal, 1_000).catch((error: unknown) => error);
  controller.abort(new Error('too late'));
  await vi.advanceTimersByTimeAsync(999);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(await ended).toEqual(new Error('too late'));
  expect(vi.getTimerCount()).toBe(0);
});

test('a signal that was aborted before leaves the work its grace time too', async () => {
  await expect(settleWithin(Promise.resolve('just made it'), AbortSignal.abort(new Error('no')), 1_000)).resolves.toBe(
    'just made it',
  );
});
