import { randomUUID } from 'node:crypto';
import { reachFaultPoint } from '@proofline/domain/fault-point.ts';
import { eachAlone, type CommitTogether } from '@proofline/domain/commit-together.ts';
import { haltMs, type Blocking, type QueueBlocks } from '@proofline/domain/blocking.ts';
import { RefusedPhoto } from '@proofline/domain/refusal.ts';
import type { AttemptFolder, Outcome, StageRun } from '@proofline/domain/stage.ts';
import { ProcessDied, verdictOn, type Death } from '@proofline/domain/suspicion.ts';
import type { AttemptError, Completion, Job, WorkLedger } from '@proofline/domain/work-ledger.ts';
import type { Workspace } from '@proofline/domain/workspace.ts';
import { backoffDelayMs } from './backoff.ts';
import { blockingOf } from './blocking-of.ts';
import { plan, type ReadyStage, type StageNeeds } from './plan.ts';
import { quarantine } from './quarantine.ts';
import { StageTimeout, settleWithin } from './time-limit.ts';
import { WaitedInVain } from './waited-in-vain.ts';

/** A stage that was told to stop has this long to do so before the run is taken from it. */
const ABORT_GRACE_MS = 1_000;
/** A job that is handed back at a stop stays away this long, or the worker that is closing would take it once more. */
const HANDED_BACK_MS = 5_000;

export type RunStageContext = {
  readonly ledger: WorkLedger;
  /** Claims and completions of runs that meet share a flush to the disk; without it, each has its own. */
  readonly commitTogether?: CommitTogether;
  readonly needs: StageNeeds;
  readonly workspace: Workspace;
  readonly blocks: QueueBlocks;
  /** Name of this worker process, as attempts record it. */
  readonly worker: string;
  /** Told of every claim that is on the disk. */
  readonly onClaimed?: (job: Job) => void;
  /** Told of every process of ours that dies over a job. */
  readonly onProcessDied?: (died: ProcessDied, job: Job) => void;
};

/** What earlier runs of the job say about this one. */
export type Past = {
  readonly deaths: readonly Death[];
  /** Nothing else of the pipeline runs beside it. */
  readonly alone: boolean;
};

const NO_PAST: Past = { deaths: [], alone: false };

/**
 * How a run ended, for the queue: `again` asks the engine to bring the job back after a delay, `blocked` to halt the stage's whole queue for so
 * long and to bring the job back then.
 */
export type RunResult =
  | { readonly kind: 'finished' | 'stale' | 'overtaken' }
  | { readonly kind: 'again'; readonly delayMs: number }
  | { readonly kind: 'blocked'; readonly haltMs: number };

/**
 * One run of one job: claim, work, complete. The work writes only into a folder that carries the run's token, and the outcome is committed only while
 * the token is current; so a stalled twin can waste work and change nothing.
 */
export async function runStage(
  job: Job,
  stage: ReadyStage,
  { ledger, commitTogether = eachAlone, needs, workspace, blocks, worker, onClaimed, onProcessDied }: RunStageContext,
  stop: AbortSignal,
  past: Past = NO_PAST,
): Promise<RunResult> {
  const token = randomUUID();
  const startedAt = new Date().toISOString();
  const claim = await commitTogether(() => ledger.claim(job, { token, worker, alone: past.alone }));
  if (claim.kind === 'stale') return { kind: 'stale' };
  onClaimed?.(job);
  reachFaultPoint('run-claimed', job.stage);

  const folder = attemptFolder(workspace, job, token);
  try {
    const run = { attempt: claim.attempt, token, attemptFolder: folder.open };
    const worked = await work(stage, job, needs, run, stop);
    if (worked.kind === 'threw' && worked.died !== undefined) onProcessDied?.(worked.died, job);
    const outcome = afterDeath(worked, stage, past, startedAt);
    reachFaultPoint('run-worked', job.stage);
    const complete: Complete = (ending) => commitTogether(() => ledger.complete(job, token, ending));
    return await conclude(job, token, stage, claim.attempt, outcome, folder, complete, ledger, blocks);
  } catch (error) {
    ledger.letGo(job, token, folder.files);
    throw error;
  }
}

/** While the attempt is open, a crash leaves its folder to the next start; once it is closed, nobody would look for it. So the folder goes first. */
async function conclude(
  job: Job,
  token: string,
  stage: ReadyStage,
  attempt: number,
  outcome: Worked,
  folder: RunFolder,
  complete: Complete,
  ledger: WorkLedger,
  blocks: QueueBlocks,
): Promise<RunResult> {
  if (outcome.kind !== 'done') await folder.remove();
  const { completion, result } = await commit(complete, stage, attempt, outcome, folder);
  reachFaultPoint('run-completed', job.stage);
  if (result === 'overtaken') {
    if (outcome.kind === 'done') await folder.remove();
    ledger.letGo(job, token, 'gone');
    return { kind: 'overtaken' };
  }
  if (completion.kind === 'blocked') return blockedResult(blocks, job);
  return 'delayMs' in completion ? { kind: 'again', delayMs: completion.delayMs } : { kind: 'finished' };
}

