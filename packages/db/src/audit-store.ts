import { DomainError } from '@proofline/domain/domain-error.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import type { AuditStore, FindingKind, RecordedFinding, SiteAudit } from '@proofline/domain/site-audit.ts';
import { and, asc, desc, eq, gt } from 'drizzle-orm';
import { SYSTEM } from './event-log.ts';
import { siteAudits, siteFindings } from './schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Findings of older audits that nobody decided on say nothing about the site as it is now. */
const KEPT_AUDITS = 5;

export function createAuditStore(unit: UnitOfWork, events: EventLog): AuditStore {
  const { orm, sqlite } = unit;
  const insert = sqlite.prepare(
    `INSERT INTO site_findings (audit_id, kind, subject, photo_id, reason, fix) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const count = sqlite.prepare<[number], { kind: FindingKind; n: number }>(
    `SELECT kind, count(*) AS n FROM site_findings WHERE audit_id = ? GROUP BY kind`,
  );
  const forgetOpen = sqlite.prepare(
    `DELETE FROM site_findings WHERE state = 'open' AND audit_id IN (
       SELECT id FROM site_audits ORDER BY id DESC LIMIT -1 OFFSET ${KEPT_AUDITS})`,
  );
  const record = (
    actor: string,
    kind: string,
    detail: Readonly<Record<string, unknown>>,
    photoId: number | null = null,
  ) => events.append({ actor, kind, runId: null, setId: null, photoId, detail });

  function audited(row: typeof siteAudits.$inferSelect): SiteAudit {
    const { rows, files, names, ...audit } = row;
    const counts = Object.fromEntries(count.all(row.id).map(({ kind, n }) => [kind, n]));
    return { ...audit, extent: { rows, files, names }, counts };
  }

  function get(auditId: number): SiteAudit {
    const row = orm.select().from(siteAudits).where(eq(siteAudits.id, auditId)).get();
    if (row === undefined) throw new DomainError('not_found', `there is no audit ${auditId}`);
    return audited(row);
  }

  function finding(findingId: number): RecordedFinding {
    const row = orm.select().from(siteFindings).where(eq(siteFindings.id, findingId)).get();
    if (row === undefined) throw new DomainError('not_found', `there is no finding ${findingId}`);
    return row;
  }

  function end(auditId: number, values: Partial<typeof siteAudits.$inferInsert>): void {
    orm
      .update(siteAudits)
      .set({ ...values, finishedAt: unit.now() })
      .where(and(eq(siteAudits.id, auditId), eq(siteAudits.state, 'running')))
      .run();
  }

  return {
    begin: ({ deep }, actor) =>
      unit.write(() => {
        const running = orm.select().from(siteAudits).where(eq(siteAudits.state, 'running')).get();
        if (running !== undefined) {
          throw new DomainError('conflict', `audit ${running.id} is still running; wait for it to end`);
        }
        const values = { state: 'running', deep, startedAt: unit.now(), startedBy: actor.name } as const;
        const row = orm.insert(siteAudits).values(values).returning().get();
        forgetOpen.run();
        record(actor.name, 'site.audit-started', { auditId: row.id, deep });
        return audited(row);
      }),
    add: (auditId, findings) =>
      unit.write(() => {
        for (const { kind, subject, photoId, reason, fix } of findings) {
          insert.run(auditId, kind, subject, photoId, reason, fix === null ? null : JSON.stringify(fix));
        }
      }),
    finish: (auditId, extent) =>
      unit.write(() => {
        end(auditId, { state: 'finished', ...extent });
        record(SYSTEM, 'site.audited', { auditId, ...extent, counts: get(auditId).counts });
      }),
    fail: (auditId, error) =>
      unit.write(() => {
        end(auditId, { state: 'failed', error });
        record(SYSTEM, 'site.audit-failed', { auditId, error });
      }),
    get,
    latest: (limit) => orm.select().from(siteAudits).orderBy(desc(siteAudits.id)).limit(limit).all().map(audited),
    findings(auditId, { after = 0, limit = 200, kind }) {
      get(auditId);
      const wanted = [eq(siteFindings.auditId, auditId), gt(siteFindings.id, after)];
      if (kind !== undefined) wanted.push(eq(siteFindings.kind, kind));
      return orm
        .select()
        .from(siteFindings)
        .where(and(...wanted))
        .orderBy(asc(siteFindings.id))
        .limit(limit)
        .all();
    },
    finding,
    decide: (findingId, state, note, actor) =>
      unit.write(() => {
        const found = finding(findingId);
        if (found.state !== 'open') {
          throw new DomainError(
            'conflict',
            `finding ${findingId} was ${found.state} by ${found.decidedBy ?? 'somebody'} already; nothing was changed`,
          );
        }
        const decision = { state, note, decidedBy: actor.name, decidedAt: unit.now() };
        orm.update(siteFindings).set(decision).where(eq(siteFindings.id, findingId)).run();
        const { auditId, kind, subject, fix, photoId } = found;
        const detail = { findingId, auditId, kind, subject, fix, note };
        record(actor.name, `site.finding-${state}`, detail, photoId);
        return { ...found, ...decision };
      }),
    closeOrphans: () =>
      unit.write(() => {
        const [orphan] = orm
          .select({ id: siteAudits.id })
          .from(siteAudits)
          .where(eq(siteAudits.state, 'running'))
          .all();
        if (orphan !== undefined)
          end(orphan.id, { state: 'failed', error: 'the process that looked at the site ended' });
      }),
  };
}
