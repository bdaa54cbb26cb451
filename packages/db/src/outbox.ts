import type { StageName, Subject } from '@proofline/domain/stage.ts';
import { jobId, type Job, type OutboxEntry } from '@proofline/domain/work-ledger.ts';
import { asc, eq, inArray } from 'drizzle-orm';
import { outbox } from './schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Work to hand to the engine, written in the transaction that makes it due. */
export type Outbox = {
  add(job: Job, delayMs?: number): void;
  /** Takes back what was not handed over yet. */
  withdraw(subject: Subject): void;
  /** Stages that have rows and are not paused: what waits for a paused one stays here. */
  stages(): readonly StageName[];
  /** Oldest first, at most `limit`, of one stage or of all. */
  list(limit: number, stage?: StageName): readonly OutboxEntry[];
  forget(ids: readonly number[]): void;
  clear(): void;
};

/** No job is ever put off for longer. */
const LONGEST_DELAY_MS = 10 * 60_000;

/** A clock that was set back would make a pause of seconds one of hours. */
function delayUntil(notBeforeMs: number, nowMs: number): number {
  const delayMs = notBeforeMs - nowMs;
  return delayMs > LONGEST_DELAY_MS ? 0 : Math.max(0, delayMs);
}

export function createOutbox(unit: UnitOfWork): Outbox {
  // REPLACE gives a job that is added again a new id: whoever read the old row may forget it and does not lose the new one.
  const insert = unit.sqlite.prepare(
    `INSERT OR REPLACE INTO outbox (job_id, subject_kind, subject_id, stage, epoch, not_before) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const handedOver = unit.sqlite
    .prepare<[], StageName>(
      `SELECT DISTINCT stage FROM outbox
       WHERE NOT EXISTS (SELECT 1 FROM stage_settings s WHERE s.stage = outbox.stage AND s.paused_at IS NOT NULL)`,
    )
    .pluck();
  const remove = unit.sqlite.prepare(`DELETE FROM outbox WHERE subject_kind = ? AND subject_id = ?`);
  return {
    add(job, delayMs = 0) {
      const notBefore = delayMs > 0 ? unit.after(delayMs) : null;
      insert.run(jobId(job), job.subject.kind, job.subject.id, job.stage, job.epoch, notBefore);
    },
    withdraw({ kind, id }) {
      remove.run(kind, id);
    },
    stages: () => handedOver.all(),
    list(limit, ofStage) {
      const now = Date.parse(unit.now());
      return unit.orm
        .select()
        .from(outbox)
        .where(ofStage === undefined ? undefined : eq(outbox.stage, ofStage))
        .orderBy(asc(outbox.id))
        .limit(limit)
        .all()
        .map(({ id, subjectKind, subjectId, stage, epoch, notBefore }) => ({
          id,
          job: { subject: { kind: subjectKind, id: subjectId }, stage, epoch },
          delayMs: notBefore === null ? 0 : delayUntil(Date.parse(notBefore), now),
        }));
    },
    forget(ids) {
      unit.write(() =>
        unit.orm
          .delete(outbox)
          .where(inArray(outbox.id, [...ids]))
          .run(),
      );
    },
    clear() {
      unit.orm.delete(outbox).run();
    },
  };
}
