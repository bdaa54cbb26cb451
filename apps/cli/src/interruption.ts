import { setTimeout } from 'node:timers/promises';

/** Ctrl+C while a command was watching. What the running system does goes on. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Looks again and again, `everyMs` apart, until `look` resolves with true; throws `Interrupted` after Ctrl+C. */
export async function watch(everyMs: number, look: () => Promise<boolean>): Promise<void> {
  const interruption = new AbortController();
  const interrupt = () => interruption.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    while (!(await look())) await setTimeout(everyMs, undefined, { signal: interruption.signal });
  } catch (error) {
    if (interruption.signal.aborted) throw new Interrupted('interrupted', { cause: error });
    throw error;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}
