import { createRedisBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { createEngine } from '../bullmq-engine.ts';
import type { Engine } from '../engine.ts';
import { refuseUnfitServer, unreachable } from './redis-server-check.ts';

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
    const generationKey = `${prefix}:generation`;

    return createEngine({
      kind: 'redis',
      prefix,
      backend: createRedisBackend,
      queueConnection,
      workerConnection,
      readGeneration: () => queueConnection.get(generationKey),
      async writeGeneration(generation) {
        await queueConnection.set(generationKey, generation);
      },
      onError(listener) {
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
