import { createPostgresBackend, type BackendFactory, type ConnectionOptions } from 'bullmq';
import { createEngine } from '../bullmq-engine.ts';
import { EngineLostError, type Engine } from '../engine.ts';
import { Pool } from './pool.ts';
import { SHARED_SESSION, startPostgres, type PostgresHost, type StartLimits } from './postgres-host.ts';
import { begunPostgres } from './begun-postgres.ts';
import { makeSnapshot } from './snapshot.ts';
import { snapshotPath } from './snapshot-path.ts';

/** PostgreSQL in the memory of a thread: starts empty, ends with the process. */
export async function openEmbeddedEngine({ cacheFolder }: { readonly cacheFolder: string }): Promise<Engine> {
  return engineOver(await startFromSnapshot(snapshotPath(cacheFolder)));
}

export function engineOver(host: PostgresHost): Engine {
  // The engine is typed for Redis connections, BullMQ's default; this pair of backend and connection belongs together.
  const connection = new Pool(host) as unknown as ConnectionOptions;
  const backend = createPostgresBackend as unknown as BackendFactory;

  return createEngine({
    kind: 'embedded',
    prefix: 'proofline',
    backend,
    queueConnection: connection,
    workerConnection: connection,
    async readGeneration() {
      const { rows } = await host.query<{ generation: string | null }>(SHARED_SESSION, GET_GENERATION, []);
      return rows[0]?.generation ?? null;
    },
    async writeGeneration(generation) {
      await host.query(SHARED_SESSION, SET_GENERATION, [generation]);
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

/** The snapshot at `path` is made where there is none. */
export async function startFromSnapshot(path: string, limits?: StartLimits): Promise<PostgresHost> {
  try {
    return await (begunPostgres(path) ?? startPostgres(path, limits));
  } catch (error) {
    // There is none, or it is no database: made anew, and when that does not start either, its error is the one that counts.
    if (!(error instanceof EngineLostError)) throw error;
  }
  return startPostgres(await makeSnapshot(path), limits);
}
