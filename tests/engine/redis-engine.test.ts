import { once } from 'node:events';
import { createServer } from 'node:net';
import { proveEngine } from '@proofline/pipeline/engine/engine.conformance.ts';
import { EngineRefusedError } from '@proofline/pipeline/engine/engine.ts';
import { openEngine } from '@proofline/pipeline/engine/open-engine.ts';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  hasLocalRedis,
  hasRedis,
  startLocalRedis,
  startRedis,
  type LocalRedisServer,
  type RedisServer,
} from '../support/redis-server.ts';

/** A server that is not there is waited for, ten seconds. */
const WAITS = { timeout: 60_000 };
const WAIT = { timeout: 120_000, interval: 20 };
const open = (url: string, prefix?: string) =>
  openEngine({ url, cacheFolder: '/nowhere', ...(prefix ? { prefix } : {}) });

describe.skipIf(!(await hasRedis()))('against a server', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  proveEngine('redis', async () => {
    const engine = await open(redis.url, redis.prefix);
    return {
      engine,
      async wipe() {
        await redis.wipe();
        return engine;
      },
    };
  });
});

describe.skipIf(!(await hasLocalRedis()))("against a server of one's own", () => {
  const start = async (...settings: string[]): Promise<LocalRedisServer> => {
    const server = await startLocalRedis(settings);
    onTestFinished(() => server.stop());
    return server;
  };

  test('a server that may drop keys is refused, with the setting that mends it', async () => {
    const { url } = await start('--maxmemory-policy', 'allkeys-lru');
    const refused = await open(url).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(EngineRefusedError);
    expect(String(refused)).toMatch(/127\.0\.0\.1:\d+.*allkeys-lru.*maxmemory-policy noeviction/);
  });

  test('a wrong password is refused, and no message shows it', async () => {
    const { url } = await start('--requirepass', 'right');
    const refused = await open(url.replace('//', '//:wr0ng-secret@')).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(EngineRefusedError);
    expect(String(refused)).toMatch(/WRONGPASS/);
    expect(JSON.stringify([String(refused), (refused as Error).stack])).not.toContain('wr0ng-secret');
  });

  test('a server that is being started is waited for, which is said once', WAITS, async () => {
    const server = await start();
    await server.kill();
    const said: string[] = [];
    const { promise: absent, resolve } = Promise.withResolvers<void>();
    const opening = openEngine({
      url: server.url,
      cacheFolder: '/nowhere',
      onAbsent(reason) {
        said.push(reason);
        resolve();
      },
    });
    await Promise.race([absent, opening]);
    await server.startAgain();
    const engine = await opening;
    await engine.queue('render-photo').getJobCounts();
    await engine.close();
    expect(said).toEqual([expect.stringContaining(`no connection to the Redis server at ${new URL(server.url).host}`)]);
  });

  test('a server that goes away while we talk to it is waited for as well', WAITS, async () => {
    const server = await start();
    const port = Number(new URL(server.url).port);
    await server.kill();
    // Takes a connection and ends it, as a server does that is being stopped.
    const leaving = createServer((socket) => socket.destroy()).listen(port, '127.0.0.1');
    await once(leaving, 'listening');
    const { promise: absent, resolve } = Promise.withResolvers<string>();
    const opening = openEngine({ url: server.url, cacheFolder: '/nowhere', onAbsent: resolve });
    await Promise.race([absent, opening]);
    leaving.close();
    await once(leaving, 'close');
    await server.startAgain();
    await (await opening).close();
    expect(await absent).toMatch(/no connection to the Redis server/);
  });

  test('a server that stays away is refused, with its address', WAITS, async () => {
    const server = await start();
    await server.kill();
    const refused = await open(server.url.replace('//', '//user:s3cret@')).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(EngineRefusedError);
    expect(String(refused)).toContain(new URL(server.url).host);
    expect(String(refused)).not.toContain('s3cret');
  });

  test('two engines with different prefixes share a server without seeing each other', async () => {
    const { url } = await start();
    const engines = await Promise.all([open(url, 'one'), open(url, 'two')]);
    const [one, two] = engines;
    await one.writeGeneration('one');
    await one
      .queue('render-photo')
      .add('render-photo', { subject: { kind: 'photo', id: 1 }, stage: 'render-photo', epoch: 1 });
    expect(await two.readGeneration()).toBeNull();
    expect(await two.queue('render-photo').getJobCounts('waiting')).toEqual({ waiting: 0 });
    await Promise.all(engines.map((engine) => engine.close()));
  });

  test('while the server is away adding fails at once; when it is back, empty, the same engine works again', async () => {
    const server = await start();
    const engine = await open(server.url);
    const errors: Error[] = [];
    engine.onError((error) => errors.push(error));
    const queue = engine.queue('render-photo');
    const runs: number[] = [];
    engine.worker('render-photo', async (job) => void runs.push(job.data.subject.id), {
      concurrency: 1,
      lockDurationMs: 30_000,
      stalledIntervalMs: 10_000,
    });
    const add = (id: number) =>
      queue.add('render-photo', { subject: { kind: 'photo', id }, stage: 'render-photo', epoch: 1 });
    await engine.writeGeneration('before');
    await add(1);
    await vi.waitFor(() => expect(runs).toEqual([1]), WAIT);

    await server.kill();
    await vi.waitFor(() => expect(errors).not.toEqual([]), WAIT);
    // Two connections, a queue and a worker see each fault.
    expect(new Set(errors).size).toBe(errors.length);
    await expect(add(2)).rejects.toThrow(/enableOfflineQueue|Connection is closed/);
    await server.startAgain();

    await vi.waitFor(async () => expect(await engine.readGeneration()).toBeNull(), WAIT);
    // The queue has a connection of its own, which may come back a moment later.
    await vi.waitFor(() => add(3), WAIT);
    await vi.waitFor(() => expect(runs).toEqual([1, 3]), WAIT);
    await engine.close();
  });

  test('a closed engine leaves no connection behind', async () => {
    const { url } = await start();
    const engine = await open(url);
    engine.worker('render-photo', async () => {}, {
      concurrency: 1,
      lockDurationMs: 30_000,
      stalledIntervalMs: 10_000,
    });
    await engine.queue('render-photo').getJobCounts();
    await engine.close();
    const observer = new Redis(url);
    onTestFinished(() => observer.disconnect());
    const own = `id=${await observer.client('ID')} `;
    await vi.waitFor(async () => {
      const others = String(await observer.client('LIST'))
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith(own));
      expect(others).toEqual([]);
    }, WAIT);
  });
});

test('an unknown kind of engine is refused, and the setting is named', async () => {
  await expect(open('mongodb://user:s3cret@localhost')).rejects.toThrow(/^QUEUE_URL starts with "mongodb:"/);
});
