import { z } from 'zod';
import type { Actor } from './actor.ts';
import { stageNames, type StageName } from './stage.ts';

/** `refused`: by name, for what it is. `discarded`: the last attempt failed. */
export const failureStates = ['refused', 'discarded'] as const;

/** What photos that failed for the same cause have in common. */
export const failureCause = z.strictObject({
  state: z.enum(failureStates),
  stage: z.enum(stageNames),
  code: z.string().min(1).max(200),
});
export type FailureCause = z.infer<typeof failureCause>;

/** What to try again: every photo of the cause, or one of them. */
export const retryRequest = failureCause.extend({ photoId: z.exactOptional(z.int().positive()) });
export type RetryRequest = z.infer<typeof retryRequest>;

export type FailureGroup = {
  readonly state: (typeof failureStates)[number];
  readonly stage: StageName;
  /** A refusal code, or the class of the last error. */
  readonly code: string;
  readonly photos: number;
  /** In words, of the photo that failed last. */
  readonly lastReason: string;
  /** The newest of them, to look at. */
  readonly sample: readonly FailedPhoto[];
};

export type FailedPhoto = {
  readonly photoId: number;
  readonly setId: number;
  readonly originalFileName: string;
  readonly reason: string;
};

export type Retried = {
  readonly photoIds: readonly number[];
  /** Failed for this cause and was not tried again, and why. */
  readonly left: readonly { readonly photoId: number; readonly reason: string }[];
};

export type FailureDesk = {
  /** The largest group first. */
  groups(setId?: number): readonly FailureGroup[];
  /** Tries every photo of the group again, or the one that is named, in words why not. Throws `DomainError('not_found')` where none failed for this cause. */
  retry(request: RetryRequest, actor: Actor): Retried;
};
