import { randomUUID } from 'node:crypto';
import { RefusedPhoto } from '@proofline/domain/refusal.ts';
import type { AttemptFolder, Outcome, StageRun } from '@proofline/domain/stage.ts';
import type { AttemptError, Completion, Job, WorkLedger } from '@proofline/domain/work-ledger.ts';
import type { Workspace } from '@proofline/domain/workspace.ts';
import { backoffDelayMs } from './backoff.ts';
import { plan, type ReadyStage, type StageNeeds } from './plan.ts';
import { StageTimeout, settleWithin } from './time-limit.ts';

/** A stage that was told to stop has this long to do so before the run is taken from it. */
const ABORT_GRACE_MS = 1_000;
/** A job that is handed back at a stop stays away this long, or the worker that is closing would take it once more. */
const HANDED_BACK_MS = 5_000;

export type RunStageContext = {
  readonly ledger: WorkLedger;
  readonly needs: StageNeeds;
  readonly workspace: Workspace;
  /** Name of this worker process, as attempts record it. */
  readonly worker: string;
};

/** How a run ended, for the queue: `again` asks the engine to bring the job back after a delay. */
export type RunResult =
  | { readonly kind: 'finished' | 'stale' | 'overtaken' }
  | { readonly kind: 'again'; readonly delayMs: number };

/**
 * One run of one job: claim, work, complete. The work writes only into a folder that carries the run's token, and the outcome is committed only while
 * the token is current; so a stalled twin can waste work and change nothing.
 */
export async function runStage(
  job: Job,
  stage: ReadyStage,
  { ledger, needs, workspace, worker }: RunStageContext,
  stop: AbortSignal,
): Promise<RunResult> {
  const token = randomUUID();
  const claim = ledger.claim(job, { token, worker });
  if (claim.kind === 'stale') return { kind: 'stale' };

  const folder = attemptFolder(workspace, job, token);
  const outcome = await work(stage, job, needs, { attempt: claim.attempt, token, attemptFolder: folder.open }, stop);
  const { completion, result } = commit(ledger, job, token, stage, claim.attempt, outcome);
  if (folder.opened && (completion.kind !== 'done' || result === 'overtaken')) {
    await workspace.removeAttempt(job.subject, job.stage, token);
  }
  if (result === 'overtaken') return { kind: 'overtaken' };
  return 'delayMs' in completion ? { kind: 'again', delayMs: completion.delayMs } : { kind: 'finished' };
}

type Worked =
  | Outcome
  | { readonly kind: 'threw'; readonly error: AttemptError }
  /** Told to stop, not at fault: the job is handed back. */
  | { readonly kind: 'handed-back' };

async function work(
  stage: ReadyStage,
  job: Job,
  needs: StageNeeds,
  run: Omit<StageRun, 'signal'>,
  stop: AbortSignal,
): Promise<Worked> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(new StageTimeout(job.stage, stage.timeoutMs)), stage.timeoutMs);
  const signal = AbortSignal.any([stop, timeout.signal]);
  try {
    signal.throwIfAborted();
    return await settleWithin(stage.run(job.subject.id, needs, { ...run, signal }), signal, ABORT_GRACE_MS);
  } catch (error) {
    if (error instanceof RefusedPhoto) return { kind: 'cancelled', refusal: error.refusal };
    if (stop.aborted && !timeout.signal.aborted) return { kind: 'handed-back' };
    return { kind: 'threw', error: attemptError(timeout.signal.aborted ? timeout.signal.reason : error) };
  } finally {
    clearTimeout(timer);
  }
}

function completionOf(outcome: Worked, stage: ReadyStage, attempt: number): Completion {
  const next = plan[stage.name];
  switch (outcome.kind) {
    case 'done':
      return { kind: 'done', output: outcome.output, next };
    case 'skipped':
      return { kind: 'skipped', reason: outcome.reason, next };
    case 'snoozed':
      return { kind: 'snoozed', reason: outcome.reason, delayMs: outcome.delayMs };
    case 'cancelled':
      return { kind: 'refused', refusal: outcome.refusal };
    case 'set-refused':
      return { kind: 'set-refused', problems: outcome.problems };
    case 'returned-to-review':
      return { kind: 'skipped', reason: outcome.reason, next: { kind: 'rest', state: 'in-review' } };
    case 'handed-back':
      return { kind: 'snoozed', reason: 'the process was stopping', delayMs: HANDED_BACK_MS };
    case 'threw':
      return afterError(outcome.error, stage, attempt);
  }
}

function afterError(error: AttemptError, stage: ReadyStage, attempt: number): Completion {
  if (attempt < stage.maxAttempts) {
    return { kind: 'retryable', error, delayMs: backoffDelayMs(stage.backoffMs, attempt, Math.random()) };
  }
  if (stage.whenGivenUp === undefined) return { kind: 'discarded', error };
  const reason = `given up after ${attempt} attempts: ${error.text}`;
  return { kind: 'skipped', reason, next: { kind: 'rest', state: stage.whenGivenUp } };
}

/** A completion that the database refuses (a name taken meanwhile, a constraint) is an error of this attempt like any other. */
function commit(ledger: WorkLedger, job: Job, token: string, stage: ReadyStage, attempt: number, outcome: Worked) {
  const completion = completionOf(outcome, stage, attempt);
  try {
    return { completion, result: ledger.complete(job, token, completion) };
  } catch (error) {
    if (outcome.kind === 'threw') throw error;
    const failed = afterError(attemptError(error), stage, attempt);
    return { completion: failed, result: ledger.complete(job, token, failed) };
  }
}

function attemptFolder(workspace: Workspace, job: Job, token: string) {
  let opening: Promise<AttemptFolder> | undefined;
  return {
    open: () => (opening ??= workspace.openAttempt(job.subject, job.stage, token)),
    get opened() {
      return opening !== undefined;
    },
  };
}

/** Class and words, with the words of every cause: what the operator reads. */
function attemptError(error: unknown): AttemptError {
  if (!(error instanceof Error)) return { class: 'NotAnError', text: String(error) };
  const causes: string[] = [];
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) causes.push(cause.message);
  return { class: error.name, text: causes.join(': ') };
}
