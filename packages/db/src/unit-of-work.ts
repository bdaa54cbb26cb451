import { Blocked, type BlockingCondition } from '@proofline/domain/blocking.ts';
import type { Connection } from './connection.ts';
import { BUSY_TIMEOUT_MS } from './connection.ts';

/** What every store is made of: the connection, the clock, and the one way to write. */
export type UnitOfWork = Connection & {
  /**
   * Runs `work` in one transaction that takes the write lock at its start; throwing rolls everything back. Inside another `write`
   * it joins that transaction. Throws `Blocked` when another program held the file for longer than a write may wait, and when it cannot be written to.
   */
  write<T>(work: () => T): T;
  /**
   * A `write` of its own that does not wait for the disk: other processes see it at once, a power cut may take it back, and the next `write` makes it
   * last. For what is told and not relied on.
   */
  writeUnflushed(work: () => void): void;
  /** The present instant, ISO 8601 UTC with milliseconds: as rows hold it. */
  now(): string;
  /** The instant `delayMs` from now. */
  after(delayMs: number): string;
};

export function createUnitOfWork(connection: Connection, now: () => Date): UnitOfWork {
  const { sqlite } = connection;
  const transaction = sqlite.transaction((work: () => unknown) => work());
  const patience = createPatience(connection);
  function write<T>(work: () => T): T {
    if (sqlite.inTransaction) return work();
    try {
      const result = transaction.immediate(work) as T;
      patience.restore();
      return result;
    } catch (error) {
      throw patience.explained(error);
    }
  }
  return {
    ...connection,
    write,
    writeUnflushed(work) {
      // With a write-ahead log this leaves out the flush after a commit, and nothing else.
      sqlite.pragma('synchronous = NORMAL');
      try {
        write(work);
      } finally {
        sqlite.pragma('synchronous = FULL');
      }
    },
    now: () => now().toISOString(),
    after: (delayMs) => new Date(now().getTime() + delayMs).toISOString(),
  };
}

/** What SQLite says of a file on a disk that takes no more, or that became read-only under it. */
const unwritable: readonly (readonly [RegExp, BlockingCondition])[] = [
  [/^SQLITE_FULL/, 'disk-full'],
  [/^SQLITE_(READONLY|CANTOPEN|IOERR)/, 'data-folder-unwritable'],
];

/**
 * SQLite waits for a lock in the main thread, and nothing else happens meanwhile. So the first write that meets a lock waits for its full time,
 * and those after it not at all, until one gets through again.
 */
function createPatience({ sqlite }: Connection) {
  let isLost = false;
  return {
    restore(): void {
      if (!isLost) return;
      isLost = false;
      sqlite.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
    },
    explained(error: unknown): unknown {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      const [, condition] = unwritable.find(([codes]) => codes.test(code)) ?? [];
      if (condition !== undefined) {
        const reason = `${sqlite.name} cannot be written to (${(error as Error).message}); nothing was written`;
        return new Blocked(condition, reason, { cause: error });
      }
      if (!code.startsWith('SQLITE_BUSY')) return error;
      isLost = true;
      sqlite.pragma('busy_timeout = 0');
      const reason = `another program has held ${sqlite.name} locked for more than ${BUSY_TIMEOUT_MS / 1000} s; nothing was written`;
      return new Blocked('database-busy', reason, { cause: error });
    },
  };
}
