import type { CatalogueEntry, CatalogueRow } from '@proofline/domain/catalogue.ts';
import type { SiteFinding } from '@proofline/domain/site-audit.ts';
import { differingColumns } from '../catalogue-columns.ts';
import { pathOfAddress } from './row-address.ts';
import type { Scratch, ScratchRow } from './scratch.ts';

/** Parts of a path below the target: year, folder, name, and `thumbs` before the folder. */
const WEB_SEGMENTS = 3;
const THUMB_SEGMENTS = 4;

/** A row of the site's table against what is on record of it, and where its addresses lead. */
export function compareRow(
  { row, fileName, remoteId, webUrl, thumbUrl }: CatalogueEntry,
  scratch: Scratch,
  { publicUrlBase, hasMirror }: { readonly publicUrlBase: string | null; readonly hasMirror: boolean },
): { readonly row: ScratchRow; readonly isUnknownName: boolean; readonly findings: readonly SiteFinding[] } {
  const published = scratch.published(fileName);
  const name = scratch.name(fileName);
  const photoId = published?.photoId ?? name?.photoId ?? null;
  const findings: SiteFinding[] = [];
  const find = (kind: SiteFinding['kind'], reason: string, fix: SiteFinding['fix'] = null) =>
    findings.push({ kind, subject: fileName, photoId, reason, fix });

  const leads = (address: string | null, segments: number) =>
    address === null || address.trim() === '' ? null : pathOfAddress(address, publicUrlBase, segments);
  // As it was published, though the settings may be others since.
  const isAsPublished = (address: string | null, was: string | undefined) => address !== null && address === was;
  const webPath = isAsPublished(webUrl, published?.webUrl) ? published!.webPath : leads(webUrl, WEB_SEGMENTS);
  const thumbPath = isAsPublished(thumbUrl, published?.thumbUrl)
    ? published!.thumbPath
    : leads(thumbUrl, THUMB_SEGMENTS);
  const again = published && ({ kind: 'publish-again', photoId: published.photoId, replacePath: null } as const);

  if (webPath === null || nameOf(webPath) !== fileName) {
    find('wrong-path', `its address ${shown(webUrl)} is not that of a file ${fileName} below the site`, again);
  }
  if (thumbPath === null && shown(thumbUrl) === 'NULL') {
    find('missing-thumbnail', 'its row names no thumbnail', again);
  } else if (thumbPath === null || nameOf(thumbPath) !== fileName) {
    find('wrong-path', `the address ${shown(thumbUrl)} of its thumbnail leads to no file ${fileName}`, again);
  }
  const drift = hasMirror ? driftOf(row, scratch.mirrored(fileName), published !== null) : null;
  if (published !== null) {
    // The table of a server may round what it is given; the mirror has what it held. Where a row is as it was sent, the mirror is at fault.
    const sent = published.expected === null ? null : differingColumns(published.expected, row);
    const differing = hasMirror ? (drift?.columns ?? []) : (sent ?? []);
    if (differing.length > 0 && (!hasMirror || sent?.length !== 0))
      find('row-changed', `its row is not as it was published: ${differing.join('; ')}`, again);
    else if (drift !== null) find('mirror-drift', drift.reason, { kind: 'refresh-mirror', fileName });
    if (published.remoteId !== null && remoteId !== published.remoteId)
      find(
        'row-replaced',
        `its row was published as number ${published.remoteId} and is number ${remoteId} now: somebody removed it and wrote another one; links by number lead nowhere`,
      );
  }
  if (name?.state === 'retired')
    find(
      'withdrawn-on-site',
      'its photo was withdrawn and the site has a row of it; remove the row and its files there',
    );
  if (name?.state === 'reserved')
    find(
      'reserved-on-site',
      'a photo that is not published holds this name, and the site shows another one under it; roll that photo back to give it another name',
    );
  if (published === null && drift !== null) find('mirror-drift', drift.reason, { kind: 'refresh-mirror', fileName });
  const scratchRow = { fileName, remoteId, webPath, thumbPath };
  return { row: scratchRow, isUnknownName: name === null, findings };
}

type Drift = { readonly columns: readonly string[]; readonly reason: string };

/** Columns that the mirror does not have are the site's own business; of a published row the number is judged by the record. */
function driftOf(row: CatalogueRow, mirrored: CatalogueRow | null, isPublished: boolean): Drift | null {
  if (mirrored === null) return { columns: [], reason: 'the mirror has no row of it' };
  const common = Object.keys(mirrored).filter((column) => column in row && !(isPublished && column === 'id'));
  const wanted = Object.fromEntries(common.map((column) => [column, mirrored[column]!]));
  const columns = differingColumns(wanted, row);
  if (columns.length === 0) return null;
  return { columns, reason: `its row of the mirror is not that of the site, where ${columns.join('; ')}` };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function shown(value: string | null): string {
  return value === null || value.trim() === '' ? 'NULL' : JSON.stringify(value);
}
