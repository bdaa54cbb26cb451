import { setTimeout as sleep } from 'node:timers/promises';
import { RemoteFault, isFault } from './remote-fault.ts';

export type ConnectionPool<Connection> = {
  /**
   * Lends a connection for the time of `action`. When `signal` says stop, the connection is closed in the middle of whatever it does and this rejects at
   * once with the signal's reason.
   */
  use<Result>(action: (connection: Connection) => Promise<Result>, signal: AbortSignal): Promise<Result>;
  /** Closes every connection, also those in use; afterwards nothing can be used. */
  close(): void;
};

type Pooled = { readonly isOpen: boolean; ping(): Promise<void>; close(): void };
type Idle<Connection> = { readonly connection: Connection; readonly idleSinceMs: number; provenAtMs: number };

/** Servers and routers forget a connection that says nothing for a minute or two. */
const KEEP_ALIVE_MS = 30_000;
/** After this a connection that nobody needed is given back to the server. */
const LONGEST_IDLE_MS = 5 * 60_000;
/** A connection that was idle for longer is asked whether it still lives before it is lent. */
const TRUSTED_IDLE_MS = 5_000;
const PING_TIMEOUT_MS = 3_000;
/** A server may count a connection that was closed, or one that it refused, this long. */
const COUNTED_AFTERWARDS_MS = 5_000;
const TRY_AGAIN_MS = 250;

/**
 * At most `limit` connections to one server, kept alive while they are idle. A server that refuses one more than there are lowers the limit: the
 * caller waits for one of those instead.
 */
export function openConnectionPool<Connection extends Pooled>({
  limit,
  open,
}: {
  readonly limit: number;
  readonly open: (signal: AbortSignal) => Promise<Connection>;
}): ConnectionPool<Connection> {
  const all = new Set<Connection>();
  const idle: Idle<Connection>[] = [];
  const waiting: (() => void)[] = [];
  let allowed = limit;
  let lent = 0;
  /** When there was last a connection of ours, or another attempt at one. */
  let companyAtMs = Number.NEGATIVE_INFINITY;
  let isClosed = false;
  const timer = setInterval(() => void keepAlive(), KEEP_ALIVE_MS);
  timer.unref();

  async function turn(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const go = () => {
        signal.removeEventListener('abort', stop);
        resolve();
      };
      const stop = () => {
        waiting.splice(waiting.indexOf(go), 1);
        reject(signal.reason);
      };
      waiting.push(go);
      signal.addEventListener('abort', stop, { once: true });
      wakeNext();
    });
  }

  function wakeNext(): void {
    while (lent < allowed && waiting.length > 0) {
      lent += 1;
      waiting.shift()?.();
    }
  }

  function endTurn(): void {
    if (lent > 1) companyAtMs = performance.now();
    lent -= 1;
    wakeNext();
  }

  async function borrow(signal: AbortSignal): Promise<Connection> {
    for (let entry = idle.pop(); entry !== undefined; entry = idle.pop()) {
      if (entry.connection.isOpen && (await isAlive(entry))) return entry.connection;
      discard(entry.connection);
    }
    signal.throwIfAborted();
    const connection = await open(signal);
    if (isClosed) {
      connection.close();
      throw closedPool();
    }
    all.add(connection);
    return connection;
  }

  async function isAlive(entry: Idle<Connection>): Promise<boolean> {
    if (performance.now() - entry.provenAtMs < TRUSTED_IDLE_MS) return true;
    return answers(entry.connection);
  }

  function discard(connection: Connection): void {
    all.delete(connection);
    connection.close();
  }

  function giveBack(connection: Connection): void {
    const nowMs = performance.now();
    if (connection.isOpen && !isClosed) idle.push({ connection, idleSinceMs: nowMs, provenAtMs: nowMs });
    else discard(connection);
  }

  async function keepAlive(): Promise<void> {
    // Whoever held what we did not get may be gone.
    allowed = limit;
    wakeNext();
    const nowMs = performance.now();
    for (const entry of idle.splice(0)) {
      const tooLong = nowMs - entry.idleSinceMs > LONGEST_IDLE_MS;
      if (!tooLong && (await answers(entry.connection)) && !isClosed) {
        entry.provenAtMs = performance.now();
        idle.unshift(entry);
      } else {
        discard(entry.connection);
      }
    }
  }

  return {
    async use(action, signal) {
      for (;;) {
        if (isClosed) throw closedPool();
        await turn(signal);
        try {
          const connection = await borrow(signal);
          try {
            return await untilAborted(action(connection), signal, () => connection.close());
          } finally {
            giveBack(connection);
            companyAtMs = performance.now();
          }
        } catch (error) {
          if (!isFault(error, 'busy')) throw error;
          if (lent > 1) allowed = lent - 1;
          // With none of ours about it is other programs that hold them all, and waiting here would not help.
          else if (performance.now() - companyAtMs > COUNTED_AFTERWARDS_MS) throw error;
          else await untilAborted(sleep(TRY_AGAIN_MS), signal, () => {});
        } finally {
          endTurn();
        }
      }
    },
    close() {
      isClosed = true;
      clearInterval(timer);
      idle.splice(0);
      for (const connection of all) connection.close();
      all.clear();
    },
  };
}

async function answers(connection: Pooled): Promise<boolean> {
  try {
    await untilAborted(connection.ping(), AbortSignal.timeout(PING_TIMEOUT_MS), () => connection.close());
    return true;
  } catch {
    return false;
  }
}

/** Rejects at once when told to stop, whatever the work then still does; `stop` makes it end. */
export async function untilAborted<Result>(
  work: Promise<Result>,
  signal: AbortSignal,
  stop: () => void,
): Promise<Result> {
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  const onAbort = () => {
    stop();
    reject(signal.reason);
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  // Whichever comes second is nobody's to handle.
  work.catch(() => undefined);
  stopped.catch(() => undefined);
  try {
    return await Promise.race([stopped, work]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function closedPool(): RemoteFault {
  return new RemoteFault('connection-lost', 'was left: this program is closing');
}
