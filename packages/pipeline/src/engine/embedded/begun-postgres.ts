import { startPostgres, type PostgresHost } from './postgres-host.ts';
import { snapshotPath } from './snapshot-path.ts';

let begun: { readonly path: string; readonly host: Promise<PostgresHost> } | undefined;

/**
 * Starts PostgreSQL from the snapshot in this folder while the process still loads what will use it: the thread takes longer to come up than the rest
 * of a start. Where there is no snapshot nothing comes of it.
 */
export function beginPostgres(cacheFolder: string): void {
  const path = snapshotPath(cacheFolder);
  const host = startPostgres(path);
  // Told to whoever takes it.
  host.catch(() => {});
  begun = { path, host };
}

/** The one that was begun from this snapshot; once. */
export function begunPostgres(path: string): Promise<PostgresHost> | undefined {
  if (begun?.path !== path) return undefined;
  const { host } = begun;
  begun = undefined;
  return host;
}
