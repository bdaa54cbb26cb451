import type { StageName } from './stage-name.ts';

/** What stands in the way of a whole stage and of no photo in particular. It passes; until then its queue halts and no attempt is spent. */
export const blockingConditions = [
  'captioner-unavailable',
  'model-missing',
  'target-unreachable',
  'login-refused',
  'disk-full',
  'database-busy',
  'data-folder-unwritable',
] as const;

export type BlockingCondition = (typeof blockingConditions)[number];

/** Conditions that stand in the way of one captioner and leave the others be. */
export const captionerConditions = [
  'captioner-unavailable',
  'model-missing',
] as const satisfies readonly BlockingCondition[];

/** What the operator can do; work goes on by itself once it is done. */
export const remedies: Readonly<Record<BlockingCondition, string>> = {
  'captioner-unavailable': 'start the captioner, or roll the set back and add it with another one',
  'model-missing':
    'install the model that the captioner asks for, name another one in the settings and start again, or roll the set back and add it with another captioner',
  'target-unreachable': 'bring the place that the site is published to back within reach, or mend what is said of it',
  'login-refused':
    'give Proofline the right to write where the site is published, or correct the name, password, certificate or host key in its settings',
  'disk-full': 'make room on the disk',
  'database-busy': 'close the program that holds review.db',
  'data-folder-unwritable': 'make the data folder writable again',
};

/**
 * Thrown by adapters and stages when a dependency is down. `message` says what happened and to which thing, in words for the operator; what to do
 * about it comes with the condition.
 */
export class Blocked extends Error {
  override readonly name = 'Blocked';
  readonly condition: BlockingCondition;

  constructor(condition: BlockingCondition, reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.condition = condition;
  }
}

/** A condition as runs report it. */
export type Blocking = { readonly condition: BlockingCondition; readonly reason: string };

/** A stage whose queue is halted, or the part of it that needs one captioner. */
export type QueueBlock = Blocking & {
  readonly stage: StageName;
  /** Only work of sets with this captioner waits; null when the whole stage does. */
  readonly captioner: string | null;
  readonly blockedAt: string;
  /** How often the stage was tried since and found blocked, from 1. */
  readonly probes: number;
  /** Until then nothing of the stage runs. */
  readonly nextProbeAt: string;
};

/** The halted stages. They outlive the process: a start finds them and halts their queues again. */
export type QueueBlocks = {
  /** Longest first. */
  list(): readonly QueueBlock[];
  /** Null when the stage is not halted; with a captioner, when that part of it is not. */
  of(stage: StageName, captioner?: string | null): QueueBlock | null;
  /** The halt of the part of the stage that this photo's captioner stands for; null when there is none. */
  ofPhoto(stage: StageName, photoId: number): QueueBlock | null;
  /**
   * Halts the stage, or halts it for longer when this was a probe. Called where no run could be completed: a halt that cannot be written down
   * either is kept in memory, and written with the next completion.
   */
  halt(stage: StageName, blocking: Blocking): void;
};

const FIRST_PROBE_MS = 1_000;
/** A dependency that is back is noticed within this time. */
export const LONGEST_HALT_MS = 60_000;

/**
 * Milliseconds until probe number `probes` + 1: from 1 s, doubled each time up to a minute, with jitter over the upper half, so that the stages
 * which wait for the same thing do not ask for it in step. `random` is in [0, 1).
 */
export function probeDelayMs(probes: number, random: number): number {
  const ceiling = Math.min(LONGEST_HALT_MS, FIRST_PROBE_MS * 2 ** Math.min(probes - 1, 30));
  return Math.round(ceiling / 2 + (random * ceiling) / 2);
}

/** Milliseconds that the halt still lasts; 0 when the next run is a probe. A clock that was set back does not make it longer than a halt can be. */
export function haltMs({ nextProbeAt }: Pick<QueueBlock, 'nextProbeAt'>, nowMs: number): number {
  const leftMs = Date.parse(nextProbeAt) - nowMs;
  return leftMs > LONGEST_HALT_MS ? 0 : Math.max(0, leftMs);
}
