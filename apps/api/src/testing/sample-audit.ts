import { DomainError } from '@proofline/domain/domain-error.ts';
import type { AuditDesk, RecordedFinding, SiteAudit } from '@proofline/domain/site-audit.ts';

export type SampleAudits = { audits: SiteAudit[]; findings: RecordedFinding[]; adopted: number };

/** One finished audit with two findings, of which one has a fix. */
export function sampleAudits(): SampleAudits {
  return { audits: [sampleAudit], findings: [...sampleFindings], adopted: 0 };
}

export function auditsInMemory(state: SampleAudits, record: (actor: string, kind: string) => void): AuditDesk {
  const get = (auditId: number) => {
    const audit = state.audits.find(({ id }) => id === auditId);
    if (audit === undefined) throw new DomainError('not_found', `there is no audit ${auditId}`);
    return audit;
  };
  const decide = (findingId: number, decision: Partial<RecordedFinding>) => {
    const index = state.findings.findIndex(({ id }) => id === findingId);
    const found = state.findings[index];
    if (found === undefined) throw new DomainError('not_found', `there is no finding ${findingId}`);
    if (found.state !== 'open') throw new DomainError('conflict', `finding ${findingId} was ${found.state} already`);
    const decided = { ...found, ...decision };
    state.findings[index] = decided;
    return decided;
  };
  return {
    get,
    latest: (limit) => state.audits.toReversed().slice(0, limit),
    findings: (auditId, { after = 0, limit = 200, kind }) =>
      state.findings
        .filter((finding) => finding.auditId === auditId && finding.id > after)
        .filter((finding) => kind === undefined || finding.kind === kind)
        .slice(0, limit),
    start({ deep }, actor) {
      record(actor.name, 'site.audit-started');
      const audit = { ...sampleAudit, id: state.audits.length + 1, deep, startedBy: actor.name };
      state.audits.push(audit);
      return audit;
    },
    take(findingId, actor) {
      record(actor.name, 'site.finding-taken');
      return Promise.resolve(decide(findingId, { state: 'taken', decidedBy: actor.name }));
    },
    dismiss(findingId, note, actor) {
      record(actor.name, 'site.finding-dismissed');
      return decide(findingId, { state: 'dismissed', decidedBy: actor.name, note });
    },
    adopt(actor) {
      record(actor.name, 'site.names-adopted');
      const adopted = 42_429 - state.adopted;
      state.adopted = 42_429;
      return Promise.resolve({ rows: 42_429, adopted });
    },
  };
}

const sampleAudit: SiteAudit = {
  id: 1,
  state: 'finished',
  deep: false,
  startedAt: '2026-05-04T09:00:00.000Z',
  startedBy: 'Olga',
  finishedAt: '2026-05-04T09:00:02.000Z',
  extent: { rows: 12, files: 25, names: 12 },
  counts: { 'file-without-row': 1, 'shared-path': 1 },
  error: null,
};

const undecided = { auditId: 1, photoId: null, state: 'open', decidedBy: null, decidedAt: null, note: null } as const;

const sampleFindings: readonly RecordedFinding[] = [
  {
    ...undecided,
    id: 1,
    kind: 'file-without-row',
    subject: '2025/nature/Nobody_001.JPG',
    reason: 'no row shows this image',
    fix: { kind: 'remove-file', path: '2025/nature/Nobody_001.JPG', bytes: 3 },
  },
  {
    ...undecided,
    id: 2,
    kind: 'shared-path',
    subject: 'Lake_001.JPG',
    reason: 'the rows Lake_001.JPG, Lake_002.JPG all show 2025/nature/Lake_001.JPG',
    fix: null,
  },
];
