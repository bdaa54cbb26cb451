import type { Recovery } from '@proofline/domain/work-ledger.ts';
import type { StageName, Subject } from '@proofline/domain/stage.ts';
import type { Outbox } from './outbox.ts';
import type { StageAttempts } from './stage-attempts.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Brings the outbox in line with the truth. Every query here looks at work in flight only, never at the whole catalogue. */
export type DueWork = {
  /** Every open run is an orphan: closes it, gives its subject back, and fills the outbox anew. */
  recover(): Recovery;
  /** Puts everything that is due and not being worked on into the outbox again; returns how many jobs that are. */
  refill(): number;
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
  const due = sqlite.prepare<[], Due>(
    `SELECT 'set' AS kind, id, stage, epoch FROM photo_sets
     WHERE state IN ('queued', 'running') AND run_token IS NULL
     UNION ALL
     SELECT 'photo' AS kind, id, stage, epoch FROM photos
     WHERE state IN ('queued', 'running', 'rolling-back') AND run_token IS NULL`,
  );

  function refill(): number {
    const jobs = due.all();
    for (const { kind, id, stage, epoch } of jobs) outbox.add({ subject: { kind, id }, stage, epoch });
    return jobs.length;
  }

  return {
    recover: () =>
      unit.write(() => {
        const orphanedRuns = attempts.listOpen();
        for (const { token } of orphanedRuns) attempts.close(token, 'orphaned');
        giveBackPhotos.run();
        giveBackSets.run();
        outbox.clear();
        return { orphanedRuns, dueJobs: refill() };
      }),
    refill: () => unit.write(refill),
  };
}
