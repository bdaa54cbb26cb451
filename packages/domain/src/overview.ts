import type { QueueBlock } from './blocking.ts';
import type { PhotoSet } from './photo-set.ts';
import type { PhotoState } from './photo.ts';
import type { StageName } from './stage.ts';

/** Where everything stands, for progress lines and `proofline status`. */
export type SetOverview = {
  readonly set: PhotoSet;
  readonly photos: number;
  readonly byState: Readonly<Partial<Record<PhotoState, number>>>;
  /** Photos that finished each stage (done or skipped) and those that are still to. */
  readonly stages: readonly StageProgress[];
  /** Photos whose review is approved and which wait for somebody to publish them. */
  readonly approved: number;
  readonly refused: readonly RefusedItem[];
  /** Photos given up after the last attempt. */
  readonly discarded: readonly RefusedItem[];
  /** Photos that a person asked to take off the site and that are on it still: something in the way has to be removed and the withdrawal asked for again. */
  readonly stillOnSite: readonly RefusedItem[];
  /** Why the set was rolled back, or is being; null otherwise. */
  readonly rollbackReason: string | null;
  /** Halted stages that work of this set stands at; it goes on by itself. */
  readonly blockedBy: readonly OpenBlock[];
};

/** A halted stage with what the operator can do about it. */
export type OpenBlock = QueueBlock & { readonly remedy: string };

export type StageProgress = { readonly stage: StageName; readonly done: number; readonly total: number };

export type RefusedItem = {
  readonly photoId: number;
  readonly originalFileName: string;
  /** Where it ended. */
  readonly stage: StageName;
  readonly code: string;
  readonly reason: string;
};

export type OverviewReader = {
  set(setId: number): SetOverview;
  /** Newest first, at most `limit` sets. */
  recent(limit: number): readonly SetOverview[];
};
