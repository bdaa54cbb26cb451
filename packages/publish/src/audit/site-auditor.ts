import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Actor } from '@proofline/domain/actor.ts';
import type { AssetTarget } from '@proofline/domain/asset-target.ts';
import type { Catalogue } from '@proofline/domain/catalogue.ts';
import { DomainError } from '@proofline/domain/domain-error.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import type { PublicationDesk } from '@proofline/domain/publication.ts';
import type {
  AuditDesk,
  AuditStore,
  NameAdoption,
  RecordedFinding,
  SiteFix,
  SiteRecords,
} from '@proofline/domain/site-audit.ts';
import { contentSha256 } from '../content-hash.ts';
import { targetPathParts } from '../target-path.ts';
import { writeWholeFile } from '../whole-file.ts';
import { auditSite, pagesOf } from './audit-site.ts';

export type SiteAuditorNeeds = {
  readonly target: AssetTarget;
  readonly catalogue: Catalogue;
  /** Null where the catalogue lies on this machine and has no mirror. */
  readonly mirror: Catalogue | null;
  readonly publicUrlBase: string | null;
  readonly store: AuditStore;
  readonly records: SiteRecords;
  readonly names: NameAdoption;
  readonly publications: Pick<PublicationDesk, 'repair'>;
  readonly events: Pick<EventLog, 'append'>;
  /** Absolute; the comparison is made there. */
  readonly scratchFile: string;
  /** Absolute; files that a person takes off the site are kept there. */
  readonly removedFolder: string;
  /** Work was made due. */
  readonly onWork: () => void;
  readonly onError: (error: unknown) => void;
};

export type SiteAuditor = AuditDesk & {
  /** Ends the audit that runs. */
  stop(): Promise<void>;
};

/** Looks at the site on a person's word, and puts right what a reviewer takes of what it found. */
export function createSiteAuditor(needs: SiteAuditorNeeds): SiteAuditor {
  const { target, catalogue, mirror, store, names, publications, events } = needs;
  const stopping = new AbortController();
  let running = Promise.resolve();
  store.closeOrphans();

  async function run(auditId: number, deep: boolean, startedAt: string): Promise<void> {
    try {
      await mkdir(dirname(needs.scratchFile), { recursive: true });
      const onFindings: Parameters<typeof auditSite>[0]['onFindings'] = (found) => store.add(auditId, found);
      const extent = await auditSite({ ...needs, deep, startedAt, onFindings }, stopping.signal);
      store.finish(auditId, extent);
    } catch (error) {
      store.fail(auditId, stopping.signal.aborted ? 'Proofline was stopped' : (error as Error).message);
      if (!stopping.signal.aborted) needs.onError(error);
    }
  }

  async function adopt(actor: Actor) {
    let rows = 0;
    let adopted = 0;
    for await (const page of pagesOf(catalogue, stopping.signal)) {
      rows += page.length;
      adopted += names.adopt(
        page.map(({ fileName }) => fileName),
        actor,
      ).adopted;
    }
    return { rows, adopted };
  }

  async function publishAgain(fix: Extract<SiteFix, { kind: 'publish-again' }>, actor: Actor): Promise<void> {
    const held = fix.replacePath === null ? null : await target.get(fix.replacePath, stopping.signal);
    publications.repair(fix.photoId, actor, held === null ? undefined : contentSha256(held));
    needs.onWork();
  }

  /** Only while nothing of the site needs it: since the audit a photo may have been published there. */
  async function removeFile(finding: RecordedFinding, path: string, bytes: number, actor: Actor): Promise<void> {
    const fileName = path.slice(path.lastIndexOf('/') + 1);
    const { startedAt } = store.get(finding.auditId);
    const bytesNow = await target.get(path, stopping.signal);
    if (bytesNow === null) return;
    const isInUse =
      needs.records.isInMotion(fileName, startedAt) || (await catalogue.read(fileName, stopping.signal)) !== null;
    if (isInUse || bytesNow.length !== bytes) {
      throw new DomainError(
        'conflict',
        `${path} is not as the audit found it${isInUse ? ': a row shows it now' : ''}; it was not removed; audit the site again`,
      );
    }
    const kept = join(needs.removedFolder, `audit-${finding.auditId}`, ...targetPathParts(path));
    const sha256 = contentSha256(bytesNow);
    await writeWholeFile(kept, { bytes: bytesNow, sha256 }, stopping.signal);
    await target.remove(path, stopping.signal);
    const about = { runId: null, setId: null, photoId: null };
    events.append({ ...about, actor: actor.name, kind: 'site.file-removed', detail: { path, bytes, sha256 } });
  }

  async function refreshMirror(fileName: string): Promise<void> {
    if (mirror === null) throw new DomainError('conflict', 'there is no mirror any more; nothing was changed');
    const row = await catalogue.read(fileName, stopping.signal);
    if (row === null) await mirror.remove(fileName, stopping.signal);
    else await mirror.restore(row, stopping.signal);
  }

  async function carryOut(finding: RecordedFinding, fix: SiteFix, actor: Actor): Promise<void> {
    switch (fix.kind) {
      case 'publish-again':
        return publishAgain(fix, actor);
      case 'remove-file':
        return removeFile(finding, fix.path, fix.bytes, actor);
      case 'refresh-mirror':
        return refreshMirror(fix.fileName);
      case 'adopt-names':
        await adopt(actor);
    }
  }

  return {
    get: (auditId) => store.get(auditId),
    latest: (limit) => store.latest(limit),
    findings: (auditId, filter) => store.findings(auditId, filter),
    start({ deep }, actor) {
      const audit = store.begin({ deep }, actor);
      running = run(audit.id, deep, audit.startedAt);
      return audit;
    },
    async take(findingId, actor) {
      assertReviewer(actor);
      const finding = store.finding(findingId);
      const { fix } = finding;
      if (finding.state !== 'open') return store.decide(findingId, 'taken', null, actor);
      if (fix === null) {
        throw new DomainError(
          'conflict',
          `nothing is proposed for finding ${findingId}: ${finding.reason}; nothing was changed`,
        );
      }
      // Done before it is written down: cut off in between, it is taken again and does nothing the second time.
      await carryOut(finding, fix, actor);
      return store.decide(findingId, 'taken', null, actor);
    },
    dismiss(findingId, reason, actor) {
      assertReviewer(actor);
      return store.decide(findingId, 'dismissed', reason, actor);
    },
    adopt,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

function assertReviewer(actor: Actor): void {
  if (actor.roles.includes('reviewer')) return;
  throw new DomainError(
    'not_allowed',
    `${actor.name} may not decide on findings of the site; only a reviewer may; nothing was changed`,
  );
}
