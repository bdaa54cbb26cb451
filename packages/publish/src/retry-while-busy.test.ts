import { expect, test, vi } from 'vitest';
import { startOwnTime } from '../../../tests/support/own-time.ts';
import { retryWhileBusy } from './retry-while-busy.ts';

const { signal } = new AbortController();
const failure = (code: string) => Object.assign(new Error(`${code}: the file is open`), { code });

test.each(['EBUSY', 'EPERM', 'EACCES'])('a file that is %s for a moment is tried again', async (code) => {
  const rename = vi.fn<() => Promise<string>>().mockRejectedValueOnce(failure(code)).mockResolvedValue('renamed');
  expect(await retryWhileBusy(rename, signal)).toBe('renamed');
  expect(rename).toHaveBeenCalledTimes(2);
});

test('a file that stays in use gives up with the file system’s own error', async () => {
  const rename = vi.fn<() => Promise<string>>().mockRejectedValue(failure('EBUSY'));
  await expect(retryWhileBusy(rename, signal)).rejects.toMatchObject({ code: 'EBUSY' });
  expect(rename).toHaveBeenCalledTimes(7);
});

test('another error is not tried again', async () => {
  const rename = vi.fn<() => Promise<string>>().mockRejectedValue(failure('ENOSPC'));
  await expect(retryWhileBusy(rename, signal)).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(rename).toHaveBeenCalledTimes(1);
});

test('being told to stop ends even the longest wait at once', async () => {
  const stop = new AbortController();
  const rename = vi.fn<() => Promise<string>>().mockRejectedValue(failure('EBUSY'));
  const outcome = retryWhileBusy(rename, stop.signal).catch((error: Error) => error.name);
  await vi.waitFor(() => expect(rename).toHaveBeenCalledTimes(6), { timeout: 120_000, interval: 5 });
  const sinceThen = startOwnTime();
  stop.abort();
  expect(await outcome).toBe('AbortError');
  // The wait that it is in is of 640 ms.
  expect(sinceThen.ms()).toBeLessThan(400);
  expect(rename).toHaveBeenCalledTimes(6);
});
