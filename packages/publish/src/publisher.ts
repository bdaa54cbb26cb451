import type { Asset, AssetTarget } from '@proofline/domain/asset-target.ts';
import type { Catalogue } from '@proofline/domain/catalogue.ts';
import { reachFaultPoint } from '@proofline/domain/fault-point.ts';
import { ApprovalVoid, PublicationConflict, RowRefused } from '@proofline/domain/publication.ts';
import type { Publication, PublishReceipt, PublishRequest, Publisher } from '@proofline/domain/publication.ts';
import { sitePaths, type PublishedPhoto } from '@proofline/domain/published-photo.ts';
import { readApprovedImages } from './approved-images.ts';
import { contentSha256 } from './content-hash.ts';
import { embedText } from './embed-text.ts';
import type { PublicUrlCheck } from './public-url-check.ts';
import { assertOurs, putFilesBack, readSiteBefore, withoutCutShort } from './site-before.ts';

/** Of one file within one run, before the run fails and is tried again later. */
const TRIES_TO_SEND = 3;

type Site = {
  readonly target: AssetTarget;
  readonly catalogue: Catalogue;
  /** Looks at what was published through the website itself. */
  readonly publicUrls?: PublicUrlCheck | null;
};

/**
 * Publishes to one asset target and one catalogue. Files go before their row, and the row before its files when a photo is taken away: a
 * reader never follows a row to nothing. Every step looks at what the site really holds, so a run that was cut off
 * anywhere is finished by running again.
 */
export function createPublisher(site: Site): Publisher {
  return {
    target: site.target.id,
    async problems(signal) {
      return (await Promise.all([site.target.problems(signal), site.catalogue.problems(signal)])).flat();
    },
    publish: (request, signal) => publish(site, request, signal),
    withdraw: (publication, ownWebSha256s, signal) => withdraw(site, publication, ownWebSha256s, signal),
  };
}

/** From the step `embedded` on, a file with the hash that it reports may be on the site. */
async function publish(site: Site, request: PublishRequest, signal: AbortSignal): Promise<PublishReceipt> {
  const { target, catalogue } = site;
  const { photo, onStep } = request;
  const paths = sitePaths(photo);

  request.assertApproved();
  const approved = await readApprovedImages(request, signal);
  onStep('checked', { webSha256: photo.web.sha256, thumbSha256: photo.thumb.sha256 });
  reachFaultPoint('publication-checked');

  const assets = { web: asset(embedText(approved.web, photo)), thumb: asset(approved.thumb) };
  const before = withoutCutShort(await readSiteBefore(target, catalogue, photo, signal), assets, request);
  assertOurs(before, assets, request);
  await assertFits(catalogue, photo, signal);
  onStep('embedded', { webSha256: assets.web.sha256, webBytes: assets.web.bytes.length });
  reachFaultPoint('publication-embedded');

  const web = await send(target, paths.web, assets.web, signal);
  onStep('web-sent', { path: paths.web, ...web });
  reachFaultPoint('web-file-sent');
  const thumb = await send(target, paths.thumb, assets.thumb, signal);
  onStep('thumb-sent', { path: paths.thumb, ...thumb });
  reachFaultPoint('thumbnail-sent');

  await unlessApprovalVoid(request, () => putFilesBack(target, before, photo, signal));
  reachFaultPoint('approval-checked-again');
  const { remoteId, changed } = await catalogue.upsert(photo, signal);
  reachFaultPoint('catalogue-row-written');
  onStep('row-written', { remoteId, changed });

  await assertOnSite(site, request, assets, signal);
  await site.publicUrls?.assertServed(photo.webUrl, assets.web.bytes.length, signal);
  await site.publicUrls?.assertServed(photo.thumbUrl, assets.thumb.bytes.length, signal);
  onStep('verified', { webSha256: assets.web.sha256 });
  reachFaultPoint('publication-verified');
  return {
    target: target.id,
    remoteId,
    webSha256: assets.web.sha256,
    webBytes: assets.web.bytes.length,
    thumbBytes: assets.thumb.bytes.length,
    bytesSent: web.bytesSent + thumb.bytesSent,
    // A row that is not ours is a conflict, and our own earlier row goes with the photo.
    previousRow: null,
  };
}

