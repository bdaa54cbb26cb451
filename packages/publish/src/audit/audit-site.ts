import { setImmediate as aMoment } from 'node:timers/promises';
import type { AssetTarget } from '@proofline/domain/asset-target.ts';
import type { Catalogue, CatalogueEntry } from '@proofline/domain/catalogue.ts';
import type { AuditExtent, SiteFinding, SiteRecords } from '@proofline/domain/site-audit.ts';
import { compareAll } from './compare-all.ts';
import { compareContents } from './compare-contents.ts';
import { compareRow } from './compare-row.ts';
import { openScratch, type Scratch } from './scratch.ts';

export type AuditNeeds = {
  readonly target: Pick<AssetTarget, 'list' | 'stat'>;
  readonly catalogue: Pick<Catalogue, 'page'>;
  /** Null where the catalogue lies on this machine and has no mirror. */
  readonly mirror: Pick<Catalogue, 'page'> | null;
  readonly records: SiteRecords;
  readonly publicUrlBase: string | null;
  /** Absolute path of a file that is made for the comparison and is gone after it. */
  readonly scratchFile: string;
  /** Whether contents are compared too, where the target can tell them without a download. */
  readonly deep: boolean;
  readonly startedAt: string;
  /** Takes findings as they come. */
  readonly onFindings: (findings: readonly SiteFinding[]) => void;
};

const PAGE = 1_000;
const BATCH = 200;

/**
 * Compares the site's table, its mirror, the ledger of names and the files that are really there, both ways. Changes nothing. What is being published
 * or withdrawn meanwhile is left out: it is neither as it was nor as it will be.
 */
export async function auditSite(needs: AuditNeeds, signal: AbortSignal): Promise<AuditExtent> {
  const scratch = openScratch(needs.scratchFile);
  try {
    // Records before files before rows: what is published meanwhile is missing in the records at most, and those are asked again.
    await readRecords(scratch, needs, signal);
    const sink = sinkOf(needs);
    scratch.addFiles(await needs.target.list('', signal));
    await compareRows(scratch, needs, sink, signal);
    let looked = 0;
    for (const finding of compareAll(scratch, { hasMirror: needs.mirror !== null })) {
      sink.add(finding);
      looked += 1;
      if (looked % PAGE === 0) await breathe(signal);
    }
    if (needs.deep) await compareContents(scratch, needs.target, sink.add, signal);
    sink.flush();
    return { rows: scratch.count('rows'), files: scratch.count('files'), names: scratch.count('names') };
  } finally {
    scratch.close();
  }
}

async function readRecords(scratch: Scratch, { records, mirror }: AuditNeeds, signal: AbortSignal): Promise<void> {
  for (let page = records.published(0, PAGE); page.length > 0; page = records.published(page.at(-1)!.id, PAGE)) {
    scratch.addPublished(page);
    await breathe(signal);
  }
  for (let page = records.names('', PAGE); page.length > 0; page = records.names(page.at(-1)!.foldedKey, PAGE)) {
    scratch.addNames(page);
    await breathe(signal);
  }
  if (mirror === null) return;
  for await (const page of pagesOf(mirror, signal)) scratch.addMirrored(page.map(({ row }) => row));
}

async function compareRows(scratch: Scratch, needs: AuditNeeds, sink: Sink, signal: AbortSignal): Promise<void> {
  const options = { publicUrlBase: needs.publicUrlBase, hasMirror: needs.mirror !== null };
  let unknownNames = 0;
  let firstUnknown = '';
  for await (const page of pagesOf(needs.catalogue, signal)) {
    const compared = page.map((entry) => compareRow(entry, scratch, options));
    scratch.addRows(compared.map(({ row }) => row));
    for (const { row, isUnknownName, findings } of compared) {
      for (const finding of findings) sink.add(finding);
      if (!isUnknownName) continue;
      unknownNames += 1;
      firstUnknown ||= row.fileName;
    }
  }
  if (unknownNames === 0) return;
  const names = unknownNames === 1 ? 'a name of the site is' : `${unknownNames} names of the site are`;
  sink.add({
    kind: 'name-not-in-ledger',
    subject: firstUnknown,
    photoId: null,
    reason: `${names} not in the ledger and could be given to a new photo`,
    fix: { kind: 'adopt-names' },
  });
}

/** A page at a time, with a moment for everybody else after each. */
export async function* pagesOf(
  table: Pick<Catalogue, 'page'>,
  signal: AbortSignal,
): AsyncIterable<readonly CatalogueEntry[]> {
  for (let after: number | null = null; ;) {
    const page: readonly CatalogueEntry[] = await table.page(after, PAGE, signal);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.remoteId;
    await breathe(signal);
  }
}

type Sink = { readonly add: (finding: SiteFinding) => void; readonly flush: () => void };

function sinkOf({ records, startedAt, onFindings }: AuditNeeds): Sink {
  let batch: SiteFinding[] = [];
  const flush = () => {
    if (batch.length > 0) onFindings(batch);
    batch = [];
  };
  return {
    add(finding) {
      const fileName = finding.subject.slice(finding.subject.lastIndexOf('/') + 1);
      if (records.isInMotion(fileName, startedAt)) return;
      batch.push(finding);
      if (batch.length >= BATCH) flush();
    },
    flush,
  };
}

/** The process serves people and stages meanwhile. */
async function breathe(signal: AbortSignal): Promise<void> {
  await aMoment();
  signal.throwIfAborted();
}
