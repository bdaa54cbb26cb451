import type { StageName, Subject } from '@proofline/domain/stage.ts';
import type { AttemptError, Job, OrphanedRun } from '@proofline/domain/work-ledger.ts';
import type { Processes } from './process-log.ts';
import type { stageAttempts } from './schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export type AttemptOutcome = NonNullable<(typeof stageAttempts.$inferSelect)['outcome']>;

/** Every run of every stage: who, when, how it ended. */
export type StageAttempts = {
  /**
   * Returns the run's number within the epoch, from 1: only runs that failed and may be tried again are spent. An earlier run of the same job stays
   * open until it ends by itself: only an open attempt tells the next start whose files to take away.
   */
  open(job: Job, run: { readonly token: string; readonly worker: string; readonly alone?: boolean }): number;
  close(token: string, outcome: AttemptOutcome, error?: AttemptError): void;
  listOpen(): readonly OpenAttempt[];
  /** Those of one process. */
  listOpenOf(processId: number): readonly OpenAttempt[];
  /** Closes the attempt of a run that died, and remembers that its folder may be there. */
  closeDead(token: string, outcome: 'orphaned' | 'overtaken'): void;
  /** Runs that died and whose folders nobody has removed since. */
  foldersLeft(): readonly OrphanedRun[];
  foldersGone(tokens: readonly string[]): void;
  /** Stages of this photo whose result stands; a roll-back leaves no result. */
  standing(photoId: number): readonly StageName[];
  /** The results of `stage` no longer stand. */
  markUndone(photoId: number, stage: StageName): void;
};

export type OpenAttempt = OrphanedRun & {
  /** A later run of the same job was opened since. */
  readonly isOvertaken: boolean;
};

type OpenRow = {
  readonly kind: Subject['kind'];
  readonly id: number;
  readonly stage: StageName;
  readonly epoch: number;
  readonly token: string;
  readonly isOvertaken: 0 | 1;
};

const openAttempt = ({ kind, id, isOvertaken, ...run }: OpenRow): OpenAttempt => ({
  ...run,
  subject: { kind, id },
  isOvertaken: isOvertaken === 1,
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
  const insert = sqlite.prepare(
    `INSERT INTO stage_attempts (subject_kind, subject_id, stage, epoch, attempt, run_token, worker, started_at, process_id,
       alone)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const finish = sqlite.prepare(
    `UPDATE stage_attempts SET finished_at = ?, outcome = ?, error_class = ?, error_text = ?, evidence = ?
     WHERE run_token = ? AND finished_at IS NULL`,
  );
  const open = `SELECT subject_kind AS kind, subject_id AS id, stage, epoch, run_token AS token, EXISTS (
       SELECT 1 FROM stage_attempts later WHERE later.subject_kind = a.subject_kind AND later.subject_id = a.subject_id
         AND later.stage = a.stage AND later.epoch = a.epoch AND later.id > a.id) AS isOvertaken
     FROM stage_attempts a WHERE finished_at IS NULL`;
  const selectOpen = sqlite.prepare<[], OpenRow>(`${open} ORDER BY a.id`);
  const selectOpenOf = sqlite.prepare<[number], OpenRow>(`${open} AND process_id = ? ORDER BY a.id`);
  const finishDead = sqlite.prepare(
    `UPDATE stage_attempts SET finished_at = ?, outcome = ?, folder_left = 1 WHERE run_token = ? AND finished_at IS NULL`,
  );
  const selectFoldersLeft = sqlite.prepare<[], Omit<OpenRow, 'isOvertaken'>>(
    `SELECT subject_kind AS kind, subject_id AS id, stage, epoch, run_token AS token
     FROM stage_attempts INDEXED BY stage_attempts_folder_left WHERE folder_left = 1 ORDER BY id`,
  );
  const folderGone = sqlite.prepare(
    `UPDATE stage_attempts SET folder_left = 0 WHERE run_token IN (SELECT value FROM json_each(?))`,
  );
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
      const process = processes.current();
      insert.run(subject.kind, subject.id, stage, epoch, attempt, token, worker, unit.now(), process, alone ? 1 : 0);
      return attempt;
    },
    close(token, outcome, error) {
      const evidence = error?.evidence === undefined ? null : JSON.stringify(error.evidence);
      finish.run(unit.now(), outcome, error?.class ?? null, error?.text ?? null, evidence, token);
    },
    listOpen: () => selectOpen.all().map(openAttempt),
    listOpenOf: (processId) => selectOpenOf.all(processId).map(openAttempt),
    closeDead(token, outcome) {
      finishDead.run(unit.now(), outcome, token);
    },
    foldersLeft: () => selectFoldersLeft.all().map(({ kind, id, ...run }) => ({ subject: { kind, id }, ...run })),
    foldersGone(tokens) {
      folderGone.run(JSON.stringify(tokens));
    },
    standing: (photoId) => selectStanding.all(photoId),
    markUndone(photoId, stage) {
      undone.run(unit.now(), photoId, stage);
    },
  };
}
