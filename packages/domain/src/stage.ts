import type { ComputedResult } from './computed-results.ts';
import type { FileNameReservation } from './file-name.ts';
import type { PhotoFields } from './photo-metadata.ts';
import type { PhotoReading } from './photo-reading.ts';
import type { PhotoState, SourceFile } from './photo.ts';
import type { QualityAssessment } from './quality.ts';
import type { Refusal } from './refusal.ts';
import type { Rendition } from './rendition.ts';
import type { StageName } from './stage-name.ts';
import type { TextDraft } from './text-draft.ts';

export { type StageName, stageNames } from './stage-name.ts';

/** What a stage works on: `args` of a job are this and nothing else. */
export type Subject = { readonly kind: 'photo' | 'set'; readonly id: number };

/** The parts that a stage can add to the truth. The runner writes them, in the transaction that completes the stage. */
export type StageOutput = {
  readonly sourceFiles?: {
    readonly files: readonly SourceFile[];
    /** Files in the folder that are no photos, with the reason; reported, never lost silently. */
    readonly ignored: readonly { readonly relativePath: string; readonly reason: string }[];
  };
  /** `sourceBytes`: only where it is another size than the set's listing told. */
  readonly original?: { readonly workingPath: string; readonly contentSha256: string; readonly sourceBytes?: number };
  readonly fileMetadata?: PhotoFields;
  readonly inferredMetadata?: PhotoFields;
  readonly fileNames?: {
    readonly reservations: readonly FileNameReservation[];
    /** Photos of the set that turned out not to get a name (duplicates, names that cannot be made), each with its refusal. */
    readonly refused: readonly { readonly photoId: number; readonly refusal: Refusal }[];
  };
  readonly renditions?: readonly Rendition[];
  readonly quality?: QualityAssessment;
  readonly photoReading?: PhotoReading;
  readonly textDraft?: TextDraft;
  /** The photo now rests with a person, at the revision that was computed from everything above. */
  readonly reviewOpened?: true;
  readonly published?: { readonly publicationId: number };
  readonly workspaceReleased?: { readonly kept: readonly string[] };
  /** What can be found again when the same photo comes again; see `ComputedResults`. */
  readonly computed?: readonly ComputedResult[];
};

export type StageOutputPart = keyof StageOutput;

/** What happens next is the stage's return value. Anything thrown is retried until `maxAttempts`, then discarded. */
export type Outcome =
  | { readonly kind: 'done'; readonly output: StageOutput }
  | { readonly kind: 'skipped'; readonly reason: string }
  /** Not now: the same attempt runs later and none is spent. */
  | { readonly kind: 'snoozed'; readonly delayMs: number; readonly reason: string }
  /** Never: the photo ends as `refused` under this name. For a set: every problem at once. */
  | { readonly kind: 'cancelled'; readonly refusal: Refusal }
  | { readonly kind: 'set-refused'; readonly problems: readonly string[] }
  /** Not without a person: the photo rests in review again, or as published where nothing is left to review. */
  | { readonly kind: 'returned-to-review'; readonly reason: string };

export const done = (output: StageOutput): Outcome => ({ kind: 'done', output });
export const skipped = (reason: string): Outcome => ({ kind: 'skipped', reason });
export const snoozed = (delayMs: number, reason: string): Outcome => ({
  kind: 'snoozed',
  delayMs,
  reason,
});
export const setRefused = (problems: readonly string[]): Outcome => ({ kind: 'set-refused', problems });
export const returnedToReview = (reason: string): Outcome => ({ kind: 'returned-to-review', reason });

/** What the runner hands to a stage beside its needs. */
export type StageRun = {
  /** Aborts at the stage's time limit, at shutdown and when the run was overtaken. */
  readonly signal: AbortSignal;
  /** Raised with each attempt of this epoch, from 1. */
  readonly attempt: number;
  /** Unique to this run; temporary and attempt-owned files carry it. */
  readonly token: string;
  /**
   * A folder below the data folder that only this run writes to, made by the first call. Its files become part of the
   * truth when the run commits rows that point to them, and are removed when it does not.
   */
  attemptFolder(): Promise<AttemptFolder>;
};

export type AttemptFolder = {
  readonly absolutePath: string;
  /** Below the data folder, with `/`: what rows store. */
  readonly relativePath: string;
};

/** How the runner treats a stage; the numbers are the stage's own retry policy. */
export type StagePolicy = {
  readonly maxAttempts: number;
  readonly timeoutMs: number;
  /** First delay of the exponential back-off with jitter. */
  readonly backoffMs: number;
  /** How many run at once in one worker process, unless the operator's setting is lower. */
  readonly concurrency: number;
  /** What it takes back has to be taken back, whatever dies over it. */
  readonly neverQuarantined?: true;
  /** Where the photo rests after the last attempt; `discarded` unless a stage says otherwise. */
  readonly whenGivenUp?: PhotoState;
};

/** One stage: loads by id, makes one kind of effect, returns an outcome. It never enqueues and never knows its neighbours. */
export type Stage<Name extends StageName, Needs> = StagePolicy & {
  readonly name: Name;
  readonly subject: Subject['kind'];
  run(id: number, needs: Needs, run: StageRun): Promise<Outcome>;
  /** The parts of the truth that undoing this stage erases; their files go with them. */
  readonly undoes: readonly StageOutputPart[];
};

export function defineStage<Name extends StageName, Needs>(stage: Stage<Name, Needs>): Stage<Name, Needs> {
  return stage;
}
