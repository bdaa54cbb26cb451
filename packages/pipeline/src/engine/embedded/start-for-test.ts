import { testCacheFolder } from '../conformance/test-cache.ts';
import { startPostgres, type PostgresHost } from './postgres-host.ts';
import { makeSnapshot, readSnapshot, snapshotPath } from './snapshot.ts';

/** PostgreSQL with BullMQ's schema, from the snapshot that tests share. */
export async function startForTest(limits?: { answerWithinMs: number }): Promise<PostgresHost> {
  const path = snapshotPath(testCacheFolder);
  return startPostgres((await readSnapshot(path)) ?? (await makeSnapshot(path)), limits);
}

/** A statement that takes far longer than any test. */
export const ENDLESS = 'SELECT count(*) FROM generate_series(1, 1000000000000) AS n WHERE n % 7 = 3';
