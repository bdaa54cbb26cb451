import { DelayedError, RateLimitError } from 'bullmq';
import { haltMs, type QueueBlocks } from '@proofline/domain/blocking.ts';
import { jobId, type Job, type WorkLedger } from '@proofline/domain/work-ledger.ts';
import { z } from 'zod';
import { openAdmission, type Admission } from './admission.ts';
import { blockingOf } from './blocking-of.ts';
import type { Engine } from './engine/engine.ts';
import { stages, type ReadyStage } from './plan.ts';
import { blockedResult, type RunResult, type RunStageContext } from './run-stage.ts';

/** A lock is renewed at half its time while a job runs; a worker that died gives its job back after about lock plus two stalled intervals. */
const LOCK_MS = 30_000;
const STALLED_INTERVAL_MS = 10_000;
/** Pause before a run whose outcome could not be written is tried again. */
const UNWRITTEN_DELAY_MS = 5_000;
/** Between two tries of runs that could not be written down to let go of what they hold. */
const LET_GO_AGAIN_MS = 1_000;

/** A stage's job as it comes back from the engine: checked, for the engine is not the truth. */
function jobDataOf({ name, subject }: ReadyStage) {
  return z.object({
    subject: z.object({ kind: z.literal(subject), id: z.int().positive() }),
    stage: z.literal(name),
    epoch: z.int().positive(),
  }) satisfies z.ZodType<Job>;
}

export type Runner = {
  /** Jobs that it has taken and not ended yet. */
  underWay(): readonly Job[];
  /**
   * Takes no new work, gives what runs `graceMs` to finish, then tells it to stop; every job that did not finish is handed back.
   */
  stop(graceMs: number): Promise<void>;
};

export type RunnerOptions = RunStageContext & {
  readonly engine: Engine;
  /** Photos at once, per stage; a stage's own limit may be lower. */
  readonly concurrency: number;
  /** Called after each run: what it made due is in the outbox. */
  readonly wake: () => void;
  /** `job` is null where the engine gave something that is no job. */
  readonly onError: (error: unknown, job: Job | null) => void;
};

/** One BullMQ worker per stage. What a run means for its photo is decided in `runStage`; here it only meets the engine. */
export function startRunner({ engine, concurrency, wake, onError, ...context }: RunnerOptions): Runner {
  const stop = new AbortController();
  const stopping = new AbortController();
  const admission = openAdmission(context);
  const taken = new Set<Job>();
  const lettingGo = untilLetGo(context.ledger, wake);
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
        const signals = [AbortSignal.any([signal, stop.signal]), stopping.signal] as const;
        taken.add(data);
        const result = await runReported(data, stage, admission, signals, context, (unwritten) =>
          onError(unwritten, data),
        );
        lettingGo.now();
        taken.delete(data);
        wake();
        if (result.kind === 'blocked') {
          // Halts every worker of this queue; when it is over, the few jobs that run first are the probe.
          await engine.queue(stage.name).rateLimit(result.haltMs);
          throw new RateLimitError();
        }
        if (result.kind !== 'again') return;
        // The engine keeps the job under its own id: adding it anew while it is active would be a silent no-op.
        await job.moveToDelayed(Date.now() + result.delayMs, job.token);
        throw new DelayedError();
      },
      {
        name: context.worker,
        concurrency: Math.min(stage.concurrency, concurrency),
        lockDurationMs: LOCK_MS,
        stalledIntervalMs: STALLED_INTERVAL_MS,
      },
    );
  });

  return {
    underWay: () => [...taken],
    async stop(graceMs) {
      stopping.abort(new Error('the process is stopping'));
      const closing = Promise.all(workers.map((worker) => worker.close()));
      const timer = setTimeout(() => stop.abort(new Error('the process is stopping')), graceMs);
      await closing;
      clearTimeout(timer);
      lettingGo.stop();
    },
  };
}

/** The engine may be wiped before it brings such a job back: what it holds is given back as soon as something can be written. */
function untilLetGo(ledger: WorkLedger, wake: () => void) {
  let timer: NodeJS.Timeout | undefined;
  const again = () => {
    timer = ledger.letGoAgain() ? undefined : setTimeout(again, LET_GO_AGAIN_MS);
    if (timer === undefined) wake();
  };
  return {
    /** Of whatever run: one that was overtaken holds nothing that is due, and still has an attempt to end. */
    now() {
      if (timer === undefined && !ledger.letGoAgain()) timer = setTimeout(again, LET_GO_AGAIN_MS);
    },
    stop() {
      clearTimeout(timer);
      ledger.letGoAgain();
    },
  };
}

function isHeldBack({ subject, stage }: Job, blocks: QueueBlocks): boolean {
  if (subject.kind !== 'photo') return false;
  const block = blocks.ofPhoto(stage, subject.id);
  return block !== null && haltMs(block, Date.now()) > 0;
}

/** When even the outcome cannot be written (disk full, database locked), the job stays due and comes back. */
async function runReported(
  job: Job,
  stage: ReadyStage,
  admission: Admission,
  [stop, stopping]: readonly [AbortSignal, AbortSignal],
  { blocks, ledger }: Pick<RunStageContext, 'blocks' | 'ledger'>,
  onError: (error: unknown) => void,
): Promise<RunResult> {
  try {
    if (isHeldBack(job, blocks)) {
      // It was in the engine before its captioner went down. The halt outlasts the end of this run, after which the id may be added again.
      ledger.refillOutbox([job]);
      return { kind: 'finished' };
    }
    return await admission.run(job, stage, stop, stopping);
  } catch (error) {
    onError(new Error(`${jobId(job)} could not be completed; it stays due`, { cause: error }));
    const blocking = blockingOf(error);
    if (blocking !== null) {
      blocks.halt(job.stage, blocking);
      return blockedResult(blocks, job);
    }
    return { kind: 'again', delayMs: UNWRITTEN_DELAY_MS };
  }
}
