import { testCacheFolder } from '../conformance/test-cache.ts';
import { startFromSnapshot } from './open-embedded-engine.ts';
import type { PostgresHost } from './postgres-host.ts';
import { snapshotPath } from './snapshot-path.ts';

/** PostgreSQL with BullMQ's schema, from the snapshot that tests share. */
export async function startForTest(limits?: { answerWithinMs: number }): Promise<PostgresHost> {
  return startFromSnapshot(snapshotPath(testCacheFolder), limits);
}

/** A statement that takes far longer than any test. */
export const ENDLESS = 'SELECT count(*) FROM generate_series(1, 1000000000000) AS n WHERE n % 7 = 3';
