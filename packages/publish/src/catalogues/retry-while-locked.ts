import { setTimeout as wait } from 'node:timers/promises';

const delayMs = 25;
const giveUpAfterMs = 10_000;

/** Repeats `work` while another program holds the database's lock; after ten seconds, or at any other error, throws. */
export async function retryWhileLocked<Result>(work: () => Result, signal: AbortSignal): Promise<Result> {
  for (let waitedMs = 0; ; waitedMs += delayMs) {
    signal.throwIfAborted();
    try {
      return work();
    } catch (error) {
      if (!isLocked(error)) throw error;
      if (waitedMs >= giveUpAfterMs) {
        throw new Error(
          `the catalogue was locked by another program for ${giveUpAfterMs / 1000} s; no row was changed; close that program`,
          { cause: error },
        );
      }
    }
    await wait(delayMs, undefined, { signal });
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(BUSY|LOCKED)/.test(String(error.code));
}
