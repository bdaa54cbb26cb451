import { createRedisBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { createEngine } from '../bullmq-engine.ts';
import { EngineLostError, type Engine } from '../engine.ts';
import { readServerFacts, refuseUnfitServer, unfit, unreachable } from './redis-server-check.ts';

const CONNECT_TIMEOUT_MS = 5_000;
/** Longest pause between two tries to reconnect. */
const RECONNECT_MS = 2_000;

/** Refuses a server that is not there, is too old or may throw jobs away. */
export async function openRedisEngine({
  url,
  prefix,
}: {
  readonly url: string;
  readonly prefix: string;
}): Promise<Engine> {
  // A queue without a connection fails at once, so that the outbox keeps its rows; a worker waits for the connection.
  const queueConnection = await connect(url, false);
  const connections = [queueConnection];
  try {
    await refuseUnfitServer(queueConnection, url);
    const workerConnection = await connect(url, true);
    connections.push(workerConnection);
    const server = watchServer(queueConnection, url, `${prefix}:generation`);

    return createEngine({
      kind: 'redis',
      prefix,
      backend: createRedisBackend,
      queueConnection,
      workerConnection,
      readGeneration: server.readGeneration,
      writeGeneration: server.writeGeneration,
      onError(listener) {
        server.onUnfit(listener);
        for (const connection of connections) connection.on('error', listener);
      },
      async close() {
        for (const connection of connections) connection.disconnect();
      },
    });
  } catch (error) {
    for (const connection of connections) connection.disconnect();
    throw error;
  }
}

/**
 * A server may be started again with what it had written to its disk minutes ago, generation and all, and its settings may be changed under us. Both
 * show in what it says of itself.
 */
function watchServer(connection: Redis, url: string, generationKey: string) {
  const listeners = new Set<(error: Error) => void>();
  let filledRunId: string | undefined;
  let lost: EngineLostError | undefined;
  return {
    onUnfit: (listener: (error: Error) => void) => void listeners.add(listener),
    async readGeneration(): Promise<string | null> {
      const { runId, problems } = await readServerFacts(connection);
      if (problems.length > 0 && lost === undefined) {
        lost = new EngineLostError(unfit(problems, url));
        for (const listener of listeners) listener(lost);
      }
      if (lost !== undefined) throw lost;
      return runId === filledRunId ? connection.get(generationKey) : null;
    },
    async writeGeneration(generation: string): Promise<void> {
      filledRunId = (await readServerFacts(connection)).runId;
      await connection.set(generationKey, generation);
    },
  };
}

async function connect(url: string, enableOfflineQueue: boolean): Promise<Redis> {
  const connection = new Redis(url, {
    enableOfflineQueue,
    lazyConnect: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
    // Required by BullMQ: a command waits for the connection instead of failing after some tries.
    maxRetriesPerRequest: null,
    retryStrategy: (times: number) => Math.min(times * 100, RECONNECT_MS),
  });
  // `connect()` itself only says that the connection was closed; the reason comes as an event.
  let reason: Error | undefined;
  const remember = (error: Error) => {
    reason = error;
  };
  connection.on('error', remember);
  try {
    await connection.connect();
  } catch (error) {
    connection.disconnect();
    throw unreachable(url, reason ?? error);
  }
  return connection;
}
