import { setTimeout as sleep } from 'node:timers/promises';
import { createRedisBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { createEngine } from '../bullmq-engine.ts';
import { EngineLostError, EngineRefusedError, type Engine } from '../engine.ts';
import { readServerFacts, refuseUnfitServer, unfit, unreachable } from './redis-server-check.ts';

const CONNECT_TIMEOUT_MS = 5_000;
/** Longest pause between two tries to reconnect. */
const RECONNECT_MS = 2_000;

/** A server that is being started, as after a power cut, is waited for this long. */
const ABSENT_MS = 10_000;
const LOOK_AGAIN_MS = 250;

/** Refuses a server that stays away, is too old or may throw jobs away. `onAbsent` is told once, in words, that it is waited for. */
export async function openRedisEngine({
  url,
  prefix,
  onAbsent,
}: {
  readonly url: string;
  readonly prefix: string;
  readonly onAbsent?: (reason: string) => void;
}): Promise<Engine> {
  const { queueConnection, workerConnection } = await whenPresent(() => connectBoth(url), onAbsent);
  const connections = [queueConnection, workerConnection];
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

async function whenPresent<Result>(
  open: () => Promise<Result>,
  onAbsent: ((reason: string) => void) | undefined,
): Promise<Result> {
  const endsAtMs = performance.now() + ABSENT_MS;
  for (let tries = 1; ; tries += 1) {
    try {
      return await open();
    } catch (error) {
      if (!isAbsent(error) || performance.now() > endsAtMs) throw error;
      if (tries === 1) onAbsent?.((error as Error).message);
      await sleep(LOOK_AGAIN_MS);
    }
  }
}

/** Nobody listens, or whoever did went away while we talked. A name that is not known, a password or a version does not mend itself. */
function isAbsent(error: unknown): boolean {
  const cause = error instanceof EngineRefusedError ? (error.cause as NodeJS.ErrnoException | undefined) : undefined;
  return (
    cause !== undefined && (/^(ECONNREFUSED|ECONNRESET|EPIPE)$/.test(cause.code ?? '') || isCutOff.test(cause.message))
  );
}

/** The words of ioredis for a command whose connection ended, or has ended before. */
const isCutOff = /^(Connection is closed|Stream isn't writeable)/;

async function connectBoth(url: string) {
  // A queue without a connection fails at once, so that the outbox keeps its rows; a worker waits for the connection.
  const queueConnection = await connect(url, false);
  try {
    await refuseUnfitServer(queueConnection, url);
    return { queueConnection, workerConnection: await connect(url, true) };
  } catch (error) {
    queueConnection.disconnect();
    throw error instanceof EngineRefusedError ? error : unreachable(url, error);
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
