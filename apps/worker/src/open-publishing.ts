import { createHash } from 'node:crypto';
import type { AssetTarget } from '@proofline/domain/asset-target.ts';
import type { HouseVocabulary } from '@proofline/domain/house-vocabulary.ts';
import type { Publisher } from '@proofline/domain/publication.ts';
import { openSqliteCatalogue } from '@proofline/publish/catalogues/sqlite.ts';
import { createGallery } from '@proofline/publish/gallery.ts';
import { createHouseVocabulary } from '@proofline/publish/house-vocabulary.ts';
import { createPublisher } from '@proofline/publish/publisher.ts';
import { openDirectoryTarget } from '@proofline/publish/targets/directory.ts';
import type { Logger } from '@proofline/runtime/logger.ts';

/** The gallery is rebuilt once this long nothing was published or withdrawn. */
const GALLERY_QUIET_MS = 1_000;
/** During a long run it is rebuilt at least this often. */
const GALLERY_LONGEST_MS = 15_000;
/** Looking through a site for left-over files holds up the start no longer than this, and never fails it. */
const SWEEP_TIMEOUT_MS = 30_000;

export type Publishing = {
  readonly publisher: Publisher;
  readonly vocabulary: HouseVocabulary;
  /** What the site's table says of every photo. */
  texts(): Iterable<{ readonly fileName: string; readonly caption: string; readonly altText: string }>;
  /** A run ended: the site may have changed. */
  noticeWork(): void;
  close(): Promise<void>;
};

/**
 * The site of the embedded default: a folder of files, the website's table in an SQLite file, and a page to look at both. The table does not lie in
 * the site's folder: a web server would hand it out whole.
 */
export async function openPublishing({
  siteFolder,
  catalogueFile,
  diskFloorBytes,
  logger,
}: {
  readonly siteFolder: string;
  readonly catalogueFile: string;
  readonly diskFloorBytes: number;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
}): Promise<Publishing> {
  const sender = senderOf(catalogueFile);
  const target = openDirectoryTarget({ folder: siteFolder, floorBytes: diskFloorBytes, sender });
  await sweep(target, logger);
  const catalogue = openSqliteCatalogue({ file: catalogueFile });
  const gallery = createGallery({ folder: siteFolder, catalogue, sender });
  const publisher = createPublisher({ target, catalogue });
  let changed = false;
  const rebuild = rebuildWhenQuiet(async () => {
    try {
      await gallery.rebuild();
    } catch (error) {
      logger.warn({ err: error }, 'the gallery page could not be rebuilt; the published photos are not affected');
    }
  });
  return {
    vocabulary: createHouseVocabulary(catalogue),
    texts: () => catalogue.texts(),
    publisher: noticing(publisher, () => (changed = true)),
    noticeWork() {
      if (!changed) return;
      changed = false;
      rebuild.soon();
    },
    async close() {
      await rebuild.flush();
      await target.close();
      await catalogue.close();
    },
  };
}

/** Several installations may send to one site, each with a table of its own. */
function senderOf(catalogueFile: string): string {
  return createHash('sha256').update(catalogueFile).digest('hex').slice(0, 16);
}

/** Takes away what a crash left half sent: no run of this process has started to send yet. */
async function sweep(target: AssetTarget, logger: Pick<Logger, 'info' | 'warn'>): Promise<void> {
  try {
    const removed = await target.sweep(AbortSignal.timeout(SWEEP_TIMEOUT_MS));
    if (removed.length > 0) logger.info({ removed }, 'removed temporary files that a crash left on the site');
  } catch (error) {
    logger.warn({ err: error }, 'temporary files on the site could not be looked for; the next start looks again');
  }
}

function noticing(publisher: Publisher, onChange: () => void): Publisher {
  return {
    target: publisher.target,
    problems: (signal) => publisher.problems(signal),
    async publish(request, signal) {
      const receipt = await publisher.publish(request, signal);
      onChange();
      return receipt;
    },
    async withdraw(publication, ownWebSha256s, signal) {
      await publisher.withdraw(publication, ownWebSha256s, signal);
      onChange();
    },
  };
}

/** Runs `work` when it was quiet for a while, at the latest after a longer while, never twice at once. */
function rebuildWhenQuiet(work: () => Promise<void>) {
  let timer: NodeJS.Timeout | undefined;
  let dueSince: number | undefined;
  let running = Promise.resolve();
  const start = () => {
    clearTimeout(timer);
    dueSince = undefined;
    running = running.then(work);
    return running;
  };
  return {
    soon(): void {
      dueSince ??= Date.now();
      clearTimeout(timer);
      const longest = dueSince + GALLERY_LONGEST_MS - Date.now();
      timer = setTimeout(() => void start(), Math.max(0, Math.min(GALLERY_QUIET_MS, longest)));
    },
    flush: () => (dueSince === undefined ? running : start()),
  };
}
