import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stopOnSignal } from './shutdown.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function start(stop: (signal: string) => Promise<void>) {
  const signals = new EventEmitter();
  const exit = vi.fn<(code: number) => void>();
  const notices: string[] = [];
  const shutdown = stopOnSignal({
    stop,
    deadlineMs: 20_000,
    onNotice: (notice) => notices.push(notice),
    signals,
    exit,
  });
  return { signals, exit, notices, ...shutdown };
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
])('an orderly stop after %s ends with %i and leaves the exit to the program', async (signal, code) => {
  const stop = vi.fn<(signal: string) => Promise<void>>(async () => {});
  const { signals, exited, exit } = start(stop);
  signals.emit(signal, signal);
  expect(await exited).toBe(code);
  expect(stop).toHaveBeenCalledExactlyOnceWith(signal);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(exit).not.toHaveBeenCalled();
});

test('a second signal leaves at once', () => {
  const stop = vi.fn<() => Promise<void>>(() => new Promise(() => {}));
  const { signals, exit } = start(stop);
  signals.emit('SIGINT', 'SIGINT');
  expect(exit).not.toHaveBeenCalled();
  signals.emit('SIGINT', 'SIGINT');
  expect(exit).toHaveBeenCalledExactlyOnceWith(130);
  expect(stop).toHaveBeenCalledTimes(1);
});

test('a stop that hangs is left behind at the deadline', async () => {
  const { signals, exit, notices } = start(() => new Promise<void>(() => {}));
  signals.emit('SIGTERM', 'SIGTERM');
  await vi.advanceTimersByTimeAsync(19_999);
  expect(exit).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(exit).toHaveBeenCalledExactlyOnceWith(143);
  expect(notices.at(-1)).toContain('within 20 s');
});

test('a stop that breaks is told and still ends', async () => {
  const { signals, exited, notices } = start(() => Promise.reject(new Error('broken')));
  signals.emit('SIGINT', 'SIGINT');
  expect(await exited).toBe(130);
  expect(notices).toContain('stopping in good order did not succeed');
});

test('a signal after dispose is nobody of ours', () => {
  const stop = vi.fn<(signal: string) => Promise<void>>(async () => {});
  const { signals, dispose } = start(stop);
  dispose();
  expect(signals.listenerCount('SIGINT')).toBe(0);
  signals.emit('SIGINT', 'SIGINT');
  expect(stop).not.toHaveBeenCalled();
});
