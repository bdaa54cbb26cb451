import type { Asset, AssetTarget } from '@proofline/domain/asset-target.ts';
import type { Catalogue } from '@proofline/domain/catalogue.ts';
import { reachFaultPoint } from '@proofline/domain/fault-point.ts';
import { ApprovalVoid, RowRefused } from '@proofline/domain/publication.ts';
import type {
  KeptFiles,
  PreviousSite,
  PublishReceipt,
  PublishRequest,
  Publisher,
} from '@proofline/domain/publication.ts';
import { sitePaths, type PublishedPhoto } from '@proofline/domain/published-photo.ts';
import { readApprovedImages } from './approved-images.ts';
import type { Archive } from './archive.ts';
import { contentSha256 } from './content-hash.ts';
import type { PublicUrlCheck } from './public-url-check.ts';
import { putBack } from './put-back.ts';
import type { PublishedFile } from './published-file.ts';
import { assertHoldsFile, sendFile } from './send-file.ts';
import { assertOurs, keepSiteBefore, readSiteBefore, withoutCutShort, type Assets } from './site-before.ts';

export type PublisherNeeds = {
  readonly target: AssetTarget;
  readonly catalogue: Catalogue;
  readonly kept: KeptFiles;
  readonly file: PublishedFile;
  /** Where originals go before their photo counts as published; null when nothing is archived. */
  readonly archive: Archive | null;
  /** Looks at what was published through the website itself. */
  readonly publicUrls?: PublicUrlCheck | null;
};

/**
 * Publishes to one asset target and one catalogue. Files go before their row, and the row before its files when a photo is taken away: a
 * reader never follows a row to nothing. What a publication replaces is kept first. Every step looks at what the site really holds, so a run
 * that was cut off anywhere is finished by running again, or taken back to what was there before.
 */
export function createPublisher(needs: PublisherNeeds): Publisher {
  const { target, catalogue, archive } = needs;
  return {
    target: target.id,
    async problems(signal) {
      const asked = [target, catalogue, ...(archive === null ? [] : [archive])];
      return (await Promise.all(asked.map((place) => place.problems(signal)))).flat();
    },
    publish: (request, signal) => publish(needs, request, signal),
    withdraw: (request, signal) => putBack(needs, request, signal),
    takeBack: (request, signal) =>
      request.previous === null ? Promise.resolve() : takeBack(needs, request, request.previous, [], signal),
  };
}

/** From the step `embedded` on, a file with the hash that it reports may be on the site. */
async function publish(needs: PublisherNeeds, request: PublishRequest, signal: AbortSignal): Promise<PublishReceipt> {
  const { target, catalogue, file } = needs;
  const { photo, onStep } = request;
  const paths = sitePaths(photo);
  const startedAt = performance.now();

  request.assertApproved();
  const approved = await readApprovedImages(request, signal);
  onStep('checked', { webSha256: photo.web.sha256, thumbSha256: photo.thumb.sha256 });
  reachFaultPoint('publication-checked');
  await archiveOriginal(needs, request, signal);

  const assets = { web: asset(file.of(approved.web, photo)), thumb: asset(approved.thumb) };
  const previous = await keepPrevious(needs, request, assets, signal);
  reachFaultPoint('previous-site-kept');
  onStep('embedded', {
    webSha256: assets.web.sha256,
    webBytes: assets.web.bytes.length,
    embedsText: file.embedsText,
  });
  reachFaultPoint('publication-embedded');

  const held = (kind: 'web' | 'thumb') => previous.unchanged.has(kind);
  const web = held('web') ? NOTHING_SENT : await sendFile(target, paths.web, assets.web, signal);
  onStep('web-sent', { path: paths.web, ...web });
  reachFaultPoint('web-file-sent');
  const thumb = held('thumb') ? NOTHING_SENT : await sendFile(target, paths.thumb, assets.thumb, signal);
  onStep('thumb-sent', { path: paths.thumb, ...thumb });
  reachFaultPoint('thumbnail-sent');

  await unlessApprovalVoid(request, () => takeBack(needs, request, previous.site, [assets.web.sha256], signal));
  reachFaultPoint('approval-checked-again');
  const { remoteId, changed } = await catalogue.upsert(photo, signal);
  reachFaultPoint('catalogue-row-written');
  onStep('row-written', { remoteId, changed });

  await assertOnSite(needs, request, assets, signal);
  await needs.publicUrls?.assertServed(photo.webUrl, assets.web.bytes.length, signal);
  await needs.publicUrls?.assertServed(photo.thumbUrl, assets.thumb.bytes.length, signal);
  onStep('verified', { webSha256: assets.web.sha256 });
  reachFaultPoint('publication-verified');
  return {
    target: target.id,
    remoteId,
    webSha256: assets.web.sha256,
    webBytes: assets.web.bytes.length,
    thumbBytes: assets.thumb.bytes.length,
    bytesSent: web.bytesSent + thumb.bytesSent,
    rowChanged: changed,
    embedsText: file.embedsText,
    durationMs: performance.now() - startedAt,
  };
}

