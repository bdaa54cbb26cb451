import { readFile } from 'node:fs/promises';
import type { Asset, AssetTarget } from '@proofline/domain/asset-target.ts';
import type { Catalogue, CatalogueRow } from '@proofline/domain/catalogue.ts';
import { reachFaultPoint } from '@proofline/domain/fault-point.ts';
import { PublicationConflict } from '@proofline/domain/publication.ts';
import type { KeptFile, KeptFiles, Publication, WithdrawRequest } from '@proofline/domain/publication.ts';
import { differingColumns } from './catalogue-columns.ts';
import { contentSha256 } from './content-hash.ts';
import { sendFile } from './send-file.ts';
import { unlessMissing } from './targets/unless-missing.ts';

export type PutBackNeeds = {
  readonly target: AssetTarget;
  readonly catalogue: Catalogue;
  readonly kept: KeptFiles;
};

type Place = Pick<Publication, 'photoId' | 'fileName' | 'webPath' | 'thumbPath'>;

/**
 * Makes the site hold again what it held before, from the point that it is at. What comes back gets its files before its row, what goes loses
 * its row before its files, and everything that has to come back is at hand before anything is touched.
 */
export async function putBack(
  { target, catalogue, kept }: PutBackNeeds,
  { publication, ownWebSha256s, back, sameFiles }: Omit<WithdrawRequest, 'publication'> & { publication: Place },
  signal: AbortSignal,
): Promise<void> {
  const { photoId, fileName, webPath, thumbPath } = publication;
  await assertOwnFile(target, webPath, [...ownWebSha256s, back.web?.sha256], signal);
  const content = (path: string, file: KeptFile | null) =>
    file && contentOf(target, kept, { photoId, path, file, sameFiles }, signal);
  const [web, thumb] = [await content(webPath, back.web), await content(thumbPath, back.thumb)];

  if (back.row === null) {
    await catalogue.remove(fileName, signal);
    reachFaultPoint('catalogue-row-removed');
  }
  if (thumb !== null) await sendFile(target, thumbPath, thumb, signal);
  if (web !== null) await sendFile(target, webPath, web, signal);
  if (back.row !== null) {
    // Also where the site has it already: a run that was cut off may have left the mirror behind.
    await catalogue.restore(back.row, signal);
    reachFaultPoint('catalogue-row-written');
  }
  // The web image goes last: while it is there, a run that was cut off can still tell that the thumbnail is ours.
  if (thumb === null) await target.remove(thumbPath, signal);
  reachFaultPoint('thumbnail-removed');
  if (web === null) await target.remove(webPath, signal);
  reachFaultPoint('web-file-removed');
  await assertPutBack(target, catalogue, publication, { web, thumb, row: back.row }, signal);
}

async function assertOwnFile(
  target: AssetTarget,
  path: string,
  own: readonly (string | undefined)[],
  signal: AbortSignal,
): Promise<void> {
  const held = await target.stat(path, signal);
  if (held === null) return;
  const sha256 = held.sha256 ?? (await hashOf(target, path, signal));
  if (sha256 === null || own.includes(sha256)) return;
  throw new PublicationConflict(
    `the file ${path} on the site is none that was published of this photo; neither it nor its row was touched; remove the file, then withdraw the photo again`,
  );
}

async function hashOf(target: AssetTarget, path: string, signal: AbortSignal): Promise<string | null> {
  const bytes = await target.get(path, signal);
  return bytes && contentSha256(bytes);
}

/** From what was kept, from a file of this machine, or from the site itself, which has it where only other parts were replaced. */
async function contentOf(
  target: AssetTarget,
  kept: KeptFiles,
  { photoId, path, file, sameFiles }: { photoId: number; path: string; file: KeptFile; sameFiles: readonly string[] },
  signal: AbortSignal,
): Promise<Asset> {
  const sources = [
    () => kept.get(photoId, file.sha256, signal),
    ...sameFiles.map((local) => () => unlessMissing(readFile(local, { signal }))),
    () => target.get(path, signal),
  ];
  for (const source of sources) {
    const bytes = await source();
    if (bytes !== null && contentSha256(bytes) === file.sha256) return { bytes, sha256: file.sha256 };
  }
  throw new Error(
    `the file that stood at ${path} before (${file.bytes} bytes, ${file.sha256}) is nowhere any more; nothing was touched; put it back by hand`,
  );
}

async function assertPutBack(
  target: AssetTarget,
  catalogue: Catalogue,
  { fileName, webPath, thumbPath }: Place,
  back: { readonly web: Asset | null; readonly thumb: Asset | null; readonly row: CatalogueRow | null },
  signal: AbortSignal,
): Promise<void> {
  const files = [
    [webPath, back.web],
    [thumbPath, back.thumb],
  ] as const;
  for (const [path, wanted] of files) {
    const held = await target.stat(path, signal);
    if ((held?.bytes ?? null) !== (wanted?.bytes.length ?? null)) {
      throw new Error(`${path} is not what stood on the site before; taking it back is tried again`);
    }
  }
  const row = await catalogue.read(fileName, signal);
  const isRight = back.row === null ? row === null : row !== null && differingColumns(back.row, row).length === 0;
  if (!isRight) {
    throw new Error(`the catalogue row of ${fileName} is not what it was before; taking it back is tried again`);
  }
}
