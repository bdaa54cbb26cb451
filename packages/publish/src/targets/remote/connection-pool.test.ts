import { expect, test, vi } from 'vitest';
import { openConnectionPool } from './connection-pool.ts';
import { RemoteFault } from './remote-fault.ts';

const { signal } = new AbortController();

test('no more connections are open than allowed, and one is used again and again', async () => {
  const world = fakeServer();
  const pool = openConnectionPool({ limit: 2, open: world.open });
  await Promise.all(Array.from({ length: 10 }, () => pool.use(() => Promise.resolve(), signal)));
  expect(world.opened).toBeLessThanOrEqual(2);
  await Promise.all([1, 2, 3, 4].map(() => pool.use(world.nextTurn, signal)));
  expect(world.mostAtOnce).toBe(2);
  pool.close();
  expect(world.isOpen()).toEqual([false, false]);
});

test('whoever waits for a connection stops waiting when told to, and nobody after it is forgotten', async () => {
  const world = fakeServer();
  const pool = openConnectionPool({ limit: 1, open: world.open });
  const gate = Promise.withResolvers<void>();
  const first = pool.use(() => gate.promise, signal);
  const stop = new AbortController();
  const second = pool.use(() => Promise.resolve('second'), stop.signal);
  const third = pool.use(() => Promise.resolve('third'), signal);
  stop.abort();
  await expect(second).rejects.toThrow('aborted');
  gate.resolve();
  await first;
  expect(await third).toBe('third');
  pool.close();
});

test('a connection in use is closed at once when told to stop, and the next one is new', async () => {
  const world = fakeServer();
  const pool = openConnectionPool({ limit: 1, open: world.open });
  const stop = new AbortController();
  const never = pool.use(() => new Promise(() => {}), stop.signal);
  await vi.waitFor(() => expect(world.opened).toBe(1));
  stop.abort();
  await expect(never).rejects.toThrow('aborted');
  expect(await pool.use(() => Promise.resolve('next'), signal)).toBe('next');
  expect(world.isOpen()).toEqual([false, true]);
  pool.close();
});

test('a server that takes fewer connections is not asked for more while ours are at work', async () => {
  const world = fakeServer({ takes: 2 });
  const pool = openConnectionPool({ limit: 5, open: world.open });
  await Promise.all(Array.from({ length: 12 }, () => pool.use(world.nextTurn, signal)));
  expect(world.mostAtOnce).toBe(2);
  expect(world.refused).toBeLessThanOrEqual(3);
  pool.close();
});

test('a server whose connections are all somebody else’s is told as busy, not waited for', async () => {
  const world = fakeServer({ takes: 0 });
  const pool = openConnectionPool({ limit: 5, open: world.open });
  await expect(pool.use(() => Promise.resolve(), signal)).rejects.toMatchObject({ kind: 'busy' });
  pool.close();
});

test('a server that refuses all of a crowd, for each is one too many, is asked again', async () => {
  const world = fakeServer({ takes: 2, countsAttempts: true });
  const pool = openConnectionPool({ limit: 5, open: world.open });
  await Promise.all(Array.from({ length: 8 }, () => pool.use(world.nextTurn, signal)));
  expect(world.refused).toBeGreaterThanOrEqual(5);
  expect(world.mostAtOnce).toBeLessThanOrEqual(2);
  pool.close();
});

test('a connection that was silent is asked for a sign of life before it is lent, and kept alive meanwhile', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  try {
    const world = fakeServer();
    const pool = openConnectionPool({ limit: 1, open: world.open });
    await pool.use(() => Promise.resolve(), signal);
    await vi.advanceTimersByTimeAsync(31_000);
    expect(world.pings).toBe(1);
    world.die();
    await vi.advanceTimersByTimeAsync(10_000);
    await pool.use(() => Promise.resolve(), signal);
    expect(world.opened).toBe(2);
    await vi.advanceTimersByTimeAsync(6 * 60_000);
    expect(world.isOpen()).toEqual([false, false]);
    pool.close();
  } finally {
    vi.useRealTimers();
  }
});

function fakeServer({ takes = Number.POSITIVE_INFINITY, countsAttempts = false } = {}) {
  const connections: { isOpen: boolean; isDead: boolean }[] = [];
  let pings = 0;
  let refused = 0;
  let attempts = 0;
  let atOnce = 0;
  let mostAtOnce = 0;
  return {
    get opened() {
      return connections.length;
    },
    get pings() {
      return pings;
    },
    get refused() {
      return refused;
    },
    get mostAtOnce() {
      return mostAtOnce;
    },
    isOpen: () => connections.map(({ isOpen }) => isOpen),
    die() {
      for (const connection of connections) connection.isDead = true;
    },
    async open() {
      attempts += 1;
      await new Promise((resolve) => setImmediate(resolve));
      const others = connections.filter(({ isOpen }) => isOpen).length + (countsAttempts ? attempts - 1 : 0);
      setImmediate(() => (attempts -= 1));
      if (others >= takes) {
        refused += 1;
        throw new RemoteFault('busy', 'takes no more');
      }
      const state = { isOpen: true, isDead: false };
      connections.push(state);
      return {
        get isOpen() {
          return state.isOpen;
        },
        ping() {
          pings += 1;
          return state.isDead ? Promise.reject(new Error('gone')) : Promise.resolve();
        },
        close() {
          state.isOpen = false;
        },
      };
    },
    /** Work that lasts until the event loop has gone round. */
    async nextTurn() {
      atOnce += 1;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      await new Promise((resolve) => setImmediate(resolve));
      atOnce -= 1;
    },
  };
}