const NOTHING_SENT = { bytesSent: 0 };

/** The original is safe before anything of it is shown. */
async function archiveOriginal({ archive }: PublisherNeeds, request: PublishRequest, signal: AbortSignal) {
  if (archive === null || request.original === null) return;
  request.onStep('archived', await archive.put(request.photo, request.original, signal));
  reachFaultPoint('original-archived');
}

/** What an earlier run kept is what stood there before; the site may hold a part of this publication since. */
async function keepPrevious(
  { target, catalogue, kept }: PublisherNeeds,
  request: PublishRequest,
  assets: Assets,
  signal: AbortSignal,
): Promise<{ readonly site: PreviousSite; readonly unchanged: ReadonlySet<'web' | 'thumb'> }> {
  const found = await readSiteBefore(target, catalogue, assets, request, signal);
  const unchanged = new Set((['web', 'thumb'] as const).filter((kind) => found[kind]?.sha256 === assets[kind].sha256));
  const before = withoutCutShort(found, assets, request);
  assertOurs(before, assets, request);
  await assertFits(catalogue, request.photo, signal);
  if (request.previous !== null) return { site: request.previous, unchanged };
  const site = await keepSiteBefore(kept, before, assets, request.photoId, signal);
  request.onStep('previous-kept', { previous: site });
  return { site, unchanged };
}

function takeBack(
  needs: PublisherNeeds,
  { photo, photoId, ownWebSha256s, webFile, thumbFile }: PublishRequest,
  back: PreviousSite,
  sentSha256s: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const { web: webPath, thumb: thumbPath } = sitePaths(photo);
  const publication = { photoId, fileName: photo.fileName, webPath, thumbPath };
  const own = { ownWebSha256s: [...ownWebSha256s, ...sentSha256s], sameFiles: [webFile, thumbFile] };
  return putBack(needs, { publication, back, ...own }, signal);
}

/** The last look before the row makes the photo public. Any other error than a void approval says nothing about the files. */
async function unlessApprovalVoid(request: PublishRequest, takeItBack: () => Promise<void>): Promise<void> {
  try {
    request.assertApproved();
  } catch (error) {
    if (error instanceof ApprovalVoid) {
      await takeItBack();
      request.onStep('taken-back', {});
    }
    throw error;
  }
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

async function assertOnSite(
  { target, catalogue }: PublisherNeeds,
  { photo }: PublishRequest,
  assets: Assets,
  signal: AbortSignal,
): Promise<void> {
  const paths = sitePaths(photo);
  await assertHoldsFile(target, paths.web, assets.web, signal);
  await assertHoldsFile(target, paths.thumb, assets.thumb, signal);
  if ((await catalogue.read(photo.fileName, signal)) !== null) return;
  throw new Error(
    `the catalogue row of ${photo.fileName} is gone right after it was written; publishing again writes it`,
  );
}
