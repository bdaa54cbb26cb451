import { DelayedError } from 'bullmq';
import { jobId, type Job } from '@proofline/domain/work-ledger.ts';
import { z } from 'zod';
import type { Engine } from './engine/engine.ts';
import { stages, type ReadyStage } from './plan.ts';
import { runStage, type RunResult, type RunStageContext } from './run-stage.ts';

/** A lock is renewed at half its time while a job runs; a worker that died gives its job back after about lock plus two stalled intervals. */
const LOCK_MS = 30_000;
const STALLED_INTERVAL_MS = 10_000;
/** Pause before a run whose outcome could not be written is tried again. */
const UNWRITTEN_DELAY_MS = 5_000;

/** A stage's job as it comes back from the engine: checked, for the engine is not the truth. */
function jobDataOf({ name, subject }: ReadyStage) {
  return z.object({
    subject: z.object({ kind: z.literal(subject), id: z.int().positive() }),
    stage: z.literal(name),
    epoch: z.int().positive(),
  }) satisfies z.ZodType<Job>;
}

export type Runner = {
  /**
   * Takes no new work, gives what runs `graceMs` to finish, then tells it to stop; every job that did not finish is handed back.
   */
  stop(graceMs: number): Promise<void>;
};

/** One BullMQ worker per stage. What a run means for its photo is decided in `runStage`; here it only meets the engine. */
export function startRunner({
  engine,
  concurrency,
  wake,
  onError,
  ...context
}: RunStageContext & {
  readonly engine: Engine;
  /** Photos at once, per stage; a stage's own limit may be lower. */
  readonly concurrency: number;
  /** Called after each run: what it made due is in the outbox. */
  readonly wake: () => void;
  /** `job` is null where the engine gave something that is no job. */
  readonly onError: (error: unknown, job: Job | null) => void;
}): Runner {
  const stop = new AbortController();
  const readyStages: readonly ReadyStage[] = stages;
  const workers = readyStages.map((stage) => {
    const jobData = jobDataOf(stage);
    return engine.worker(
      stage.name,
      async (job, signal) => {
        const { data, error } = jobData.safeParse(job.data);
        if (error !== undefined) {
          const what = `the job ${job.id} of ${stage.name} carries unreadable data`;
          onError(new Error(`${what}; it was dropped, nothing was run`, { cause: error }), null);
          return;
        }
        const result = await runReported(data, stage, context, AbortSignal.any([signal, stop.signal]), onError);
        wake();
        if (result.kind !== 'again') return;
        // The engine keeps the job under its own id: adding it anew while it is active would be a silent no-op.
        await job.moveToDelayed(Date.now() + result.delayMs, job.token);
        throw new DelayedError();
      },
      {
        concurrency: Math.min(stage.concurrency, concurrency),
        lockDurationMs: LOCK_MS,
        stalledIntervalMs: STALLED_INTERVAL_MS,
      },
    );
  });

  return {
    async stop(graceMs) {
      const closing = Promise.all(workers.map((worker) => worker.close()));
      const timer = setTimeout(() => stop.abort(new Error('the process is stopping')), graceMs);
      await closing;
      clearTimeout(timer);
    },
  };
}

/** When even the outcome cannot be written (disk full, database locked), the job stays due and comes back. */
async function runReported(
  job: Job,
  stage: ReadyStage,
  context: RunStageContext,
  signal: AbortSignal,
  onError: (error: unknown, job: Job) => void,
): Promise<RunResult> {
  try {
    return await runStage(job, stage, context, signal);
  } catch (error) {
    onError(new Error(`${jobId(job)} could not be completed; it stays due`, { cause: error }), job);
    return { kind: 'again', delayMs: UNWRITTEN_DELAY_MS };
  }
}
