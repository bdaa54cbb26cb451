import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Raised when `makeSnapshot` makes something else of the same versions. */
const RECIPE = 1;

/** Where the snapshot of the versions at hand lies, gzipped, in the cache folder; there need not be one. */
export function snapshotPath(cacheFolder: string): string {
  const require = createRequire(import.meta.url);
  const versionIn = (manifest: string) => (require(manifest) as { version: string }).version;
  const bullmq = versionIn('bullmq/package.json');
  // PGlite does not export its manifest.
  const pglite = versionIn(join(dirname(require.resolve('@electric-sql/pglite')), '..', 'package.json'));
  return join(cacheFolder, `queue-${RECIPE}-bullmq-${bullmq}-pglite-${pglite}.tar.gz`);
}
