import type { Actor } from './actor.ts';
import type { StageName } from './stage-name.ts';

/** What a person set for a whole stage. */
export type StageSetting = {
  readonly stage: StageName;
  /** Null when it is not paused. What was under way is finished, nothing new begins. */
  readonly pause: { readonly at: string; readonly by: string; readonly reason: string } | null;
  /** Photos (or sets) at once over all processes; null: as many as they take. */
  readonly maxConcurrency: number | null;
};

/** One run of a stage that has begun and not ended. */
export type RunUnderWay = {
  readonly worker: string;
  readonly subject: { readonly kind: 'photo' | 'set'; readonly id: number };
  readonly attempt: number;
  readonly startedAt: string;
};

/** A stage as ops see it. */
export type StageStanding = StageSetting & {
  /** Runs that are under way. */
  readonly running: number;
};

/** How much lies before a stage. */
export type StageLoad = {
  readonly stage: StageName;
  /** Photos and sets that are due here and wait for their turn; not those of a held set. */
  readonly due: number;
  /** Who works on what, longest first. */
  readonly runs: readonly RunUnderWay[];
};

/** Settings outlive the process and every queue engine. Each change is an event with its actor. */
export type StageSettings = {
  /** Every stage, in the plan's order. */
  list(): readonly StageStanding[];
  /** Of every stage, in the plan's order; counted anew at each call. */
  load(): readonly StageLoad[];
  /** Pausing what is paused changes its reason. */
  pause(stages: readonly StageName[], reason: string, actor: Actor): void;
  /** Resuming what is not paused changes nothing. */
  resume(stages: readonly StageName[], actor: Actor): void;
  /** `null` takes the limit away. */
  limit(stage: StageName, maxConcurrency: number | null, actor: Actor): void;
};
