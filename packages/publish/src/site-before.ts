import type { Asset, AssetTarget } from '@proofline/domain/asset-target.ts';
import type { Catalogue } from '@proofline/domain/catalogue.ts';
import { nothingBefore, PublicationConflict } from '@proofline/domain/publication.ts';
import type { KeptFile, KeptFiles, PreviousSite, PublishRequest } from '@proofline/domain/publication.ts';
import { sitePaths } from '@proofline/domain/published-photo.ts';
import { contentSha256 } from './content-hash.ts';
import { isCutShort } from './cut-short.ts';
import { isSamePicture } from './jpeg-segments.ts';

export type Assets = { readonly web: Asset; readonly thumb: Asset };

/** A file as the site holds it. The bytes are there only where they had to be fetched. */
type FileBefore = KeptFile & { readonly content: Uint8Array | null };

/** What the site holds under a photo's name before a publication touches it. */
export type SiteBefore = {
  readonly web: FileBefore | null;
  readonly thumb: FileBefore | null;
  readonly row: PreviousSite['row'];
};

/**
 * Looks at the site and fetches no more than it must: a file that a publication of this photo is on record to have left, of the size that it had, is
 * taken for that one where the target tells only sizes.
 */
export async function readSiteBefore(
  target: AssetTarget,
  catalogue: Catalogue,
  assets: Assets,
  { photo, delivered }: PublishRequest,
  signal: AbortSignal,
): Promise<SiteBefore> {
  const paths = sitePaths(photo);
  const [web, thumb, row] = await Promise.all([
    fileBefore(target, paths.web, assets.web, delivered?.webSha256, signal),
    fileBefore(target, paths.thumb, assets.thumb, delivered?.thumbSha256, signal),
    catalogue.read(photo.fileName, signal),
  ]);
  return { web, thumb, row };
}

async function fileBefore(
  target: AssetTarget,
  path: string,
  asset: Asset,
  deliveredSha256: string | null | undefined,
  signal: AbortSignal,
): Promise<FileBefore | null> {
  const held = await target.stat(path, signal);
  if (held === null) return null;
  const byRecord = deliveredSha256 === asset.sha256 && held.bytes === asset.bytes.length ? asset.sha256 : null;
  if ((held.sha256 ?? byRecord) === asset.sha256) return { sha256: asset.sha256, bytes: held.bytes, content: null };
  const content = await target.get(path, signal);
  return content === null ? null : { sha256: contentSha256(content), bytes: content.length, content };
}

/** Puts aside whatever the publication is about to replace, so that it can be put back to the byte. */
export async function keepSiteBefore(
  kept: KeptFiles,
  before: SiteBefore,
  assets: Assets,
  photoId: number,
  signal: AbortSignal,
): Promise<PreviousSite> {
  // Files of ours without a row are what a run that was cut off left: nobody was shown them.
  if (before.row === null) return nothingBefore;
  for (const kind of ['web', 'thumb'] as const) {
    const file = before[kind];
    if (file === null || file.content === null || file.sha256 === assets[kind].sha256) continue;
    await kept.keep(photoId, { bytes: file.content, sha256: file.sha256 }, signal);
  }
  const onRecord = (file: FileBefore | null) => file && { sha256: file.sha256, bytes: file.bytes };
  return { row: before.row, web: onRecord(before.web), thumb: onRecord(before.thumb) };
}

/**
 * A run may be killed after a file came to its place and before it was found to be stored short. That a publication of this photo was about to put one
 * there is on record; what is there shows that it did. It counts as the file that it was to be: so it is sent again, and never put back.
 */
export function withoutCutShort(before: SiteBefore, { web }: Assets, { ownWebSha256s }: PublishRequest): SiteBefore {
  const content = before.web?.content ?? null;
  const isOurs = ownWebSha256s.length > 0 && content !== null && isCutShort(content, web.bytes);
  return isOurs ? { ...before, web: { sha256: web.sha256, bytes: web.bytes.length, content: null } } : before;
}

/**
 * Throws `PublicationConflict`, naming everything in the way, unless what is there is this photo's own. The web image shows whose it is:
 * a publication of this photo left it (`ownWebSha256s`), or it is the approved picture already, with this text or another that a run sent
 * before it was cut off. Replacing the same pixels takes nothing away that is not here.
 */
export function assertOurs(before: SiteBefore, assets: Assets, { photo, ownWebSha256s }: PublishRequest): void {
  const paths = sitePaths(photo);
  const { web } = before;
  if (web !== null && (web.sha256 === assets.web.sha256 || ownWebSha256s.includes(web.sha256))) return;
  if (web?.content && isSamePicture(web.content, assets.web.bytes)) return;
  const inTheWay: string[] = [];
  if (web !== null) inTheWay.push(`a file ${paths.web}`);
  if (ownWebSha256s.length === 0) {
    if (before.thumb !== null && before.thumb.sha256 !== assets.thumb.sha256) inTheWay.push(`a file ${paths.thumb}`);
    if (before.row !== null) inTheWay.push(`a catalogue row ${photo.fileName}`);
  }
  if (inTheWay.length === 0) return;
  throw new PublicationConflict(
    `the site holds ${inTheWay.join(' and ')} that Proofline did not publish; it was not touched and nothing was sent; move it away or give the photo another name`,
  );
}
