import { createPostgresBackend, type BackendFactory, type ConnectionOptions, type IQueueBackend } from 'bullmq';
import { createEngine } from '../bullmq-engine.ts';
import type { Engine } from '../engine.ts';
import { Pool } from './pool.ts';
import { startPostgres, type PostgresHost } from './postgres-host.ts';
import { dropSnapshot, takeSnapshot } from './snapshot.ts';

/** PostgreSQL in the memory of a thread: starts empty, ends with the process. */
export async function openEmbeddedEngine({ cacheFolder }: { readonly cacheFolder: string }): Promise<Engine> {
  const host = await startFromSnapshot(cacheFolder);
  // The engine is typed for Redis connections, BullMQ's default; this pair of backend and connection belongs together.
  const connection = new Pool(host) as unknown as ConnectionOptions;
  const backend = createPostgresBackend as unknown as BackendFactory<IQueueBackend>;

  return createEngine({
    kind: 'embedded',
    prefix: 'proofline',
    backend,
    queueConnection: connection,
    workerConnection: connection,
    async readGeneration() {
      const { rows } = await host.query(0, GET_GENERATION, []);
      return (rows as { generation: string | null }[])[0]?.generation || null;
    },
    async writeGeneration(generation) {
      await host.query(0, SET_GENERATION, [generation]);
    },
    onError(listener) {
      host.events.on('lost', listener);
    },
    close: () => host.close(),
  });
}

/** A setting of the session lives exactly as long as the jobs do. */
const GET_GENERATION = `SELECT current_setting('proofline.generation', true) AS generation`;
const SET_GENERATION = `SELECT set_config('proofline.generation', $1, false)`;

async function startFromSnapshot(cacheFolder: string): Promise<PostgresHost> {
  try {
    return await startPostgres(await takeSnapshot(cacheFolder));
  } catch {
    // The snapshot unpacks but is no database; a cache may be dropped, and the second failure is the caller's.
    await dropSnapshot(cacheFolder);
    return await startPostgres(await takeSnapshot(cacheFolder));
  }
}
