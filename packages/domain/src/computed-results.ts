import type { StageName } from './stage-name.ts';

/** What a result was computed from: the photo's content, and everything beside it that could make the result another one. */
export type ComputedFrom = {
  readonly stage: StageName;
  /** Lower-case hex SHA-256 of the original. */
  readonly contentSha256: string;
  /** Lower-case hex SHA-256 over settings, versions and earlier results that went into it. */
  readonly inputsSha256: string;
};

/** One to keep. `result` is JSON-safe. */
export type ComputedResult = Pick<ComputedFrom, 'inputsSha256'> & { readonly result: unknown };

/**
 * Results that outlive the roll-back of their photo: a set that is added again does not compute them again. Kept until a photo of that content is
 * published; valid as long as nothing that went into them changed.
 */
export type ComputedResults = {
  /** Null when nothing was computed from this. The result is what the stage handed over, as it comes back from JSON. */
  find(from: ComputedFrom): unknown;
};
