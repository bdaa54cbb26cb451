import type { Connection } from './connection.ts';

/** What every store is made of: the connection, the clock, and the one way to write. */
export type UnitOfWork = Connection & {
  /**
   * Runs `work` in one transaction that takes the write lock at its start; throwing rolls everything back. Inside another `write`
   * it joins that transaction.
   */
  write<T>(work: () => T): T;
  /** The present instant, ISO 8601 UTC with milliseconds: as rows hold it. */
  now(): string;
  /** The instant `delayMs` from now. */
  after(delayMs: number): string;
};

export function createUnitOfWork(connection: Connection, now: () => Date): UnitOfWork {
  const transaction = connection.sqlite.transaction((work: () => unknown) => work());
  return {
    ...connection,
    write: <T>(work: () => T) => (connection.sqlite.inTransaction ? work() : (transaction.immediate(work) as T)),
    now: () => now().toISOString(),
    after: (delayMs) => new Date(now().getTime() + delayMs).toISOString(),
  };
}
