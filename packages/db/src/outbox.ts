import { stageNames, type StageName, type Subject } from '@proofline/domain/stage.ts';
import { jobId, type Job, type OutboxEntry } from '@proofline/domain/work-ledger.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Work to hand to the engine, written in the transaction that makes it due. */
export type Outbox = {
  add(job: Job, delayMs?: number): void;
  /** Takes back what was not handed over yet. */
  withdraw(subject: Subject): void;
  /** Stages that have rows. */
  stages(): readonly StageName[];
  /** Oldest first, at most `limit`, of one stage or of all. */
  list(limit: number, stage?: StageName): readonly OutboxEntry[];
  forget(ids: readonly number[]): void;
  clear(): void;
};

export function createOutbox(unit: UnitOfWork): Outbox {
  // REPLACE gives a job that is added again a new id: whoever read the old row may forget it and does not lose the new one.
  const insert = unit.sqlite.prepare(
    `INSERT OR REPLACE INTO outbox (job_id, subject_kind, subject_id, stage, epoch, not_before) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const remove = unit.sqlite.prepare(`DELETE FROM outbox WHERE subject_kind = ? AND subject_id = ?`);
  // A look into the index for each stage; to read all of its rows would take the longer the more is due.
  const hasRows = unit.sqlite.prepare<[string], number>(`SELECT 1 FROM outbox WHERE stage = ? LIMIT 1`).pluck();
  const columns = `id, subject_kind AS kind, subject_id AS subjectId, stage, epoch, not_before AS notBefore FROM outbox`;
  const oldest = unit.sqlite.prepare<[number], Row>(`SELECT ${columns} ORDER BY id LIMIT ?`);
  const oldestOf = unit.sqlite.prepare<[string, number], Row>(`SELECT ${columns} WHERE stage = ? ORDER BY id LIMIT ?`);
  const forget = unit.sqlite.prepare(`DELETE FROM outbox WHERE id IN (SELECT value FROM json_each(?))`);
  const clear = unit.sqlite.prepare(`DELETE FROM outbox`);
  return {
    add(job, delayMs = 0) {
      const notBefore = delayMs > 0 ? unit.after(delayMs) : null;
      insert.run(jobId(job), job.subject.kind, job.subject.id, job.stage, job.epoch, notBefore);
    },
    withdraw({ kind, id }) {
      remove.run(kind, id);
    },
    stages: () => stageNames.filter((stage) => hasRows.get(stage) === 1),
    list(limit, ofStage) {
      const now = Date.parse(unit.now());
      const rows = ofStage === undefined ? oldest.all(limit) : oldestOf.all(ofStage, limit);
      return rows.map(({ id, kind, subjectId, stage, epoch, notBefore }) => ({
        id,
        job: { subject: { kind, id: subjectId }, stage, epoch },
        delayMs: notBefore === null ? 0 : Math.max(0, Date.parse(notBefore) - now),
      }));
    },
    forget: (ids) => void unit.write(() => forget.run(JSON.stringify(ids))),
    clear: () => void clear.run(),
  };
}

type Row = {
  readonly id: number;
  readonly kind: Subject['kind'];
  readonly subjectId: number;
  readonly stage: StageName;
  readonly epoch: number;
  readonly notBefore: string | null;
};
