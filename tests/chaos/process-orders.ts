import type { FaultPoint } from '@proofline/domain/fault-point.ts';
import type { StageName } from '@proofline/domain/stage.ts';
import type { SourceChange } from './source-change.ts';

/** Where a process kills itself, as `kill -9` does: when it reaches the point for the `occurrence`th time from now. */
export type DeathStep = { readonly point: FaultPoint; readonly stage?: StageName; readonly occurrence: number };

/** What the suite tells a process that runs, as lines of JSON on its standard input. */
export type LateOrder =
  | { readonly dieAt: DeathStep }
  /** Its clock is wrong by so much from now on, on top of what it was wrong by. */
  | { readonly jumpClockMs: number }
  | { readonly spoilSite: 'refuse-rename' | 'store-short'; readonly files: number };

/** What the suite tells `chaos-process.ts` as its argument. */
export type ProcessOrders = {
  readonly dieAt?: DeathStep;
  readonly changes?: readonly SourceChange[];
  /** How wrong the clock of this machine is, in milliseconds. */
  readonly clockOffsetMs?: number;
  /** Let every n-th hand-over of jobs to the engine fail, before the engine saw it. */
  readonly refuseEveryNthAdd?: number;
  /** Wipe the Redis right after the n-th hand-over of jobs: what it was just given is gone. */
  readonly wipeAfterAdd?: number;
  /** Run every job twice at once, and a third time after it is over, as an engine may that delivers at least once. */
  readonly deliverAgain?: boolean;
};

/** What `chaos-process.ts` says on its standard output, a line of JSON each. */
export type ProcessNotice =
  | { readonly at: 'ready'; readonly url: string; readonly token: string; readonly dueJobs: number }
  | { readonly at: 'first-run' }
  | { readonly at: 'dying' };
