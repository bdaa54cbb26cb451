import type { FaultPoint } from '@proofline/domain/fault-point.ts';
import type { StageName } from '@proofline/domain/stage.ts';
import type { SourceChange } from './source-change.ts';

/** Where a process kills itself, as `kill -9` does: when it reaches the point for the `occurrence`th time from being told. */
export type DeathStep = { readonly point: FaultPoint; readonly stage?: StageName; readonly occurrence: number };

/** `id`: by which the suite tells it from all others of the run. */
export type OrderedDeath = { readonly id: number; readonly step: DeathStep };

/** What goes for every process of the program from its first instruction on. */
export type StandingOrders = {
  readonly changes?: readonly SourceChange[];
  /** Let every n-th hand-over of jobs to the engine fail, before the engine saw it. */
  readonly refuseEveryNthAdd?: number;
  /** Wipe the Redis right after the n-th hand-over of jobs: what it was just given is gone. */
  readonly wipeAfterAdd?: number;
  /** Run every job twice at once, and a third time after it is over, as an engine may that delivers at least once. */
  readonly deliverAgain?: boolean;
};

/** What the suite tells the processes of the program, in one file that they look at again and again. */
export type ProcessOrders = StandingOrders & {
  /** Each of them happens once, in this order, in whichever process gets there. */
  readonly deaths: readonly OrderedDeath[];
  /** How wrong the clock of this machine is, in milliseconds. */
  readonly clockOffsetMs: number;
  /** For the processes that run when they are given. */
  readonly spoils: readonly SpoilOrder[];
};

export type SpoilOrder = {
  readonly id: number;
  readonly how: 'refuse-rename' | 'store-short';
  readonly files: number;
};

/** The processes of the program that take orders. */
export type Role = 'system' | 'worker';

/** What a process says, a line of JSON each. */
export type ProcessNotice = { readonly pid: number } & (
  | { readonly at: 'started'; readonly role: Role; readonly startedAtMs: number }
  /** The API answers there. `isWorkDue`: the process before left something to do. */
  | { readonly at: 'ready'; readonly apiUrl: string; readonly isWorkDue: boolean; readonly atMs: number }
  /** It took up its first job. `systemPid`: itself, or the system that it works for. */
  | { readonly at: 'first-run'; readonly systemPid: number; readonly atMs: number }
  /** It kills itself in its next instruction, as ordered. */
  | { readonly at: 'dying' }
);
