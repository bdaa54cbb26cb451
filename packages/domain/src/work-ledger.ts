import type { Blocking } from './blocking.ts';
import type { Refusal } from './refusal.ts';
import type { PhotoState } from './photo.ts';
import type { StageName, StageOutput, Subject } from './stage.ts';
import type { Death, DeathEvidence } from './suspicion.ts';

/** One stage for one subject at one epoch: all that a queue job carries. */
export type Job = { readonly subject: Subject; readonly stage: StageName; readonly epoch: number };

/** Deterministic, so that adding a job twice is a no-op; legal in BullMQ: no colon, never all digits. */
export function jobId(job: Job): string {
  return `${job.subject.kind === 'photo' ? 'p' : 's'}${job.subject.id}-${job.stage}-e${job.epoch}`;
}

/** What follows a finished stage. Made by the plan, applied by the ledger in the transaction that completes the stage. */
export type Next =
  | { readonly kind: 'stage'; readonly stage: StageName }
  /** Wait until no photo of the set is before the barrier; then the set's own stage runs once. */
  | { readonly kind: 'barrier'; readonly stage: StageName }
  /** A stage of the whole set is done: each of its photos that waits or was just created goes on here. */
  | { readonly kind: 'each-photo'; readonly stage: StageName }
  | { readonly kind: 'rest'; readonly state: PhotoState }
  /** The final state that whoever asked for the roll-back named. */
  | { readonly kind: 'rest-as-requested' };

export type Completion =
  | { readonly kind: 'done'; readonly output: StageOutput; readonly next: Next }
  | { readonly kind: 'skipped'; readonly reason: string; readonly next: Next }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Refused because processes died over it; `error` is the death in this run, if that was the last straw. */
  | {
      readonly kind: 'quarantined';
      readonly refusal: Refusal;
      readonly deaths: readonly Death[];
      readonly error: AttemptError | null;
    }
  | { readonly kind: 'set-refused'; readonly problems: readonly string[] }
  | { readonly kind: 'snoozed'; readonly reason: string; readonly delayMs: number }
  /** A dependency is down: no attempt is spent, the stage halts, or the set is rolled back if it asks for that. */
  | ({ readonly kind: 'blocked' } & Blocking)
  | { readonly kind: 'retryable'; readonly error: AttemptError; readonly delayMs: number }
  | { readonly kind: 'discarded'; readonly error: AttemptError };

export type AttemptError = {
  readonly class: string;
  readonly text: string;
  /** A process died: such an attempt is judged by `verdictOn` and not counted as spent. */
  readonly evidence?: DeathEvidence;
};

/** `attempt`: this run's number within the epoch, from 1; snoozed, blocked and orphaned runs do not count as spent. */
export type Claim = { readonly kind: 'claimed'; readonly attempt: number } | { readonly kind: 'stale' };

export type OutboxEntry = { readonly id: number; readonly job: Job; readonly delayMs: number };

/** The truth as the runner and the dispatcher see it. Every method is one transaction. */
export type WorkLedger = {
  /** Takes the subject for this run if stage and epoch are current and its set is not held; a later claim of the same job overtakes an earlier one. */
  claim(job: Job, run: { readonly token: string; readonly worker: string; readonly alone?: boolean }): Claim;
  /** Runs of this very job during which a process died, oldest first. */
  deaths(job: Job): readonly Death[];
  /**
   * Writes the outcome of a run: output, attempt, position, events and the outbox rows of what comes next. `overtaken` when
   * the token or the epoch is no longer current: nothing was written, and the run has to let go.
   */
  complete(job: Job, token: string, completion: Completion): 'committed' | 'overtaken';
  /**
   * The run is over without an outcome: it was overtaken, or nothing can be written. Ends its attempt and makes its subject due again if it still holds
   * it. Never throws: false when this could not be written either, and is to be tried again. Where `files` were left, the attempt stays open until
   * they are gone.
   */
  letGo(job: Job, token: string, files: 'gone' | 'left'): boolean;
  /** The same for every run of this process that could not let go yet. */
  letGoAgain(): boolean;
  /** Stages whose rows in the outbox are to be handed over: those of a paused stage stay there. */
  outboxStages(): readonly StageName[];
  /** Oldest first, at most `limit`, of all stages; of one stage only what may run now: a captioner that is down holds its photos back. */
  outbox(limit: number, stage?: StageName): readonly OutboxEntry[];
  forgetOutbox(ids: readonly number[]): void;
  /**
   * Called at start, under the exclusive lease of the data folder: every open run is an orphan. Closes their attempts, gives their
   * subjects back, clears the outbox and fills it anew with everything that is due.
   */
  recover(): Recovery;
  /**
   * Called by the system when it saw that one of its workers is gone while the others go on: closes the attempts of that process, gives their
   * subjects back and makes their jobs due.
   */
  recoverWorker(pid: number): Recovery;
  /** The folders of these recovered runs are removed; until that is said, the next start is told of them again. */
  foldersGone(runs: readonly OrphanedRun[]): void;
  /** Everything that is due, not being worked on and not in the outbox: what the engine must hold. Nothing that a hold keeps back. */
  dueJobs(): readonly Job[];
  /** Whether stage and epoch of the job are current and its subject waits for it, held or not, or is being worked on. */
  isDue(job: Job): boolean;
  /**
   * Puts jobs that the engine lost into the outbox again, without an argument everything that is due and not being worked on;
   * adding what the engine still has is a no-op. Returns how many jobs that are.
   */
  refillOutbox(jobs?: readonly Job[]): number;
};

export type OrphanedRun = Job & { readonly token: string };

export type Recovery = {
  /** Runs that were under way when the last process ended; their attempt folders are nobody's. */
  readonly orphanedRuns: readonly OrphanedRun[];
  /** Runs of it that had lost their job to a later run and had not ended either; the same holds for their folders. */
  readonly overtakenRuns: readonly OrphanedRun[];
  /** Runs that an earlier start closed and was cut off before it had removed their folders. */
  readonly earlierRuns: readonly OrphanedRun[];
  /** Jobs put back into the outbox. */
  readonly dueJobs: number;
  /** Sets that these jobs belong to, oldest first. */
  readonly setIds: readonly number[];
};
