import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { listenedChannel, Pool } from './pool.ts';
import type { PostgresHost } from './postgres-host.ts';
import { startForTest } from './start-for-test.ts';

let host: PostgresHost;
beforeAll(async () => {
  host = await startForTest();
}, 120_000);
afterAll(() => host.close());

test.each([
  ['LISTEN bullmq_jobs', 'bullmq_jobs'],
  ['-- Subscribe.\n-- Params: none.\nLISTEN bullmq_jobs;\n', 'bullmq_jobs'],
  ['/* why */ \n\tlisten "Quoted"', 'Quoted'],
  ['SELECT 1 -- LISTEN x', null],
  [`SELECT 'LISTEN x'`, null],
  ['-- LISTEN x', null],
])('the channel of %j is %j', (text, channel) => {
  expect(listenedChannel(text)).toBe(channel);
});

test('a notification reaches every client that listens to its channel and no other', async () => {
  const pool = new Pool(host);
  const heard: string[] = [];
  const clients = await Promise.all(
    ['a', 'b', 'deaf', 'released'].map(async (name) => {
      const client = await pool.connect();
      client.on('notification', ({ channel, payload }) => heard.push(`${name} ${channel} ${payload}`));
      return client;
    }),
  );
  const [a, b, deaf, released] = clients;
  await a!.query('-- first\nLISTEN jobs');
  await b!.query('LISTEN jobs');
  await deaf!.query('LISTEN events');
  await released!.query('LISTEN jobs');
  released!.release();

  await pool.query(`SELECT pg_notify('jobs', $1)`, ['render-photo']);
  await pool.query(`SELECT pg_notify('events', $1)`, ['x']);

  await vi.waitFor(() => expect(heard).toEqual(['a jobs render-photo', 'b jobs render-photo', 'deaf events x']), {
    timeout: 120_000,
  });
});
