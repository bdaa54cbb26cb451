import type { AssetTarget } from '@proofline/domain/asset-target.ts';
import type { SqliteCatalogue } from './catalogues/sqlite.ts';
import { contentSha256 } from './content-hash.ts';
import { galleryMark, galleryPage } from './gallery-page.ts';
import { openDirectoryTarget } from './targets/directory.ts';

/** A page of 200 thumbnails loads at once on any machine; 10,000 photos are 50 pages. */
export const photosPerPage = 200;

export type Gallery = {
  /** Writes every page that changed; resolves with what there is now. Never part of a publication: a failure here hurts none. */
  rebuild(signal?: AbortSignal): Promise<{ readonly pages: number; readonly photos: number }>;
};

export type GalleryOptions = {
  /** The site's folder; the pages go beside the year folders. */
  readonly folder: string;
  readonly catalogue: Pick<SqliteCatalogue, 'count' | 'newest'>;
  readonly title?: string;
  /** As of the directory target that sends the photos. */
  readonly sender?: string;
};

/** Static pages over the catalogue, so that a person can look at what was published without a website. They open from the disk. */
export function createGallery({ folder, catalogue, title = 'Published photos', sender }: GalleryOptions): Gallery {
  const target = openDirectoryTarget({ folder, ...(sender !== undefined && { sender }) });
  return {
    async rebuild(signal = new AbortController().signal) {
      await assertOurPage(target, folder, signal);
      const photos = catalogue.count();
      const pages = Math.max(1, Math.ceil(photos / photosPerPage));
      let belowId: number | null = null;
      for (let page = 1; page <= pages; page += 1) {
        const rows = catalogue.newest(belowId, photosPerPage);
        belowId = Number(rows.at(-1)?.['id'] ?? 0);
        const bytes = Buffer.from(galleryPage({ title, rows, page, pages, photos, addressOf: pageName }), 'utf8');
        await target.put(pageName(page), { bytes, sha256: contentSha256(bytes) }, signal);
      }
      await removePagesAbove(target, pages, signal);
      return { pages, photos };
    },
  };
}

function pageName(page: number): string {
  return page === 1 ? 'index.html' : `gallery-${page}.html`;
}

/** The folder may be a website's own: its start page is not ours to replace. */
async function assertOurPage(target: AssetTarget, folder: string, signal: AbortSignal): Promise<void> {
  const existing = await target.get(pageName(1), signal);
  if (existing === null || isOurs(existing)) return;
  throw new Error(
    `index.html in ${folder} was not made by Proofline; it was not touched and no gallery was written; move it away or publish to another folder`,
  );
}

/** Pages are numbered without gaps, so the first that is missing or not ours ends them. */
async function removePagesAbove(target: AssetTarget, pages: number, signal: AbortSignal): Promise<void> {
  for (let page = pages + 1; ; page += 1) {
    const existing = await target.get(pageName(page), signal);
    if (existing === null || !isOurs(existing)) return;
    await target.remove(pageName(page), signal);
  }
}

function isOurs(page: Uint8Array): boolean {
  return Buffer.from(page).includes(galleryMark);
}
