import type { SetOverview } from '@proofline/domain/overview.ts';

/** Figures older than this say nothing of the present pace. */
const WINDOW_MS = 60_000;
/** Below this a pace is a guess. */
const LEAST_MS = 3_000;

type Sample = { readonly atMs: number; readonly done: number };

const samples = new Map<string, Sample[]>();

export type Pace = {
  readonly done: number;
  readonly total: number;
  /** What was done a minute, over the last minute; null while nothing can be said. */
  readonly perMinute: number | null;
  readonly secondsLeft: number | null;
};

/** How fast steps of these sets are done, from what was seen since; a step is one photo through one stage. */
export function paceOf(key: string, sets: readonly Pick<SetOverview, 'stages'>[], nowMs: number): Pace {
  const stages = sets.flatMap((set) => set.stages);
  const done = stages.reduce((sum, stage) => sum + stage.done, 0);
  const total = stages.reduce((sum, stage) => sum + stage.total, 0);
  return paceToward(key, { done, total }, nowMs);
}

/** The same of anything that is counted: photos, bytes. */
export function paceToward(key: string, { done, total }: Pick<Pace, 'done' | 'total'>, nowMs: number): Pace {
  const seen = (samples.get(key) ?? []).filter(({ atMs }) => nowMs - atMs < WINDOW_MS);
  if (seen.at(-1)?.done !== done) seen.push({ atMs: nowMs, done });
  samples.set(key, seen);
  const [first] = seen;
  const elapsedMs = first === undefined ? 0 : nowMs - first.atMs;
  const steps = first === undefined ? 0 : done - first.done;
  if (elapsedMs < LEAST_MS || steps <= 0) return { done, total, perMinute: null, secondsLeft: null };
  const perSecond = (1000 * steps) / elapsedMs;
  return { done, total, perMinute: perSecond * 60, secondsLeft: (total - done) / perSecond };
}
