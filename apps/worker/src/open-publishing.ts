import { createHash } from 'node:crypto';
import type { AssetTarget } from '@proofline/domain/asset-target.ts';
import type { Catalogue } from '@proofline/domain/catalogue.ts';
import type { HouseVocabulary } from '@proofline/domain/house-vocabulary.ts';
import type { KeptFiles, Publisher } from '@proofline/domain/publication.ts';
import { createHouseVocabulary } from '@proofline/publish/house-vocabulary.ts';
import { createPublicUrlCheck } from '@proofline/publish/public-url-check.ts';
import { openArchive, type Archive } from '@proofline/publish/archive.ts';
import { openKeptFiles } from '@proofline/publish/kept-files.ts';
import { publishedFile, type PublishedFile } from '@proofline/publish/published-file.ts';
import { createPublisher } from '@proofline/publish/publisher.ts';
import type { CatalogueSettings } from '@proofline/runtime/catalogue-settings.ts';
import type { Logger } from '@proofline/runtime/logger.ts';
import type { SiteServerSettings } from '@proofline/runtime/site-settings.ts';
import { openAssetTarget } from './open-asset-target.ts';
import { openCatalogue } from './open-catalogue.ts';
import { openGallery, type GalleryKeeper } from './open-gallery.ts';
import { sweepLeftOvers } from './left-overs.ts';
import type { Seat } from './seat.ts';

export type Publishing = {
  readonly publisher: Publisher;
  readonly keptFiles: KeptFiles;
  /** What an audit compares. */
  readonly site: { readonly target: AssetTarget; readonly catalogue: Catalogue; readonly mirror: Catalogue | null };
  readonly file: PublishedFile;
  readonly vocabulary: HouseVocabulary;
  /** What the site's table says of every photo. */
  texts(): Iterable<{ readonly fileName: string; readonly caption: string; readonly altText: string }>;
  /** Resolves when what a crash left half sent is gone. What this process sends waits for it; workers must not begin before. */
  readonly swept: Promise<void>;
  /** Whether this process changed the site since it was asked last. */
  takeChange(): boolean;
  /** The site changed, here or in a worker. */
  noticeChange(): void;
  close(): Promise<void>;
};

/**
 * The site: a folder of files, the website's table, and a page to look at both. A table in a file does not lie in the site's folder: a web server
 * would hand it out whole.
 */
export async function openPublishing({
  siteFolder,
  siteServer,
  catalogueFile,
  replacedFolder,
  archiveFolder,
  embedText,
  catalogueServer,
  mirrorFile,
  checkPublicUrls,
  diskFloorBytes,
  seat,
  logger,
}: {
  readonly siteFolder: string;
  /** Null: the files go to the folder. */
  readonly siteServer: SiteServerSettings | null;
  /** Where what publications replace is kept. */
  readonly replacedFolder: string;
  readonly archiveFolder: string | null;
  readonly embedText: boolean;
  readonly catalogueFile: string;
  /** Null: the table is the one in `catalogueFile`. */
  readonly catalogueServer: CatalogueSettings | null;
  readonly mirrorFile: string;
  readonly checkPublicUrls: boolean;
  readonly diskFloorBytes: number;
  readonly seat: Seat;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
}): Promise<Publishing> {
  const sender = senderOf(catalogueFile);
  const target = await openAssetTarget({
    siteFolder,
    siteServer,
    diskFloorBytes,
    sender: senderAt(seat, sender),
    logger,
  });
  const archive = openArchiveOf(archiveFolder, diskFloorBytes, senderAt(seat, sender));
  const isSweeper = seat.kind === 'system' || seat.isRefilled;
  const site = { where: 'on the site', sweep: target.sweep } as const;
  const archived = archive === null ? [] : [{ where: 'in the archive', sweep: archive.sweep } as const];
  const leftOvers = sweepLeftOvers(isSweeper ? [site, ...archived] : [], logger);
  let gallery: GalleryKeeper | null = null;
  const opened = await openCatalogue({
    catalogueFile,
    mirrorFile,
    server: catalogueServer,
    seat,
    logger,
    onFilled: () => gallery?.noticeChange(),
  });
  const { catalogue, local, mirror } = opened;
  // The page shows files that lie beside it.
  const hasGallery = seat.kind === 'system' && siteServer === null;
  if (hasGallery) gallery = openGallery({ folder: siteFolder, catalogue: local, sender }, leftOvers.gone, logger);
  const keptFiles = openKeptFiles({ folder: replacedFolder });
  const file = publishedFile(embedText);
  const publicUrls = checkPublicUrls ? createPublicUrlCheck() : null;
  const publisher = createPublisher({ target, catalogue, kept: keptFiles, file, archive, publicUrls });
  let changed = false;
  return {
    keptFiles,
    file,
    site: { target, catalogue, mirror },
    vocabulary: createHouseVocabulary(local),
    texts: () => local.texts(),
    publisher: noticing(publisher, leftOvers.gone, () => (changed = true)),
    swept: leftOvers.gone,
    takeChange() {
      const taken = changed;
      changed = false;
      return taken;
    },
    noticeChange: () => gallery?.noticeChange(),
    async close() {
      await leftOvers.stop();
      await gallery?.close();
      await target.close();
      await opened.close();
    },
  };
}

/** Several installations may send to one site, each with a table of its own. */
function senderOf(catalogueFile: string): string {
  return createHash('sha256').update(catalogueFile).digest('hex').slice(0, 16);
}

/** Each worker tells its temporary files from those that others send right now; the system, which starts before them, takes all for its own. */
function senderAt(seat: Seat, sender: string): string {
  return seat.kind === 'system' ? sender : `${sender}-w${seat.number}`;
}

function openArchiveOf(folder: string | null, floorBytes: number, sender: string): Archive | null {
  return folder === null ? null : openArchive({ folder, floorBytes, sender });
}

/** Sends nothing before the site was looked through: what this process has under way would pass for left over. */
function noticing(publisher: Publisher, swept: Promise<void>, onChange: () => void): Publisher {
  return {
    target: publisher.target,
    problems: (signal) => publisher.problems(signal),
    async publish(request, signal) {
      await swept;
      const receipt = await publisher.publish(request, signal);
      onChange();
      return receipt;
    },
    async withdraw(request, signal) {
      await swept;
      await publisher.withdraw(request, signal);
      onChange();
    },
    async takeBack(request, signal) {
      await swept;
      await publisher.takeBack(request, signal);
      onChange();
    },
  };
}
