import { setTimeout as wait } from 'node:timers/promises';

/** What Windows answers while a virus scanner, an indexer or a web server has the file open; it passes within a moment. */
const busyCodes = new Set(['EBUSY', 'EPERM', 'EACCES']);

/** Doubled each time from the first; 1.3 s in all, after which the fault is a lasting one. */
const firstDelayMs = 20;
const attempts = 7;

/** Repeats `action` while the file system says that the file is in use; any other error, and the last one, is thrown as it is. */
export async function retryWhileBusy<Result>(action: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      return await action();
    } catch (error) {
      if (attempt === attempts || !isBusy(error)) throw error;
    }
    await wait(firstDelayMs * 2 ** (attempt - 1), undefined, { signal });
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && busyCodes.has(String(error.code));
}
