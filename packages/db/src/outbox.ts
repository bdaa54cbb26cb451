import { stageNames, type StageName, type Subject } from '@proofline/domain/stage.ts';
import { jobId, type Job, type OutboxEntry } from '@proofline/domain/work-ledger.ts';
import { DESPITE_HOLD, type SetHolds } from './set-holds.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Work to hand to the engine, written in the transaction that makes it due. */
export type Outbox = {
  /** False for a job of a held set: whoever lets the set go on makes it due anew. */
  add(job: Job, delayMs?: number): boolean;
  /** Takes back what was not handed over yet. */
  withdraw(subject: Subject): void;
  /** The same for all that a hold of the set keeps back. */
  withdrawHeld(setId: number): void;
  /** Stages that have rows and are not paused: what waits for a paused one stays here. */
  stages(): readonly StageName[];
  /** Oldest first, at most `limit`, of all stages; of one stage only what may run now. */
  list(limit: number, stage?: StageName): readonly OutboxEntry[];
  forget(ids: readonly number[]): void;
  clear(): void;
};

/** As many jobs ask whether a captioner is back. */
const PROBES = 2;

type Row = {
  readonly id: number;
  readonly subjectKind: Subject['kind'];
  readonly subjectId: number;
  readonly stage: StageName;
  readonly epoch: number;
  readonly notBefore: string | null;
};

/** No job is ever put off for longer. */
const LONGEST_DELAY_MS = 10 * 60_000;

/** A clock that was set back would make a pause of seconds one of hours. */
function delayUntil(notBeforeMs: number, nowMs: number): number {
  const delayMs = notBeforeMs - nowMs;
  return delayMs > LONGEST_DELAY_MS ? 0 : Math.max(0, delayMs);
}

export function createOutbox(unit: UnitOfWork, holds: SetHolds): Outbox {
  // REPLACE gives a job that is added again a new id: whoever read the old row may forget it and does not lose the new one.
  const insert = unit.sqlite.prepare(
    `INSERT OR REPLACE INTO outbox (job_id, subject_kind, subject_id, stage, epoch, not_before) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  // A look into the index for each stage; to read all of its rows would take the longer the more is due.
  const hasRows = unit.sqlite
    .prepare<[string], number>(
      `SELECT 1 FROM outbox WHERE stage = ?
       AND NOT EXISTS (SELECT 1 FROM stage_settings s WHERE s.stage = outbox.stage AND s.paused_at IS NOT NULL) LIMIT 1`,
    )
    .pluck();
  const remove = unit.sqlite.prepare(`DELETE FROM outbox WHERE subject_kind = ? AND subject_id = ?`);
  const removePhotosOf = unit.sqlite.prepare(
    `DELETE FROM outbox WHERE subject_kind = 'photo' AND subject_id IN (SELECT id FROM photos WHERE set_id = ? AND state IN ('queued', 'running'))
     AND stage NOT IN ${DESPITE_HOLD}`,
  );
  const columns = `o.id, o.subject_kind AS subjectKind, o.subject_id AS subjectId, o.stage, o.epoch, o.not_before AS notBefore`;
  const selectAll = unit.sqlite.prepare<[number], Row>(`SELECT ${columns} FROM outbox o ORDER BY o.id LIMIT ?`);
  const selectStage = unit.sqlite.prepare<[string, number], Row>(
    `SELECT ${columns} FROM outbox o WHERE o.stage = ? ORDER BY o.id LIMIT ?`,
  );
  const haltedCaptioners = unit.sqlite.prepare<[string], { captioner: string; nextProbeAt: string }>(
    `SELECT captioner, next_probe_at AS nextProbeAt FROM queue_blocks WHERE stage = ? AND captioner <> ''`,
  );
  const fromOutbox = `FROM outbox o
     LEFT JOIN photos p ON o.subject_kind = 'photo' AND p.id = o.subject_id
     LEFT JOIN photo_sets s ON s.id = p.set_id`;
  const selectFree = unit.sqlite.prepare<[string, number], Row>(
    `SELECT ${columns} ${fromOutbox}
     WHERE o.stage = ? AND NOT EXISTS (
       SELECT 1 FROM queue_blocks b WHERE b.stage = o.stage AND b.captioner = s.captioner
     ) ORDER BY o.id LIMIT ?`,
  );
  const selectOfCaptioner = unit.sqlite.prepare<[string, string, number], Row>(
    `SELECT ${columns} ${fromOutbox} WHERE o.stage = ? AND s.captioner = ? ORDER BY o.id LIMIT ?`,
  );

  /** What needs a captioner that is down waits here, and not in the engine: there it would fill the room of the others. */
  function ofStageNow(stage: StageName, limit: number): readonly Row[] {
    const halted = haltedCaptioners.all(stage);
    if (halted.length === 0) return selectStage.all(stage, limit);
    const now = unit.now();
    const probes = halted
      .filter(({ nextProbeAt }) => nextProbeAt <= now)
      .flatMap(({ captioner }) => selectOfCaptioner.all(stage, captioner, PROBES));
    return [...probes, ...selectFree.all(stage, limit)].slice(0, limit);
  }

  const forget = unit.sqlite.prepare(`DELETE FROM outbox WHERE id IN (SELECT value FROM json_each(?))`);
  const clear = unit.sqlite.prepare(`DELETE FROM outbox`);
  return {
    add(job, delayMs = 0) {
      if (holds.keepBack(job)) return false;
      const notBefore = delayMs > 0 ? unit.after(delayMs) : null;
      insert.run(jobId(job), job.subject.kind, job.subject.id, job.stage, job.epoch, notBefore);
      return true;
    },
    withdraw({ kind, id }) {
      remove.run(kind, id);
    },
    withdrawHeld(setId) {
      remove.run('set', setId);
      removePhotosOf.run(setId);
    },
    stages: () => stageNames.filter((stage) => hasRows.get(stage) === 1),
    list(limit, ofStage) {
      const rows = ofStage === undefined ? selectAll.all(limit) : ofStageNow(ofStage, limit);
      const now = Date.parse(unit.now());
      return rows.map(({ id, subjectKind, subjectId, stage, epoch, notBefore }) => ({
        id,
        job: { subject: { kind: subjectKind, id: subjectId }, stage, epoch },
        delayMs: notBefore === null ? 0 : delayUntil(Date.parse(notBefore), now),
      }));
    },
    forget: (ids) => void unit.write(() => forget.run(JSON.stringify(ids))),
    clear: () => void clear.run(),
  };
}
