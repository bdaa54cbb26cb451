import type { Asset, AssetTarget } from '@proofline/domain/asset-target.ts';
import type { Catalogue, CatalogueRow } from '@proofline/domain/catalogue.ts';
import { PublicationConflict } from '@proofline/domain/publication.ts';
import type { PublishRequest } from '@proofline/domain/publication.ts';
import type { PublishedPhoto } from '@proofline/domain/published-photo.ts';
import { sitePaths } from '@proofline/domain/published-photo.ts';
import { contentSha256 } from './content-hash.ts';
import { isCutShort } from './cut-short.ts';
import { isSamePicture } from './jpeg-segments.ts';

/** What the site holds under a photo's name before a publication touches it. */
export type SiteBefore = {
  readonly web: Uint8Array | null;
  readonly thumb: Uint8Array | null;
  readonly row: CatalogueRow | null;
};

export async function readSiteBefore(
  target: AssetTarget,
  catalogue: Catalogue,
  photo: PublishedPhoto,
  signal: AbortSignal,
): Promise<SiteBefore> {
  const paths = sitePaths(photo);
  const [web, thumb, row] = await Promise.all([
    target.get(paths.web, signal),
    target.get(paths.thumb, signal),
    catalogue.read(photo.fileName, signal),
  ]);
  return { web, thumb, row };
}

/**
 * A run may be killed after a file came to its place and before it was found to be stored short. That a publication of this photo was about to put one
 * there is on record; what is there shows that it did. It counts as the file that it was to be: so it is sent again, and never put back.
 */
export function withoutCutShort(
  before: SiteBefore,
  { web }: { readonly web: Asset },
  { ownWebSha256s }: PublishRequest,
): SiteBefore {
  const isOurs = ownWebSha256s.length > 0 && before.web !== null && isCutShort(before.web, web.bytes);
  return isOurs ? { ...before, web: web.bytes } : before;
}

/**
 * Throws `PublicationConflict`, naming everything in the way, unless what is there is this photo's own. The web image shows whose it is:
 * a publication of this photo left it (`ownWebSha256s`), or it is the approved picture already, with this text or another that a run sent
 * before it was cut off. Replacing the same pixels takes nothing away that is not here.
 */
export function assertOurs(
  before: SiteBefore,
  assets: { readonly web: Asset; readonly thumb: Asset },
  { photo, ownWebSha256s }: PublishRequest,
): void {
  const paths = sitePaths(photo);
  if (before.web !== null && ownWebSha256s.includes(contentSha256(before.web))) return;
  if (before.web !== null && isSamePicture(before.web, assets.web.bytes)) return;
  const inTheWay: string[] = [];
  if (before.web !== null) inTheWay.push(`a file ${paths.web}`);
  if (ownWebSha256s.length === 0) {
    if (before.thumb !== null && contentSha256(before.thumb) !== assets.thumb.sha256)
      inTheWay.push(`a file ${paths.thumb}`);
    if (before.row !== null) inTheWay.push(`a catalogue row ${photo.fileName}`);
  }
  if (inTheWay.length === 0) return;
  throw new PublicationConflict(
    `the site holds ${inTheWay.join(' and ')} that Proofline did not publish; it was not touched and nothing was sent; move it away or give the photo another name`,
  );
}

/** Takes back files that were sent for a row that will not be written: what the row shows is there again, and nothing without a row. */
export async function putFilesBack(
  target: AssetTarget,
  before: SiteBefore,
  photo: PublishedPhoto,
  signal: AbortSignal,
): Promise<void> {
  const paths = sitePaths(photo);
  for (const [path, bytes] of [[paths.thumb, before.thumb] as const, [paths.web, before.web] as const]) {
    if (before.row === null || bytes === null) await target.remove(path, signal);
    else await target.put(path, { bytes, sha256: contentSha256(bytes) }, signal);
  }
}
