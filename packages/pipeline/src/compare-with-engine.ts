import { jobId, type Job, type WorkLedger } from '@proofline/domain/work-ledger.ts';
import type { Engine } from './engine/engine.ts';
import { stages } from './plan.ts';

/** Why truth and engine are compared. */
export type ReconcileReason = 'engine-wiped' | 'engine-robbed' | 'clock-jump' | 'timer';

export type Difference = {
  /** Due, and neither in the engine nor on its way there. */
  readonly missing: readonly Job[];
  /** In the engine, and due no more: fenced by a roll-back, or finished by a twin. */
  readonly stale: readonly Job[];
};

/**
 * What the engine should hold and does not, and the reverse. The engine is read first: a job that moves on meanwhile can then only look missing,
 * and adding a job that is there is a no-op.
 */
export async function compareWithEngine(ledger: WorkLedger, engine: Engine): Promise<Difference> {
  const held = new Map<string, Job>();
  for (const { name } of stages) {
    const jobs = await engine.queue(name).getJobs(['waiting', 'delayed', 'prioritized', 'active']);
    // A job that ends between listing and loading comes back empty.
    for (const job of jobs) if (job !== undefined) held.set(jobId(job.data), job.data);
  }
  return {
    missing: ledger.dueJobs().filter((job) => !held.has(jobId(job))),
    stale: [...held.values()].filter((job) => !ledger.isDue(job)),
  };
}
