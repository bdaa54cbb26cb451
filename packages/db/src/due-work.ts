import type { Job, OrphanedRun, Recovery } from '@proofline/domain/work-ledger.ts';
import type { StageName, Subject } from '@proofline/domain/stage.ts';
import type { Outbox } from './outbox.ts';
import { mayBegin } from './set-holds.ts';
import type { OpenAttempt, StageAttempts } from './stage-attempts.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Brings the outbox in line with the truth. Every query here looks at work in flight only, never at the whole catalogue. */
export type DueWork = {
  /** Every open run is an orphan: closes it, gives its subject back, and fills the outbox anew. */
  recover(): Recovery;
  /** The same for what one process held, while others work on. */
  recoverProcess(processId: number): Recovery;
  /** As the ledger's `dueJobs`. */
  list(): readonly Job[];
  /** As the ledger's `isDue`. */
  isDue(job: Job): boolean;
  /** As the ledger's `refillOutbox`. */
  refill(jobs?: readonly Job[]): number;
  /** Everything of one set that a hold kept back. */
  refillSet(setId: number): void;
};

type Due = { readonly kind: Subject['kind']; readonly id: number; readonly stage: StageName; readonly epoch: number };

export function createDueWork(unit: UnitOfWork, outbox: Outbox, attempts: StageAttempts): DueWork {
  const { sqlite } = unit;
  const giveBackPhotos = sqlite.prepare(
    `UPDATE photos SET run_token = NULL, state = CASE state WHEN 'running' THEN 'queued' ELSE state END
     WHERE state IN ('queued', 'running', 'rolling-back') AND run_token IS NOT NULL`,
  );
  const giveBackSets = sqlite.prepare(
    `UPDATE photo_sets SET run_token = NULL, state = 'queued' WHERE state IN ('queued', 'running') AND run_token IS NOT NULL`,
  );
  const giveBack = {
    photo: sqlite
      .prepare<[string], number>(
        `UPDATE photos SET run_token = NULL, state = CASE state WHEN 'running' THEN 'queued' ELSE state END
         WHERE run_token = ? AND state IN ('queued', 'running', 'rolling-back') RETURNING set_id`,
      )
      .pluck(),
    set: sqlite
      .prepare<[string], number>(
        `UPDATE photo_sets SET run_token = NULL, state = 'queued'
         WHERE run_token = ? AND state IN ('queued', 'running') RETURNING id`,
      )
      .pluck(),
  };
  const due = sqlite.prepare<[], Due>(
    `SELECT 'set' AS kind, id, stage, epoch FROM photo_sets
     WHERE state IN ('queued', 'running') AND run_token IS NULL AND held_at IS NULL
     UNION ALL
     SELECT 'photo' AS kind, id, stage, epoch FROM photos
     WHERE state IN ('queued', 'running', 'rolling-back') AND run_token IS NULL AND ${mayBegin('stage', 'set_id')}`,
  );
  const dueOfSet = sqlite.prepare<[number, number], Due>(
    `SELECT 'set' AS kind, id, stage, epoch FROM photo_sets
     WHERE id = ? AND state IN ('queued', 'running') AND run_token IS NULL
     UNION ALL
     SELECT 'photo' AS kind, id, stage, epoch FROM photos INDEXED BY photos_by_position_in_plan
     WHERE set_id = ? AND state IN ('queued', 'running') AND run_token IS NULL`,
  );

  const setsWithDueWork = sqlite
    .prepare<[], number>(
      `SELECT id FROM photo_sets WHERE state IN ('queued', 'running') AND run_token IS NULL AND held_at IS NULL
       UNION
       SELECT set_id FROM photos INDEXED BY photos_due
       WHERE state IN ('queued', 'running', 'rolling-back') AND run_token IS NULL AND ${mayBegin('stage', 'set_id')}
       ORDER BY 1`,
    )
    .pluck();
  const dispatched = sqlite.prepare<[], Due>(
    `SELECT 'set' AS kind, id, stage, epoch FROM photo_sets
     WHERE state IN ('queued', 'running') AND run_token IS NULL AND held_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM outbox WHERE subject_kind = 'set' AND subject_id = photo_sets.id)
     UNION ALL
     SELECT 'photo' AS kind, id, stage, epoch FROM photos
     WHERE state IN ('queued', 'running', 'rolling-back') AND run_token IS NULL AND ${mayBegin('stage', 'set_id')}
       AND NOT EXISTS (SELECT 1 FROM outbox WHERE subject_kind = 'photo' AND subject_id = photos.id)`,
  );
  const current = {
    photo: sqlite.prepare<[number, string, number], number>(
      `SELECT 1 FROM photos WHERE id = ? AND stage = ? AND epoch = ? AND state IN ('queued', 'running', 'rolling-back')`,
    ),
    set: sqlite.prepare<[number, string, number], number>(
      `SELECT 1 FROM photo_sets WHERE id = ? AND stage = ? AND epoch = ? AND state IN ('queued', 'running')`,
    ),
  };
  /** Photos over whose work processes died again and again: they wait and run alone, so that what is in nobody's way goes first. */
  const suspects = sqlite
    .prepare<[], number>(
      `SELECT p.id FROM photos p INDEXED BY photos_due
       WHERE p.state IN ('queued', 'running', 'rolling-back') AND p.run_token IS NULL AND (
         SELECT count(*) FROM stage_attempts a
         WHERE a.subject_kind = 'photo' AND a.subject_id = p.id AND a.stage = p.stage AND a.epoch = p.epoch
           AND a.outcome = 'orphaned') > 1`,
    )
    .pluck();
  const jobOf = ({ kind, id, stage, epoch }: Due): Job => ({ subject: { kind, id }, stage, epoch });

  function refill(jobs: readonly Job[] = due.all().map(jobOf)): number {
    return jobs.filter((job) => outbox.add(job)).length;
  }

  function suspectsLast(jobs: readonly Job[]): readonly Job[] {
    const suspected = new Set(suspects.all());
    const isSuspect = ({ subject }: Job) => subject.kind === 'photo' && suspected.has(subject.id);
    return [...jobs.filter((job) => !isSuspect(job)), ...jobs.filter(isSuspect)];
  }

  /** A twin that had lost its job died as a bystander: it is no death of the photo. */
  function closeRuns(open: readonly OpenAttempt[]): Pick<Recovery, 'orphanedRuns' | 'overtakenRuns'> {
    for (const { token, isOvertaken } of open) attempts.closeDead(token, isOvertaken ? 'overtaken' : 'orphaned');
    const runs = (overtaken: boolean) =>
      open.filter(({ isOvertaken }) => isOvertaken === overtaken).map(({ isOvertaken: _is, ...run }) => run);
    return { orphanedRuns: runs(false), overtakenRuns: runs(true) };
  }

  return {
    recover: () =>
      unit.write(() => {
        const earlierRuns = attempts.foldersLeft();
        const { orphanedRuns, overtakenRuns } = closeRuns(attempts.listOpen());
        giveBackPhotos.run();
        giveBackSets.run();
        outbox.clear();
        return {
          orphanedRuns,
          overtakenRuns,
          earlierRuns,
          dueJobs: refill(suspectsLast(due.all().map(jobOf))),
          setIds: setsWithDueWork.all(),
        };
      }),
    recoverProcess: (processId) =>
      unit.write(() => {
        const { orphanedRuns, overtakenRuns } = closeRuns(attempts.listOpenOf(processId));
        const setIds = new Set<number>();
        let dueJobs = 0;
        for (const { token, ...job } of orphanedRuns) {
          // A roll-back may have taken the subject.
          const setId = giveBack[job.subject.kind].get(token);
          if (setId === undefined) continue;
          setIds.add(setId);
          dueJobs += refill([job]);
        }
        const earlierRuns: readonly OrphanedRun[] = [];
        return { orphanedRuns, overtakenRuns, earlierRuns, dueJobs, setIds: [...setIds].toSorted((a, b) => a - b) };
      }),
    list: () => dispatched.all().map(jobOf),
    isDue: ({ subject, stage, epoch }) => current[subject.kind].get(subject.id, stage, epoch) !== undefined,
    refillSet: (setId) => void refill(suspectsLast(dueOfSet.all(setId, setId).map(jobOf))),
    refill: (jobs) => unit.write(() => refill(jobs)),
  };
}
