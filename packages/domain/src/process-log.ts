/** The processes that worked on this data folder: the system, one after the other, and the workers that it starts. */
export type ProcessLog = {
  /**
   * Called by the system at start, under the exclusive lease, before anything is taken up. Returns what has become of the system before; null
   * when there was none or it ended in good order. Its workers went with it.
   */
  begin(pid: number): UnfinishedProcess | null;
  /** Called by a worker, before it takes up anything. */
  join(pid: number): void;
  /** Somebody asked this process to stop: if it is cut off from now on, no photo is to blame. */
  requestStop(): void;
  /** Everything was finished or handed back. */
  end(): void;
};

export type UnfinishedProcess = {
  readonly pid: number;
  readonly startedAt: string;
  /** `cut-short`: it was stopping when it ended. */
  readonly ending: 'cut-short' | 'died';
};