type Complete = (completion: Completion) => Promise<ReturnType<WorkLedger['complete']>>;

/**
 * Where no halt of the stage is open, the set that met the condition was rolled back for it, or only the work of its captioner waits: in SQLite, and the
 * engine forgets the job.
 */
export function blockedResult(blocks: QueueBlocks, { stage }: Job): RunResult {
  const block = blocks.of(stage);
  if (block === null) return { kind: 'finished' };
  return { kind: 'blocked', haltMs: Math.max(1, haltMs(block, Date.now())) };
}

type Worked =
  | Outcome
  | { readonly kind: 'threw'; readonly error: AttemptError; readonly died?: ProcessDied }
  /** One process too many died over this photo. */
  | { readonly kind: 'condemned'; readonly completion: Completion }
  /** A dependency is down, nobody is at fault. */
  | ({ readonly kind: 'blocked' } & Blocking)
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
    const blocking = blockingOf(error, run.token);
    if (blocking !== null) return { kind: 'blocked', ...blocking };
    if (stop.aborted && !timeout.signal.aborted) return { kind: 'handed-back' };
    if (timeout.signal.aborted) return timedOut(error, timeout.signal.reason);
    return threw(error);
  } finally {
    clearTimeout(timer);
  }
}

/** One photo that holds a decoder until its own time is up must not use up the attempts of those that wait for it. */
function timedOut(error: unknown, reason: unknown): Worked {
  const hasNotBegun = causesOf(error).some((cause) => cause instanceof WaitedInVain);
  if (!hasNotBegun) return { kind: 'threw', error: attemptError(reason) };
  return { kind: 'snoozed', reason: 'no decoder was free within the time limit', delayMs: 0 };
}

function threw(error: unknown): Worked {
  const died = causesOf(error).find((cause) => cause instanceof ProcessDied);
  return { kind: 'threw', error: attemptError(error), ...(died !== undefined && { died }) };
}

/** A photo over which processes die does not use up its attempts first. */
function afterDeath(worked: Worked, stage: ReadyStage, { deaths, alone }: Past, startedAt: string): Worked {
  if (worked.kind !== 'threw' || worked.error.evidence === undefined || stage.neverQuarantined) return worked;
  const { error } = worked;
  const death: Death = { process: 'decoder', startedAt, alone, clearedSince: false, evidence: worked.error.evidence };
  const all = [...deaths, death];
  if (verdictOn(all).kind !== 'quarantine') return worked;
  return { kind: 'condemned', completion: quarantine(stage, all, error) };
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
    case 'blocked':
      return { kind: 'blocked', condition: outcome.condition, reason: outcome.reason };
    case 'condemned':
      return outcome.completion;
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

/**
 * A completion that the database refuses (a name taken meanwhile, a constraint) is an error of this attempt like any other. One that cannot be
 * written at all is thrown: the run did not happen, and its files go.
 */
async function commit(complete: Complete, stage: ReadyStage, attempt: number, outcome: Worked, folder: RunFolder) {
  const completion = completionOf(outcome, stage, attempt);
  try {
    return { completion, result: await complete(completion) };
  } catch (error) {
    const isUnwritable = blockingOf(error) !== null;
    if (outcome.kind === 'done') await folder.remove();
    if (isUnwritable || outcome.kind === 'threw' || outcome.kind === 'condemned') throw error;
    const failed = afterError(attemptError(error), stage, attempt);
    return { completion: failed, result: await complete(failed) };
  }
}

/** The folder of one run, made by the first who asks for it. */
type RunFolder = {
  open(): Promise<AttemptFolder>;
  /** A no-op where nobody asked for it. */
  remove(): Promise<void>;
  readonly files: 'gone' | 'left';
};

function attemptFolder(workspace: Workspace, job: Job, token: string): RunFolder {
  let opening: Promise<AttemptFolder> | undefined;
  const openFolder = async () => {
    try {
      const made = await workspace.openAttempt(job.subject, job.stage, token);
      reachFaultPoint('attempt-folder-made', job.stage);
      return made;
    } catch (error) {
      opening = undefined; // there is nothing to take away
      throw error;
    }
  };
  return {
    open: () => (opening ??= openFolder()),
    async remove() {
      if (opening !== undefined) await workspace.removeAttempt(job.subject, job.stage, token);
      opening = undefined;
      reachFaultPoint('attempt-folder-removed', job.stage);
    },
    get files() {
      return opening === undefined ? 'gone' : 'left';
    },
  };
}

/** Class and words, with the words of every cause: what the operator reads. */
function attemptError(error: unknown): AttemptError {
  if (!(error instanceof Error)) return { class: 'NotAnError', text: String(error) };
  const causes = causesOf(error);
  const evidence = causes.find((cause) => cause instanceof ProcessDied)?.evidence;
  const text = causes.map(({ message }) => message).join(': ');
  return { class: error.name, text, ...(evidence && { evidence }) };
}

/** The error itself and everything that it came from. */
function causesOf(error: unknown): readonly Error[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : [];
}