async function withdraw(
  { target, catalogue }: Site,
  { fileName, webPath, thumbPath, previousRow }: Publication,
  ownWebSha256s: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const web = await target.get(webPath, signal);
  if (web !== null && !ownWebSha256s.includes(contentSha256(web))) {
    throw new PublicationConflict(
      `the file ${webPath} on the site is none that was published of this photo; neither it nor its row was touched; remove the file, then withdraw the photo again`,
    );
  }
  if (previousRow === null) await catalogue.remove(fileName, signal);
  else await catalogue.restore(previousRow, signal);
  reachFaultPoint('catalogue-row-removed');
  // The web image goes last: while it is there, a run that was cut off can still tell that the thumbnail is ours.
  await target.remove(thumbPath, signal);
  reachFaultPoint('thumbnail-removed');
  await target.remove(webPath, signal);
  reachFaultPoint('web-file-removed');
}

/** Files of a photo whose row cannot be written would lie on the site without one. */
async function assertFits(catalogue: Catalogue, photo: PublishedPhoto, signal: AbortSignal): Promise<void> {
  const misfits = await catalogue.misfits(photo, signal);
  if (misfits.length === 0) return;
  throw new RowRefused(
    `the row of ${photo.fileName} does not fit: ${misfits.join('; ')}; nothing was sent; shorten the photo's text, or widen the column`,
  );
}

function asset(bytes: Uint8Array): Asset {
  return { bytes, sha256: contentSha256(bytes) };
}

/**
 * Some servers take a file and keep less of it. What was just sent is ours, so it is sent again, and taken away when that does not help either: left
 * there, the next try would take it for somebody else's and wait for a person.
 */
async function send(
  target: AssetTarget,
  path: string,
  file: Asset,
  signal: AbortSignal,
): Promise<{ bytesSent: number }> {
  let wasSent = false;
  for (let tries = 1; ; tries += 1) {
    wasSent = (await target.put(path, file, signal)).sent || wasSent;
    if (await holds(target, path, file, signal)) return { bytesSent: wasSent ? file.bytes.length : 0 };
    if (tries < TRIES_TO_SEND) continue;
    if (wasSent) await target.remove(path, signal);
    throw new Error(
      `the site keeps other content at ${path} than the ${file.bytes.length} bytes that were sent, ${tries} times in a row; publishing again sends them again`,
    );
  }
}

/** The last look before the row makes the photo public. Any other error than a void approval says nothing about the files. */
async function unlessApprovalVoid(request: PublishRequest, takeBack: () => Promise<void>): Promise<void> {
  try {
    request.assertApproved();
  } catch (error) {
    if (error instanceof ApprovalVoid) await takeBack();
    throw error;
  }
}

async function assertOnSite(
  { target, catalogue }: Site,
  { photo }: PublishRequest,
  assets: { readonly web: Asset; readonly thumb: Asset },
  signal: AbortSignal,
): Promise<void> {
  const paths = sitePaths(photo);
  await assertHolds(target, paths.web, assets.web, signal);
  await assertHolds(target, paths.thumb, assets.thumb, signal);
  if ((await catalogue.read(photo.fileName, signal)) !== null) return;
  throw new Error(
    `the catalogue row of ${photo.fileName} is gone right after it was written; publishing again writes it`,
  );
}

async function holds(target: AssetTarget, path: string, file: Asset, signal: AbortSignal): Promise<boolean> {
  const held = await target.stat(path, signal);
  return held?.bytes === file.bytes.length && (held.sha256 ?? file.sha256) === file.sha256;
}

async function assertHolds(target: AssetTarget, path: string, file: Asset, signal: AbortSignal): Promise<void> {
  if (await holds(target, path, file, signal)) return;
  const held = await target.stat(path, signal);
  const found = held === null ? 'no such file' : `other content of ${held.bytes} bytes`;
  throw new Error(
    `the site has ${found} at ${path} where ${file.bytes.length} bytes were sent; publishing again sends them again`,
  );
}
