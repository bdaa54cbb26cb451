import { setTimeout as wait } from 'node:timers/promises';
import { Blocked } from '@proofline/domain/blocking.ts';
import type { Catalogue } from '@proofline/domain/catalogue.ts';
import { fillMirror, mirroredCatalogue } from '@proofline/publish/catalogues/mirrored.ts';
import { openSqliteCatalogue, type SqliteCatalogue } from '@proofline/publish/catalogues/sqlite.ts';
import type { CatalogueSettings } from '@proofline/runtime/catalogue-settings.ts';
import type { Logger } from '@proofline/runtime/logger.ts';
import type { Seat } from './seat.ts';

/** A server that was away is asked again for the rows that the mirror lacks. */
const FILL_AGAIN_MS = 60_000;

export type CatalogueInUse = {
  /** Where rows are published. */
  readonly catalogue: Catalogue;
  /** The same rows on this machine: the catalogue itself, or its mirror. */
  readonly local: SqliteCatalogue;
  /** Null where the catalogue is on this machine. */
  readonly mirror: SqliteCatalogue | null;
  close(): Promise<void>;
};

/** The website's table: on a server and mirrored here, or in the data folder. The one system of a data folder fills a mirror that is new. */
export async function openCatalogue({
  catalogueFile,
  mirrorFile,
  server,
  seat,
  logger,
  onFilled,
}: {
  readonly catalogueFile: string;
  readonly mirrorFile: string;
  readonly server: CatalogueSettings | null;
  readonly seat: Seat;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
  readonly onFilled: () => void;
}): Promise<CatalogueInUse> {
  if (server === null) {
    const local = openSqliteCatalogue({ file: catalogueFile });
    return { catalogue: local, local, mirror: null, close: () => local.close() };
  }
  const mirror = openSqliteCatalogue({ file: mirrorFile });
  const { openMysqlCatalogue } = await import('@proofline/publish/catalogues/mysql.ts');
  const site = openMysqlCatalogue(server);
  const closing = new AbortController();
  const filling =
    seat.kind === 'system' && !mirror.wasFilled()
      ? keepFilling(site, mirror, closing.signal, logger, onFilled)
      : Promise.resolve();
  return {
    catalogue: mirroredCatalogue(site, mirror),
    local: mirror,
    mirror,
    async close() {
      closing.abort(new Error('the catalogue is closed'));
      await filling;
      await site.close();
      await mirror.close();
    },
  };
}

async function keepFilling(
  site: Catalogue,
  mirror: SqliteCatalogue,
  signal: AbortSignal,
  logger: Pick<Logger, 'info' | 'warn'>,
  onFilled: () => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const { rows } = await fillMirror(site, mirror, signal);
      logger.info({ rows }, 'took the rows of the site into the mirror on this machine');
      onFilled();
      return;
    } catch (error) {
      if (signal.aborted) return;
      logger.warn(
        // Where it was thrown says nothing of a server that is down.
        error instanceof Blocked ? { reason: error.message } : { err: error },
        'the rows of the site could not be mirrored yet; what was published before is not known here until they are',
      );
    }
    await wait(FILL_AGAIN_MS, undefined, { signal }).catch(() => {});
  }
}
