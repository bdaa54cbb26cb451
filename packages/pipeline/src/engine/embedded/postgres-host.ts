import { EventEmitter } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PgQueryResult } from 'bullmq';
import { EngineLostError } from '../engine.ts';
import type { PostgresFault, Start, ThreadData, ThreadReply, ThreadRequest } from './thread-message.ts';

/** The main thread's side of PostgreSQL in a thread. */
export type PostgresHost = {
  /** A session that opens a transaction is served alone until the transaction ends. Throws `PostgresError` or `EngineLostError`. */
  query<Row>(session: number, text: string, parameters?: readonly unknown[]): Promise<PgQueryResult<Row>>;
  /** Ends a session, rolling back what it left open. */
  release(session: number): void;
  /** The data directory as an uncompressed tar. */
  dump(): Promise<Uint8Array<ArrayBuffer>>;
  /** `lost`: the thread ended or fell silent; it will not come back. */
  readonly events: EventEmitter<{ notification: [channel: string, payload: string]; lost: [EngineLostError] }>;
  /** Ends the thread and with it everything that it holds. */
  close(): Promise<void>;
};

/** For single statements that need no client of their own; it must not open a transaction. */
export const SHARED_SESSION = 0;

/** As node-postgres has it: BullMQ looks at `code` and `detail`. */
export class PostgresError extends Error {
  override readonly name = 'PostgresError';
  readonly code: string | undefined;
  readonly detail: string | undefined;

  constructor({ message, code, detail }: PostgresFault) {
    super(message);
    this.code = code;
    this.detail = detail;
  }
}

/** A query takes milliseconds, a bulk add of 2,000 jobs half a second; a full disk once made PGlite silent for ever (docs/decisions/0002-queue-engine.md). */
const ANSWER_WITHIN_MS = 30_000;
/** A start takes one to three seconds on an idle machine. */
const START_WITHIN_MS = 180_000;
/** Silence is counted in ticks, not by the clock: a machine that was suspended comes back to one tick, not to an expired limit. */
const TICKS = 30;
/** Stands for the start among the open requests. */
const START_ID = 0;

export type StartLimits = { readonly answerWithinMs?: number; readonly startWithinMs?: number };

type OpenRequest = { resolve(reply: ThreadReply): void; reject(error: Error): void };
type NumberedRequest = Extract<ThreadRequest, { id: number }>;

/**
 * Resolves when PostgreSQL answers; throws `EngineLostError` when there is nothing at the path or it is no database. An array is handed over, not
 * copied: the caller's is empty afterwards.
 */
export async function startPostgres(
  start: Start,
  { answerWithinMs = ANSWER_WITHIN_MS, startWithinMs = START_WITHIN_MS }: StartLimits = {},
): Promise<PostgresHost> {
  const thread = new Worker(new URL('postgres-thread.ts', import.meta.url), {
    workerData: { start } satisfies ThreadData,
    transferList: start instanceof Uint8Array ? [start.buffer] : [],
  });
  const events: PostgresHost['events'] = new EventEmitter();
  events.setMaxListeners(0);
  const open = new Map<number, OpenRequest>();
  let lastId = START_ID;
  let lost: EngineLostError | undefined;
  const tickMs = answerWithinMs / TICKS;
  let silentTicks = 0;
  let silentTicksAllowed = startWithinMs / tickMs;

  const lose = (reason: string, cause?: unknown) => {
    if (lost !== undefined) return;
    lost = new EngineLostError(`the embedded queue engine ended: ${reason}`, { cause });
    clearInterval(watchdog);
    for (const request of open.values()) request.reject(lost);
    open.clear();
    void thread.terminate();
    events.emit('lost', lost);
  };
  const watchdog = setInterval(() => {
    silentTicks = open.size === 0 ? 0 : silentTicks + 1;
    if (silentTicks > silentTicksAllowed) lose(`no answer for ${(silentTicksAllowed * tickMs) / 1_000} s`);
  }, tickMs);

  const opened = (id: number) => new Promise<ThreadReply>((resolve, reject) => open.set(id, { resolve, reject }));
  const ask = async <Kind extends ThreadReply['kind']>(request: NumberedRequest) => {
    if (lost !== undefined) throw lost;
    const reply = opened(request.id);
    thread.postMessage(request);
    return (await reply) as Extract<ThreadReply, { kind: Kind }>;
  };
  const close = (id: number): OpenRequest | undefined => {
    const request = open.get(id);
    open.delete(id);
    return request;
  };

  thread.on('message', (reply: ThreadReply) => {
    silentTicks = 0;
    if (reply.kind === 'notification') events.emit('notification', reply.channel, reply.payload);
    else if (reply.kind === 'failed') close(reply.id)?.reject(new PostgresError(reply.fault));
    else close(reply.kind === 'ready' ? START_ID : reply.id)?.resolve(reply);
  });
  thread.on('error', (error: Error) => lose(error.message, error));
  thread.on('exit', (code) => lose(`its thread exited with code ${code}`));

  await opened(START_ID);
  silentTicksAllowed = TICKS;

  return {
    events,
    async query<Row>(session: number, text: string, parameters?: readonly unknown[]): Promise<PgQueryResult<Row>> {
      const { rows, rowCount } = await ask<'rows'>({ kind: 'query', id: ++lastId, session, text, parameters });
      return { rows: rows as Row[], rowCount };
    },
    release(session) {
      if (lost === undefined) thread.postMessage({ kind: 'release', session } satisfies ThreadRequest);
    },
    dump: async () => (await ask<'dump'>({ kind: 'dump', id: ++lastId })).bytes,
    async close() {
      events.removeAllListeners('lost');
      lose('it was closed');
      await thread.terminate();
    },
  };
}
