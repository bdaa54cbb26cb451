import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { EngineLostError } from '../engine.ts';
import { Pool } from './pool.ts';
import { PostgresError, type PostgresHost } from './postgres-host.ts';
import { ENDLESS, startForTest } from './start-for-test.ts';

describe('PostgreSQL in a thread', () => {
  let host: PostgresHost;
  let pool: Pool;
  beforeAll(async () => {
    host = await startForTest();
    pool = new Pool(host);
    await pool.query('CREATE TABLE fruit (name text PRIMARY KEY, weight_grams int, tags jsonb, codes text[])');
  }, 120_000);
  afterAll(() => host.close());

  test('parameters of every kind come back as they went', async () => {
    const row = { name: `o'range "\\`, weight_grams: 150, tags: { a: [1, null, 'ü'] }, codes: ['x,y', '{z}', '"'] };
    await pool.query('INSERT INTO fruit VALUES ($1, $2, $3, $4)', Object.values(row));
    const { rows } = await pool.query('SELECT * FROM fruit WHERE name = $1 AND $2::text IS NULL', [row.name, null]);
    expect(rows).toEqual([row]);
  });

  test('an error carries code and detail, and the session goes on', async () => {
    await pool.query('INSERT INTO fruit (name) VALUES ($1)', ['apple']);
    const failed = await pool.query('INSERT INTO fruit (name) VALUES ($1)', ['apple']).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(PostgresError);
    expect(failed).toMatchObject({ code: '23505', detail: expect.stringContaining('(apple)') });
    await expect(pool.query('SELECT nonsense($1)', [1])).rejects.toMatchObject({ code: '42883' });
    await expect(pool.query('SELECT $1::int', ['no number'])).rejects.toMatchObject({ code: '22P02' });
    await expect(pool.query('SELECT $1::bool', ['perhaps'])).rejects.toThrow('cannot be written as PostgreSQL type 16');
    expect((await pool.query('SELECT $1::int + 1 AS sum', [1])).rows).toEqual([{ sum: 2 }]);
  });

  test('several statements without parameters run together; the last one gives the rows', async () => {
    const { rows, rowCount } = await pool.query('SELECT 1 AS n; SELECT 2 AS n UNION SELECT 3 AS n ORDER BY n');
    expect({ rows, rowCount }).toEqual({ rows: [{ n: 2 }, { n: 3 }], rowCount: 2 });
  });

  test('more distinct statements than are kept prepared all run', async () => {
    for (const n of [...Array.from({ length: 600 }).keys(), 0, 599]) {
      expect((await pool.query(`SELECT $1::int + ${n} AS sum`, [1])).rows).toEqual([{ sum: n + 1 }]);
    }
  });

  test('a transaction keeps all others waiting until it ends', async () => {
    const order: string[] = [];
    const client = await pool.connect();
    await client.query('BEGIN');
    const others = [
      pool.query('SELECT 1').then(() => order.push('pool')),
      (await pool.connect()).query('SELECT $1::int', [1]).then(() => order.push('client')),
    ];
    await client.query(`INSERT INTO fruit (name) VALUES ('pear')`);
    order.push('inserted');
    await client.query('COMMIT');
    await Promise.all(others);
    expect(order).toEqual(['inserted', 'pool', 'client']);
    client.release();
  });

  test('a client that is released in the middle of a transaction is rolled back', async () => {
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query(`INSERT INTO fruit (name) VALUES ('plum')`);
    client.release();
    expect((await pool.query(`SELECT * FROM fruit WHERE name = 'plum'`)).rows).toEqual([]);
    await expect(client.query('SELECT 1')).rejects.toThrow('released');
  });

  test('a failed transaction can be rolled back and leaves the session usable', async () => {
    const client = await pool.connect();
    await client.query('BEGIN');
    await expect(client.query('SELECT nonsense')).rejects.toMatchObject({ code: '42703' });
    await expect(client.query('SELECT 1')).rejects.toMatchObject({ code: '25P02' });
    await client.query('ROLLBACK');
    expect((await client.query('SELECT $1::int AS n', [1])).rows).toEqual([{ n: 1 }]);
    client.release();
  });

  test('memory stays bounded: a clean-up runs in the midst of the work', async () => {
    const sizeOf = async () =>
      (await pool.query(`SELECT pg_table_size('fruit')::int AS bytes`)).rows as { bytes: number }[];
    for (let round = 0; round < 12; round += 1) {
      await pool.query(`INSERT INTO fruit (name) SELECT 'x' || n FROM generate_series(1, 2000) AS n`);
      await Promise.all(
        Array.from({ length: 2_000 }, (_, n) => pool.query('DELETE FROM fruit WHERE name = $1', [`x${n + 1}`])),
      );
    }
    const [size] = await sizeOf();
    // 24,000 rows of 40 bytes passed through; without VACUUM they would all still be there.
    expect(size!.bytes).toBeLessThan(700_000);
  });
});

describe('losing the thread', () => {
  test('a thread that falls silent is ended, and everything open is rejected', async () => {
    const host = await startForTest({ answerWithinMs: 1_000 });
    const lost = vi.fn<(error: EngineLostError) => void>();
    host.events.on('lost', lost);
    const open = [host.query(1, ENDLESS), host.query(2, 'SELECT 1')];
    const ends = await Promise.allSettled(open);
    expect(ends.map((end) => end.status === 'rejected' && end.reason instanceof EngineLostError)).toEqual([true, true]);
    expect(lost).toHaveBeenCalledOnce();
    await expect(host.query(1, 'SELECT 1')).rejects.toBeInstanceOf(EngineLostError);
    await host.close();
  });

  test('work that goes on for longer than the limit is no silence', async () => {
    const host = await startForTest({ answerWithinMs: 1_000 });
    const startedAt = performance.now();
    while (performance.now() - startedAt < 2_500) await host.query(1, 'SELECT 1');
    expect((await host.query(1, 'SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
    await host.close();
  });

  test('closing rejects what is open and is no loss', async () => {
    const host = await startForTest();
    const lost = vi.fn<(error: EngineLostError) => void>();
    host.events.on('lost', lost);
    const open = host.query(1, ENDLESS);
    const [end] = await Promise.all([open.catch((error: unknown) => error), host.close()]);
    expect(end).toBeInstanceOf(EngineLostError);
    expect(lost).not.toHaveBeenCalled();
  });
});
