/** The processes that worked on this data folder, one after the other. A death is found out by the next one. */
export type ProcessLog = {
  /**
   * Called at start, under the exclusive lease, before anything is taken up. Returns what has become of the process before; null when
   * there was none or it ended in good order.
   */
  begin(pid: number): UnfinishedProcess | null;
  /** A person asked this process to stop: if it is cut off from now on, no photo is to blame. */
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
