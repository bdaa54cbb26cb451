import type { AttemptFolder, StageName, Subject } from './stage.ts';
import type { OrphanedRun } from './work-ledger.ts';

/** Where the files of work under way live, below the data folder. Removing what is not there is not an error. */
export type Workspace = {
  /** Makes the folder that one run alone writes to. */
  openAttempt(subject: Subject, stage: StageName, token: string): Promise<AttemptFolder>;
  /** Takes away the folder of a run that did not become part of the truth. */
  removeAttempt(subject: Subject, stage: StageName, token: string): Promise<void>;
  /** Everything that any run ever made for this photo. */
  removePhoto(photoId: number): Promise<void>;
  /** Paths below the data folder, as rows store them. */
  removeFiles(relativePaths: readonly string[]): Promise<void>;
};

/** Working files that nothing needs any more. */
export type Leftovers = {
  /** Refused photos whose working copy still takes up disk, at most `limit`. */
  list(limit: number): readonly number[];
  /** The files of this photo are gone. */
  forget(photoId: number): void;
  /** Runs of this process that could not take their own folder away: the disk was read-only, or nobody answered. */
  runs(): readonly OrphanedRun[];
  /** The folder of this run is gone. */
  forgetRun(token: string): void;
};
