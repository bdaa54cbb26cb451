import { EventEmitter } from 'node:events';
import { Worker } from 'node:worker_threads';
import { EngineLostError } from '../engine.ts';
import type { PostgresFault, ThreadData, ThreadReply, ThreadRequest } from './thread-message.ts';

/** The main thread's side of PostgreSQL in a thread. */
export type PostgresHost = {
  query(session: number, text: string, parameters?: readonly unknown[]): Promise<QueryResult>;
  release(session: number): void;
  /** The data directory as an uncompressed tar. */
  dump(): Promise<Uint8Array>;
  /** `lost`: the thread ended or fell silent, everything open was rejected; it will not come back. */
  readonly events: EventEmitter<{ notification: [channel: string, payload: string]; lost: [EngineLostError] }>;
  /** Ends the thread and with it everything that it holds. */
  close(): Promise<void>;
};

export type QueryResult = { readonly rows: never[]; readonly rowCount: number | null };

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

/** Silence is counted in ticks, not by the clock: a suspended machine comes back to one tick, not to an expired limit. */
const TICK_MS = 1_000;
/** A query takes milliseconds, a bulk add of 2,000 jobs half a second; a full disk once made PGlite silent for ever (queueing.md §2.2). */
const SILENT_TICKS = 30;
/** Starting takes one to four seconds on an idle machine. */
const SILENT_TICKS_AT_START = 120;

type Open = { resolve(reply: ThreadReply): void; reject(error: Error): void };

/** Resolves when PostgreSQL answers. `snapshot` is handed over, not copied. */
export async function startPostgres(snapshot: Uint8Array<ArrayBuffer> | null): Promise<PostgresHost> {
  const thread = new Worker(new URL('postgres-thread.ts', import.meta.url), {
    workerData: { snapshot } satisfies ThreadData,
    transferList: snapshot === null ? [] : [snapshot.buffer],
  });
  const events: PostgresHost['events'] = new EventEmitter();
  events.setMaxListeners(0);
  const open = new Map<number, Open>();
  let lastId = START_ID;
  let lost: EngineLostError | undefined;
  let silentTicks = 0;
  let silentTicksAllowed = SILENT_TICKS_AT_START;

  const lose = (reason: string, cause?: unknown) => {
    if (lost !== undefined) return;
    lost = new EngineLostError(`the embedded queue engine ended: ${reason}`, { cause });
    clearInterval(watchdog);
    for (const { reject } of open.values()) reject(lost);
    open.clear();
    void thread.terminate();
    events.emit('lost', lost);
  };
  const watchdog = setInterval(() => {
    silentTicks = open.size === 0 ? 0 : silentTicks + 1;
    if (silentTicks > silentTicksAllowed) lose(`no answer for ${(silentTicks * TICK_MS) / 1_000} s`);
  }, TICK_MS);

  const settle = (reply: ThreadReply & { id: number }) => {
    const request = open.get(reply.id);
    open.delete(reply.id);
    if (reply.kind === 'failed') request?.reject(new PostgresError(reply.fault));
    else request?.resolve(reply);
  };
  const ask = (request: ThreadRequest & { id: number }) =>
    new Promise<ThreadReply>((resolve, reject) => {
      if (lost !== undefined) return reject(lost);
      open.set(request.id, { resolve, reject });
      thread.postMessage(request);
    });

  thread.on('message', (reply: ThreadReply) => {
    silentTicks = 0;
    if (reply.kind === 'notification') events.emit('notification', reply.channel, reply.payload);
    else if (reply.kind === 'ready') {
      silentTicksAllowed = SILENT_TICKS;
      open.get(START_ID)?.resolve(reply);
      open.delete(START_ID);
    } else settle(reply);
  });
  thread.on('error', (error) => lose(error instanceof Error ? error.message : String(error), error));
  thread.on('exit', (code) => lose(`its thread exited with code ${code}`));

  await new Promise<ThreadReply>((resolve, reject) => open.set(START_ID, { resolve, reject }));

  return {
    events,
    async query(session, text, parameters) {
      const id = ++lastId;
      const reply = await ask({
        kind: 'query',
        id,
        session,
        text,
        ...(parameters === undefined ? {} : { parameters }),
      });
      return reply as unknown as QueryResult;
    },
    release(session) {
      if (lost === undefined) thread.postMessage({ kind: 'release', session } satisfies ThreadRequest);
    },
    async dump() {
      const reply = await ask({ kind: 'dump', id: ++lastId });
      return (reply as ThreadReply & { kind: 'dump' }).bytes;
    },
    async close() {
      events.removeAllListeners('lost');
      lose('it was closed');
      await thread.terminate();
    },
  };
}

/** Stands for the start itself among the open requests. */
const START_ID = 0;
