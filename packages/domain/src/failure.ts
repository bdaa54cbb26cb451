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

export type FailureGroup = {
  readonly state: (typeof failureStates)[number];
  readonly stage: StageName;
  /** A refusal code, or the class of the last error. */
  readonly code: string;
  readonly photos: number;
  /** In words, of the photo that failed last. */
  readonly lastReason: string;
  /** The newest of them, to look at. */
  readonly sample: readonly { readonly photoId: number; readonly originalFileName: string }[];
};

export type Retried = {
  readonly photoIds: readonly number[];
  /** Failed for this cause and was not tried again, and why. */
  readonly left: readonly { readonly photoId: number; readonly reason: string }[];
};

export type FailureDesk = {
  /** The largest group first. */
  groups(setId?: number): readonly FailureGroup[];
  /** Tries every photo of the group again, in words why not. Throws `DomainError('not_found')` where no photo failed for this cause. */
  retry(cause: FailureCause, actor: Actor): Retried;
};
