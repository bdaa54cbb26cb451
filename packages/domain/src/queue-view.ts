import type { StageName } from './stage-name.ts';

/** In the engine a job is in one of these; when it ends it is gone. */
export const queuedJobStates = ['waiting', 'active', 'delayed', 'prioritized'] as const;
export type QueuedJobState = (typeof queuedJobStates)[number];

/** A job as the engine holds it. */
export type QueuedJob = {
  readonly id: string;
  readonly state: QueuedJobState;
  /** When it was handed to the engine, and when a worker took it; ISO 8601 UTC. */
  readonly addedAt: string;
  readonly takenAt: string | null;
  /** Who works on it. */
  readonly worker: string | null;
  /** How often the engine gave it to a worker. */
  readonly given: number;
  /** What it carries: ids. */
  readonly job: Readonly<Record<string, unknown>>;
};

export type QueueContent = {
  readonly stage: StageName;
  /** Whether the engine itself holds the queue back. */
  readonly isPaused: boolean;
  readonly counts: Readonly<Record<QueuedJobState, number>>;
};

export type RawQueues = { readonly engine: 'embedded' | 'redis'; readonly queues: readonly QueueContent[] };

/** The engine as it is, for whoever looks into a failure; the truth is elsewhere. Throws `DomainError('conflict')` while a lost engine is replaced. */
export type QueueView = {
  all(): Promise<RawQueues>;
  /** Oldest first, after the first `skip`. */
  jobs(
    stage: StageName,
    state: QueuedJobState,
    page: { readonly skip: number; readonly limit: number },
  ): Promise<readonly QueuedJob[]>;
};
