import type { StageName, Subject } from '@proofline/domain/stage.ts';
import type { AttemptError, Job, OrphanedRun } from '@proofline/domain/work-ledger.ts';
import type { Processes } from './process-log.ts';
import type { stageAttempts } from './schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export type AttemptOutcome = NonNullable<(typeof stageAttempts.$inferSelect)['outcome']>;

/** Every run of every stage: who, when, how it ended. */
export type StageAttempts = {
  /**
   * Returns the run's number within the epoch, from 1: only runs that failed and may be tried again are spent. An earlier run of the same job
   * that is still open is overtaken by this one.
   */
  open(job: Job, run: { readonly token: string; readonly worker: string; readonly alone?: boolean }): number;
  close(token: string, outcome: AttemptOutcome, error?: AttemptError): void;
  listOpen(): readonly OrphanedRun[];
  /** Those of one process. */
  listOpenOf(processId: number): readonly OrphanedRun[];
  /** Stages of this photo whose result stands; a roll-back leaves no result. */
  standing(photoId: number): readonly StageName[];
  /** The results of `stage` no longer stand. */
  markUndone(photoId: number, stage: StageName): void;
};

type OpenRow = {
  readonly kind: Subject['kind'];
  readonly id: number;
  readonly stage: StageName;
  readonly epoch: number;
  readonly token: string;
};

const orphanedRun = ({ kind, id, stage, epoch, token }: OpenRow): OrphanedRun => ({
  subject: { kind, id },
  stage,
  epoch,
  token,
});

export function createStageAttempts(unit: UnitOfWork, processes: Pick<Processes, 'current'>): StageAttempts {
  const { sqlite } = unit;
  const countSpent = sqlite
    .prepare<[string, number, string, number], number>(
      `SELECT count(*) FROM stage_attempts
       WHERE subject_kind = ? AND subject_id = ? AND stage = ? AND epoch = ? AND outcome = 'retryable'
         AND evidence IS NULL`,
    )
    .pluck();
  const overtake = sqlite.prepare(
    `UPDATE stage_attempts SET finished_at = ?, outcome = 'overtaken'
     WHERE subject_kind = ? AND subject_id = ? AND stage = ? AND epoch = ? AND finished_at IS NULL`,
  );
  const insert = sqlite.prepare(
    `INSERT INTO stage_attempts (subject_kind, subject_id, stage, epoch, attempt, run_token, worker, started_at, process_id,
       alone)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const finish = sqlite.prepare(
    `UPDATE stage_attempts SET finished_at = ?, outcome = ?, error_class = ?, error_text = ?, evidence = ?
     WHERE run_token = ? AND finished_at IS NULL`,
  );
  const open = `SELECT subject_kind AS kind, subject_id AS id, stage, epoch, run_token AS token
    FROM stage_attempts WHERE finished_at IS NULL`;
  const selectOpen = sqlite.prepare<[], OpenRow>(`${open} ORDER BY stage_attempts.id`);
  const selectOpenOf = sqlite.prepare<[number], OpenRow>(`${open} AND process_id = ? ORDER BY stage_attempts.id`);
  const selectStanding = sqlite
    .prepare<[number], StageName>(
      `SELECT DISTINCT stage FROM stage_attempts
       WHERE subject_kind = 'photo' AND subject_id = ? AND outcome = 'done' AND undone_at IS NULL AND stage <> 'roll-back'`,
    )
    .pluck();
  const undone = sqlite.prepare(
    `UPDATE stage_attempts SET undone_at = ?
     WHERE subject_kind = 'photo' AND subject_id = ? AND stage = ? AND outcome = 'done' AND undone_at IS NULL`,
  );

  return {
    open({ subject, stage, epoch }, { token, worker, alone = false }) {
      const attempt = 1 + (countSpent.get(subject.kind, subject.id, stage, epoch) ?? 0);
      overtake.run(unit.now(), subject.kind, subject.id, stage, epoch);
      const process = processes.current();
      insert.run(subject.kind, subject.id, stage, epoch, attempt, token, worker, unit.now(), process, alone ? 1 : 0);
      return attempt;
    },
    close(token, outcome, error) {
      const evidence = error?.evidence === undefined ? null : JSON.stringify(error.evidence);
      finish.run(unit.now(), outcome, error?.class ?? null, error?.text ?? null, evidence, token);
    },
    listOpen: () => selectOpen.all().map(orphanedRun),
    listOpenOf: (processId) => selectOpenOf.all(processId).map(orphanedRun),
    standing: (photoId) => selectStanding.all(photoId),
    markUndone(photoId, stage) {
      undone.run(unit.now(), photoId, stage);
    },
  };
}
