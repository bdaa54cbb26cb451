/** Work that was under way or due when the process before ended, and that this one goes on with by itself. */
export type Resumption = {
  /** When this process took it up. */
  readonly at: string;
  /** Whether the process before died, rather than being stopped. */
  readonly afterDeath: boolean;
  /** Runs that were cut off in the middle and begin again. */
  readonly interruptedRuns: number;
  readonly dueJobs: number;
  /** Sets that this work belongs to: each can be rolled back instead. */
  readonly setIds: readonly number[];
};
