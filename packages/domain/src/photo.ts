import type { Refusal } from './refusal.ts';
import type { StageName } from './stage-name.ts';

/**
 * Where a photo is. `queued` and `running` mean that `stage` is due or being worked on; `waiting` that it stands
 * at the barrier of its set; `in-review` that it rests until a person decides; `rolling-back` that its roll-back is due or under way. The rest are
 * final: only a person's new decision leaves them.
 */
export const photoStates = [
  'queued',
  'running',
  'waiting',
  'in-review',
  'rolling-back',
  'published',
  'rejected',
  'refused',
  'discarded',
  'rolled-back',
  'withdrawn',
] as const;

export type PhotoState = (typeof photoStates)[number];

export type Photo = {
  readonly id: number;
  readonly setId: number;
  /** Place in the set, from 0, by natural order of the path below the set's folder. */
  readonly position: number;
  /** Absolute path of the original. It is opened read-only, always. */
  readonly sourcePath: string;
  /** Path below the set's source folder, with `/`. */
  readonly sourceRelativePath: string;
  readonly originalFileName: string;
  /** Bytes that the folder listing gave when the set was accepted. */
  readonly sourceBytes: number;
  readonly stage: StageName;
  readonly state: PhotoState;
  /** Raised by every retry after a final failure, roll-back and redo; fences everything older. From 1. */
  readonly epoch: number;
  /** Lower-case hex SHA-256 of the original's bytes, once ingested. */
  readonly contentSha256: string | null;
  /** Path of the verified working copy below the data folder, with `/`, once ingested. */
  readonly workingPath: string | null;
  readonly refusal: Refusal | null;
};

/** A photo file that `validate-set` found. */
export type SourceFile = {
  readonly path: string;
  /** With `/`, below the set's folder. */
  readonly relativePath: string;
  readonly bytes: number;
  /** As its header states it; absent where that is not read, or does not say. */
  readonly pixels?: number;
};

export type PhotoStore = {
  /** Throws `DomainError('not_found')`. */
  get(photoId: number): Photo;
};
