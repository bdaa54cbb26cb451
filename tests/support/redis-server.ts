import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis, ReplyError } from 'ioredis';
import { GenericContainer, getContainerRuntimeClient, Wait } from 'testcontainers';

/** A Redis for tests. */
export type RedisServer = {
  readonly url: string;
  /** Unique to this test run; on a server that the tests did not start, only keys below it may be touched. */
  readonly prefix: string;
  /** Loses what the server holds: all of it where the tests started it, else everything below the prefix. */
  wipe(): Promise<void>;
  stop(): Promise<void>;
};

/** One that the tests started from a local binary: it can be killed and started again, at the same address and with nothing in it. */
export type LocalRedisServer = RedisServer & { kill(): Promise<void>; startAgain(): Promise<void> };

const CONTAINER_IMAGE = 'redis:8.2-alpine';
const CONTAINER_PORT = 6379;
/** A start takes 50 ms on an idle machine. */
const START_TIMEOUT_MS = 20_000;

/**
 * Whether `startRedis` finds a server to use; asked while tests are collected, for `skipIf`. Said loudly when not; where services are required
 * (`CI=true` or `REQUIRE_SERVICES=1`) that is an error, so that nothing passes by being skipped.
 */
export async function hasRedis(): Promise<boolean> {
  return givenUrl() !== undefined || (await hasContainerEngine()) || hasLocalRedis();
}

/** The same for `startLocalRedis`. */
export async function hasLocalRedis(): Promise<boolean> {
  const probe = spawn('redis-server', ['--version'], { stdio: 'ignore' });
  try {
    await once(probe, 'exit');
    return true;
  } catch {
    // The one way in which a program fails before it runs: it is not installed.
    return skipOrFail();
  }
}

/** The server of `TEST_REDIS_URL`, else one in a container, else one from a local `redis-server`. Started within a test or hook, which stops it. */
export async function startRedis(): Promise<RedisServer> {
  const url = givenUrl();
  if (url !== undefined) return givenServer(url);
  return (await hasContainerEngine()) ? startContainer() : startLocalRedis();
}

/** With `settings` as on the command line of redis-server. */
export async function startLocalRedis(settings: readonly string[] = []): Promise<LocalRedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'proofline-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const start = () => startProcess(url, port, folder, settings);
  let server: ChildProcess | null = await start();
  const kill = async () => {
    if (server !== null) await endProcess(server);
    server = null;
  };
  return {
    url,
    prefix: newPrefix(),
    wipe: () => send(url, (redis) => redis.flushall()),
    kill,
    async startAgain() {
      server = await start();
    },
    async stop() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const givenUrl = () => process.env['TEST_REDIS_URL'];

function givenServer(url: string): RedisServer {
  const { hostname } = new URL(url);
  if (!['127.0.0.1', '[::1]', 'localhost'].includes(hostname) && process.env['TEST_SERVICES_ANYWHERE'] !== '1') {
    throw new Error(
      `TEST_REDIS_URL points to ${hostname}, not to this machine; set TEST_SERVICES_ANYWHERE=1 if that is meant`,
    );
  }
  const prefix = newPrefix();
  const wipe = () => send(url, (redis) => removeKeys(redis, prefix));
  return { url, prefix, wipe, stop: wipe };
}

async function startContainer(): Promise<RedisServer> {
  const container = await new GenericContainer(CONTAINER_IMAGE)
    .withExposedPorts(CONTAINER_PORT)
    .withCommand(['redis-server', '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'])
    .withWaitStrategy(Wait.forLogMessage(/Ready to accept connections/))
    .start();
  const url = `redis://${container.getHost()}:${container.getMappedPort(CONTAINER_PORT)}`;
  return {
    url,
    prefix: newPrefix(),
    wipe: () => send(url, (redis) => redis.flushall()),
    async stop() {
      await container.stop();
    },
  };
}

async function hasContainerEngine(): Promise<boolean> {
  try {
    await getContainerRuntimeClient();
    return true;
  } catch {
    // Rejects within milliseconds where no engine answers; the next way to a server is tried.
    return false;
  }
}

async function startProcess(
  url: string,
  port: number,
  folder: string,
  settings: readonly string[],
): Promise<ChildProcess> {
  const inMemory = ['--save', '', '--appendonly', 'no', '--dir', folder, '--logfile', join(folder, 'redis.log')];
  const address = ['--bind', '127.0.0.1', '--port', String(port)];
  const server = spawn('redis-server', [...address, ...inMemory, ...settings], { stdio: 'ignore' });
  await once(server, 'spawn');
  const killWithUs = () => server.kill('SIGKILL');
  process.once('exit', killWithUs);
  server.once('exit', () => process.off('exit', killWithUs));
  const ended = once(server, 'exit').then(([code]) => {
    throw new Error(`redis-server ended with code ${String(code)} while it was starting`);
  });
  await Promise.race([untilItAnswers(url), ended]);
  return server;
}

async function endProcess(server: ChildProcess): Promise<void> {
  const ended = once(server, 'exit');
  server.kill('SIGKILL');
  await ended;
}

async function untilItAnswers(url: string): Promise<void> {
  const startedAt = performance.now();
  const redis = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => (performance.now() - startedAt < START_TIMEOUT_MS ? 20 : null),
  });
  redis.on('error', () => {});
  try {
    await redis.ping();
  } catch (error) {
    // A server that asks for a password answers, too.
    if (!(error instanceof ReplyError)) throw error;
  } finally {
    redis.disconnect();
  }
}

/** Over a connection of its own, which is closed afterwards. Rejects with the reason when nobody answers. */
export async function send(url: string, command: (redis: Redis) => Promise<unknown>): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  // Without a listener ioredis prints it, and what was asked for fails with "Connection is closed" alone.
  let reason: Error | undefined;
  redis.on('error', (error) => {
    reason = error;
  });
  try {
    await redis.connect();
    await command(redis);
  } catch (error) {
    throw reason ?? error;
  } finally {
    redis.disconnect();
  }
}

async function removeKeys(redis: Redis, prefix: string): Promise<void> {
  for await (const keys of redis.scanStream({ match: `${prefix}:*`, count: 1_000 }) as AsyncIterable<string[]>) {
    if (keys.length > 0) await redis.unlink(...keys);
  }
}

async function freePort(): Promise<number> {
  const listener = createServer();
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, 'close');
  return port;
}

const newPrefix = () => `proofline-test-${randomUUID()}`;

function skipOrFail(): false {
  const remedy = 'set TEST_REDIS_URL=redis://127.0.0.1:6379 or install it ("apt-get install redis-server")';
  if (process.env['CI'] === 'true' || process.env['REQUIRE_SERVICES'] === '1') {
    throw new Error(`there is no Redis to test with; ${remedy}`);
  }
  console.warn(`SKIPPED: everything that needs Redis. There is none; ${remedy}`);
  return false;
}
