/**
 * PostgreSQL (PGlite) in a thread of its own. In the main thread one burst of queries would starve timers, lock renewal and HTTP. One session
 * serves all clients: PGlite has no more.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { makeStatementRunner } from './statement-runner.ts';
import type { PostgresFault, ThreadData, ThreadReply, ThreadRequest } from './thread-message.ts';

if (parentPort === null) throw new Error('postgres-thread.ts runs as a worker thread only');
const host = parentPort;
const { snapshot } = workerData as ThreadData;

const postgres = await PGlite.create({
  dataDir: 'memory://',
  // Nothing of it survives the thread, so nothing needs to be flushed or replayed.
  startParams: [
    ...PGlite.defaultStartParams,
    ...['-c', 'search_path=bullmq'],
    ...['-c', 'shared_buffers=16MB'],
    ...['-c', 'full_page_writes=off'],
  ],
  ...(snapshot === null ? {} : { loadDataDir: new Blob([new Uint8Array(snapshot)], { type: 'application/x-tar' }) }),
});
const statements = makeStatementRunner(postgres);

/** Session that has a transaction open; only its requests run until it ends. */
let owner: number | null = null;
const waiting: ThreadRequest[] = [];
let busy = false;

postgres.onNotification((channel, payload) => reply({ kind: 'notification', channel, payload }));
host.on('message', (request: ThreadRequest) => {
  waiting.push(request);
  if (!busy) void drain();
});
reply({ kind: 'ready' });

async function drain(): Promise<void> {
  busy = true;
  for (let next = takeNext(); next !== undefined; next = takeNext()) await serve(next);
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
      if (owner === request.session) await statements.run('ROLLBACK', undefined);
      if (owner === request.session) owner = null;
      return;
    case 'dump': {
      const dump = await postgres.dumpDataDir('none');
      const bytes = new Uint8Array(await dump.arrayBuffer());
      host.postMessage({ kind: 'dump', id: request.id, bytes } satisfies ThreadReply, [bytes.buffer]);
    }
  }
}

async function query({ id, session, text, parameters }: ThreadRequest & { kind: 'query' }): Promise<void> {
  try {
    const { rows, rowCount } = await statements.run(text, parameters);
    reply({ kind: 'rows', id, rows, rowCount });
  } catch (error) {
    reply({ kind: 'failed', id, fault: faultOf(error) });
  }
  owner = postgres.isInTransaction() ? session : null;
}

function reply(message: ThreadReply): void {
  host.postMessage(message);
}

function faultOf(error: unknown): PostgresFault {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, detail } = error as Error & { code?: unknown; detail?: unknown };
  return {
    message: error.message,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof detail === 'string' ? { detail } : {}),
  };
}
