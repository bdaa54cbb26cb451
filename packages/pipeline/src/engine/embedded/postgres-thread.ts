/**
 * PostgreSQL (PGlite) in a thread of its own: in the main thread one burst of queries would starve timers, lock renewal and HTTP. Whatever is
 * thrown here ends the thread, which its host reports as the loss of the engine.
 */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { StatementError, makeStatementRunner } from './statement-runner.ts';
import type { ThreadData, ThreadReply, ThreadRequest } from './thread-message.ts';

/** Statements between two clean-ups; about 1,500 jobs. */
const CLEANUP_AFTER_STATEMENTS = 5_000;
/** When there is no pause in the work, it is cleaned up in the middle of it. */
const CLEANUP_LATEST_STATEMENTS = 20_000;

if (parentPort === null) throw new Error('postgres-thread.ts runs as a worker thread only');
const host = parentPort;
const { start } = workerData as ThreadData;
const snapshot = typeof start === 'string' ? new Uint8Array(gunzipSync(readFileSync(start))) : start;

const postgres = await PGlite.create({
  dataDir: 'memory://',
  ...(snapshot === null ? {} : { loadDataDir: new Blob([snapshot], { type: 'application/x-tar' }) }),
  // WAL segments of 1 MB, not 16: they are memory here, and nothing is ever recovered from them.
  initDbStartParams: ['--wal-segsize=1'],
  startParams: PGlite.defaultStartParams.concat(
    ['-c', 'search_path=bullmq'],
    // Saves 60 MB of the default's 128; the whole database is smaller.
    ['-c', 'shared_buffers=16MB'],
    ['-c', 'full_page_writes=off'],
    ['-c', 'min_wal_size=2MB'],
  ),
});
const statements = makeStatementRunner(postgres);

/** PGlite has one session. The client that has a transaction open owns it; the others' requests wait. */
let owner: number | null = null;
const waiting: ThreadRequest[] = [];
let busy = false;
let statementsSinceCleanup = 0;

postgres.onNotification((channel, payload) => reply({ kind: 'notification', channel, payload }));
host.on('message', (request: ThreadRequest) => {
  waiting.push(request);
  if (!busy) void serveWaiting();
});
reply({ kind: 'ready' });

async function serveWaiting(): Promise<void> {
  busy = true;
  for (let next = takeNext(); next !== undefined; next = takeNext()) {
    await serve(next);
    await cleanUpWhenDue();
  }
  busy = false;
}

function takeNext(): ThreadRequest | undefined {
  if (owner === null) return waiting.shift();
  const position = waiting.findIndex((request) => request.kind !== 'dump' && request.session === owner);
  return position === -1 ? undefined : waiting.splice(position, 1)[0];
}

async function serve(request: ThreadRequest): Promise<void> {
  switch (request.kind) {
    case 'query':
      return query(request);
    case 'release':
      if (owner !== request.session) return;
      await statements.run('ROLLBACK', undefined);
      owner = null;
      return;
    case 'dump': {
      const dump = await postgres.dumpDataDir('none');
      const bytes = new Uint8Array(await dump.arrayBuffer());
      host.postMessage({ kind: 'dump', id: request.id, bytes } satisfies ThreadReply, [bytes.buffer]);
    }
  }
}

async function query({ id, session, text, parameters }: ThreadRequest & { kind: 'query' }): Promise<void> {
  statementsSinceCleanup += 1;
  try {
    const { rows, rowCount } = await statements.run(text, parameters);
    reply({ kind: 'rows', id, rows, rowCount });
  } catch (error) {
    if (!(error instanceof StatementError)) throw error;
    reply({ kind: 'failed', id, fault: { message: error.message, code: error.code, detail: error.detail } });
  }
  owner = postgres.isInTransaction() ? session : null;
}

/** Single-user PostgreSQL has neither autovacuum nor a checkpointer: dead rows and WAL would grow for ever. */
async function cleanUpWhenDue(): Promise<void> {
  const dueAfter = waiting.length === 0 ? CLEANUP_AFTER_STATEMENTS : CLEANUP_LATEST_STATEMENTS;
  if (owner !== null || statementsSinceCleanup < dueAfter) return;
  statementsSinceCleanup = 0;
  await statements.run('VACUUM', undefined);
  await statements.run('CHECKPOINT', undefined);
}

function reply(message: ThreadReply): void {
  host.postMessage(message);
}
