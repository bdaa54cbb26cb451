import { setTimeout as wait } from 'node:timers/promises';
import { RowRefused } from '@proofline/domain/publication.ts';
import type { PoolConnection, RowDataPacket } from 'mysql2/promise';
import { openPool, type MysqlServer } from './pool.ts';
import { failureOf, failureToConnect, NoAnswer, told } from './failure.ts';
import type { SiteValue } from './site-column.ts';
import { unlessAborted } from './unless-aborted.ts';

/** Statements over one connection, each within the time limit. */
export type Session = {
  /** Throws `RowRefused` when the statement is longer than the server takes. */
  query(sql: string, values?: readonly SiteValue[]): Promise<readonly RawRow[]>;
};

/** As the driver gives it: with the pool's settings, bytes are the one thing that is neither text nor number, and they are asked for as text. */
export type RawRow = Readonly<Record<string, SiteValue>>;

/** Both throw the signal's reason within moments after it aborts, and errors of driver and server as `told` puts them. */
export type Sessions = {
  /** Statements that change nothing; again from their start when the connection is lost. */
  read<Result>(work: (session: Session) => Promise<Result>, signal: AbortSignal): Promise<Result>;
  /**
   * `work` in one transaction. It runs again from its start after a deadlock, a lost lock wait or a lost connection: also when a commit got no answer,
   * so it has to look at what is there before it writes. What it throws is rolled back.
   */
  transaction<Result>(work: (session: Session) => Promise<Result>, signal: AbortSignal): Promise<Result>;
  close(): Promise<void>;
};

const STATEMENT_TIMEOUT_MS = 30_000;
/** Well below the statement's, so that the server says what it waited for. */
const LOCK_WAIT_S = 3;

/** Tries in all, after which the reason is no passing one. */
const TRIES = { again: 8, lost: 3 } as const;
/** First delay of each; doubled each time, with jitter. */
const DELAY_MS = { again: 20, lost: 100 } as const;
/** After this long nothing is tried again: lost lock waits take their time themselves. */
const PATIENCE_MS = 8_000;

/**
 * The whole mode is set, so that neither the server's nor a proxy's own leads to values that are cut off (STRICT) or to statements that are read
 * otherwise than they were written (ANSI_QUOTES, NO_BACKSLASH_ESCAPES). A row with an id of 0 or a date of zeros is put back as it was.
 */
const sessionStatement = `SET SESSION
  sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO',
  autocommit = 1, sql_safe_updates = 0, time_zone = '+00:00',
  innodb_lock_wait_timeout = ${LOCK_WAIT_S}, lock_wait_timeout = ${LOCK_WAIT_S}`;

export function openSessions(server: MysqlServer): Sessions {
  const pool = openPool(server);
  const maxStatementBytes = new WeakMap<object, number>();
  const closing = new AbortController();

  async function withSession<Result>(work: (session: Session) => Promise<Result>, signal: AbortSignal) {
    const connection = await connect(signal);
    let isSound = false;
    try {
      const result = await unlessAborted(prepared(connection, work), signal);
      isSound = true;
      return result;
    } catch (error) {
      isSound = error instanceof RolledBack && !signal.aborted;
      throw error instanceof RolledBack ? error.cause : error;
    } finally {
      // The driver knows no abort; a connection that is gone makes the server roll back.
      if (isSound) connection.release();
      else connection.destroy();
    }
  }

  async function connect(signal: AbortSignal): Promise<PoolConnection> {
    const connecting = pool.getConnection();
    const destroyLate = () => void connecting.then((late) => late.destroy()).catch(() => {});
    try {
      return await unlessAborted(connecting, signal, destroyLate);
    } catch (error) {
      throw told(server, error, failureToConnect(error));
    }
  }

  async function prepared<Result>(connection: PoolConnection, work: (session: Session) => Promise<Result>) {
    const { connection: core } = connection;
    if (!maxStatementBytes.has(core)) {
      await ask(connection, sessionStatement);
      const [row] = await ask(connection, 'SELECT @@max_allowed_packet AS bytes');
      maxStatementBytes.set(core, Number(row?.['bytes']) - 1);
    }
    const mostBytes = maxStatementBytes.get(core) ?? 0;
    return work({
      query(sql, values = []) {
        const statement = connection.format(sql, [...values]);
        assertTaken(Buffer.byteLength(statement), mostBytes);
        return ask(connection, statement);
      },
    });
  }

  async function retried<Result>(work: (session: Session) => Promise<Result>, stop: AbortSignal): Promise<Result> {
    const signal = AbortSignal.any([stop, closing.signal]);
    const startedAt = performance.now();
    for (let tries = 1; ; tries += 1) {
      signal.throwIfAborted();
      try {
        return await withSession(work, signal);
      } catch (error) {
        signal.throwIfAborted();
        const failure = failureOf(error);
        const passing = failure?.kind === 'again' || failure?.kind === 'lost' ? failure.kind : null;
        const isOver = passing === null || tries >= TRIES[passing] || performance.now() - startedAt > PATIENCE_MS;
        if (isOver) throw told(server, error, failure);
        await wait(DELAY_MS[passing] * 2 ** (tries - 1) * (0.5 + Math.random()), undefined, { signal });
      }
    }
  }

  return {
    read: retried,
    transaction: (work, signal) => retried((session) => inTransaction(session, work), signal),
    async close() {
      closing.abort(new Error('the catalogue is closed'));
      await pool.close();
    },
  };
}

/** `work` was undone on the server, so its connection is as good as before. */
class RolledBack extends Error {
  override readonly name = 'RolledBack';
}

async function inTransaction<Result>(session: Session, work: (session: Session) => Promise<Result>): Promise<Result> {
  await session.query('START TRANSACTION');
  let result: Result;
  try {
    result = await work(session);
  } catch (error) {
    await rollBack(session, error);
    throw new RolledBack('rolled back', { cause: error });
  }
  await session.query('COMMIT');
  return result;
}

/** Where that fails, the connection is given up, which does the same; what went wrong first is the reason. */
async function rollBack(session: Session, reason: unknown): Promise<void> {
  try {
    await session.query('ROLLBACK');
  } catch {
    throw reason;
  }
}

async function ask(connection: PoolConnection, statement: string): Promise<readonly RawRow[]> {
  const answer = connection.query<(RowDataPacket & RawRow)[]>(statement);
  const timeout = AbortSignal.timeout(STATEMENT_TIMEOUT_MS);
  try {
    const [rows] = await unlessAborted(answer, timeout);
    return rows;
  } catch (error) {
    if (!timeout.aborted || error !== timeout.reason) throw error;
    throw new NoAnswer(`no answer within ${STATEMENT_TIMEOUT_MS / 1000} s`, { cause: error });
  }
}

/** The server would close the connection, and often before its answer is read. */
function assertTaken(bytes: number, mostBytes: number): void {
  if (bytes <= mostBytes) return;
  throw new RowRefused(
    `the row makes a statement of ${bytes} bytes and the database server takes ${mostBytes} (max_allowed_packet)`,
  );
}
