import type { OrphanedRun, Job } from '@proofline/domain/work-ledger.ts';
import type { Outbox } from './outbox.ts';
import type { Positions } from './positions.ts';
import type { StageAttempts } from './stage-attempts.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/**
 * Runs of this process that are over without an outcome: overtaken, or nothing could be written when they ended. What they hold nobody would see as
 * due, and the engine, which may be wiped, would be the only one to know of it. Kept in memory: a start gives back everything that is held.
 */
export type EndedRuns = {
  add(job: Job, token: string, files: 'gone' | 'left'): void;
  /**
   * Gives back what these runs hold, and ends the attempts of those that left no files; throws while nothing can be written. Within a transaction it
   * does nothing: that may be taken back, and what is forgotten here would come back there.
   */
  giveBack(): void;
  /** Runs whose files could not be taken away. Their attempts stay open: only an open attempt tells the next start of them. */
  withFiles(): readonly OrphanedRun[];
  filesGone(token: string): void;
};

type EndedRun = {
  readonly job: Job;
  readonly files: 'gone' | 'left';
  readonly outcome: 'snoozed' | 'overtaken' | null;
};

const ENDED_AS = { class: 'Unwritten', text: 'nothing came of this run that could be written down; it does not count' };

export function createEndedRuns(
  unit: UnitOfWork,
  positions: Positions,
  outbox: Outbox,
  attempts: StageAttempts,
): EndedRuns {
  const runs = new Map<string, EndedRun>();

  function release(token: string, { job, files, outcome }: EndedRun): EndedRun {
    const isHeld = outcome === null && positions.held(job, token) !== undefined;
    if (isHeld) {
      positions.giveBack(job.subject);
      // Where the engine still has the job, this is a no-op.
      outbox.add(job);
    }
    const known = outcome ?? (isHeld ? 'snoozed' : 'overtaken');
    if (files === 'gone') attempts.close(token, known, ENDED_AS);
    return { job, files, outcome: known };
  }

  return {
    add: (job, token, files) => void runs.set(token, { job, files, outcome: null }),
    giveBack() {
      const due = [...runs].filter(([, { files, outcome }]) => files === 'gone' || outcome === null);
      if (due.length === 0 || unit.sqlite.inTransaction) return;
      const released = unit.write(() => due.map(([token, run]) => [token, release(token, run)] as const));
      for (const [token, run] of released) {
        if (run.files === 'gone') runs.delete(token);
        else runs.set(token, run);
      }
    },
    withFiles: () =>
      [...runs].filter(([, { files }]) => files === 'left').map(([token, { job }]) => ({ ...job, token })),
    filesGone(token) {
      const run = runs.get(token);
      if (run !== undefined) runs.set(token, { ...run, files: 'gone' });
    },
  };
}
