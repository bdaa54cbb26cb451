import type { Job } from '@proofline/domain/work-ledger.ts';
import type { IQueueBackend, Job as QueueJob, Queue, Worker } from 'bullmq';

/**
 * Where jobs wait for a worker. A disposable cache of SQLite: it may be wiped at any moment and is filled anew from the outbox. Both kinds
 * share one conformance suite.
 */
export type Engine = {
  readonly kind: 'embedded' | 'redis';
  /** BullMQ's queue of that name, made once. Jobs run once (`attempts: 1`) and leave no trace when they end, well or not. */
  queue(name: string): EngineQueue;
  /** Starts at once; listeners attached in the same tick miss nothing. `close()` on it waits for the jobs that it runs. */
  worker(name: string, process: JobProcessor, options: EngineWorkerOptions): EngineWorker;
  /** The random id last written; null when the engine was wiped since, is new, or is a server that was started again and may hold what was long ago. */
  readGeneration(): Promise<string | null>;
  writeGeneration(generation: string): Promise<void>;
  /** Removes every job of these queues, running ones too, and their pauses and rate limits. */
  clear(queueNames: readonly string[]): Promise<void>;
  /** Every fault of the engine's connections, queues and workers, each once. `EngineLostError`: close this engine and open a new one. */
  onError(listener: (error: Error) => void): void;
  /** Closes its workers (waiting for their jobs), its queues and its connections. Again is a no-op. */
  close(): Promise<void>;
};

export type EngineQueue = Queue<Job, void, string, Job, void, string, IQueueBackend>;
export type EngineJob = QueueJob<Job, void>;
export type EngineWorker = Worker<Job, void, string, IQueueBackend>;

/** `signal` aborts on `worker.cancelJob(id)` and when the job's lock could not be renewed. Throwing ends the job as failed, without a retry. */
export type JobProcessor = (job: EngineJob, signal: AbortSignal) => Promise<void>;

export type EngineWorkerOptions = {
  /** Jobs that it runs carry this name (`processedBy`). */
  readonly name?: string;
  /** Jobs run at once by this worker. */
  readonly concurrency: number;
  /** How long a job stays its worker's without a renewal; renewed at half of it. */
  readonly lockDurationMs: number;
  /** How often jobs without a lock are looked for; such a job runs again after at most lock duration plus two intervals. */
  readonly stalledIntervalMs: number;
};

/** The engine cannot be used as it is set up; `message` says what to change. */
export class EngineRefusedError extends Error {
  override readonly name = 'EngineRefusedError';
}

/** The engine's memory is gone. Nothing of the truth is: a new engine is filled from SQLite. */
export class EngineLostError extends Error {
  override readonly name = 'EngineLostError';
  /** What BullMQ takes for a connection that may come back: its workers wait. On any other error they ask again without ever yielding. */
  readonly code = 'ECONNREFUSED';
}
