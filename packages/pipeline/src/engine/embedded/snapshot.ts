import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { runMigrations } from 'bullmq';
import { Pool } from './pool.ts';
import { startPostgres } from './postgres-host.ts';

/**
 * The data directory of a PostgreSQL that has BullMQ's schema and no jobs, as an uncompressed tar. Made once per version of the two and kept
 * gzipped in the cache: to start from it takes a third of the time that creating a database takes.
 */
export type Snapshot = Uint8Array<ArrayBuffer>;

/** Raised when `makeSnapshot` makes something else of the same versions. */
const RECIPE = 1;

export function snapshotPath(cacheFolder: string): string {
  const require = createRequire(import.meta.url);
  const versionIn = (manifest: string) => (require(manifest) as { version: string }).version;
  const bullmq = versionIn('bullmq/package.json');
  // PGlite does not export its manifest.
  const pglite = versionIn(join(dirname(require.resolve('@electric-sql/pglite')), '..', 'package.json'));
  return join(cacheFolder, `queue-${RECIPE}-bullmq-${bullmq}-pglite-${pglite}.tar.gz`);
}

/** Null when there is none or when it is damaged. */
export async function readSnapshot(path: string): Promise<Snapshot | null> {
  try {
    // Copied, because a small buffer is part of a shared one and cannot be handed to the thread.
    return new Uint8Array(await promisify(gunzip)(await readFile(path)));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code?.startsWith('Z_')) return null;
    throw error;
  }
}

/** Replaces what is at `path`. Works in a thread that ends afterwards: creating a database leaves a second WebAssembly memory behind. */
export async function makeSnapshot(path: string): Promise<Snapshot> {
  const host = await startPostgres(null);
  try {
    const client = await new Pool(host).connect();
    await runMigrations(client);
    // Half of the size, in the file and in memory; no database is ever created from them here.
    await client.query('UPDATE pg_database SET datistemplate = false');
    await client.query('DROP DATABASE template0');
    await client.query('DROP DATABASE template1');
    await client.query('CHECKPOINT');
    client.release();
    const snapshot = await host.dump();
    await replaceFile(path, await promisify(gzip)(snapshot));
    return snapshot;
  } finally {
    await host.close();
  }
}

/** A reader, or a second process that does the same, sees a whole file or none. */
async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(temporary, bytes);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
