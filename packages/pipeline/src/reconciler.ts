import { randomUUID } from 'node:crypto';
import type { QueueBlocks } from '@proofline/domain/blocking.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import type { StageSettings } from '@proofline/domain/stage-setting.ts';
import { jobId, type Job, type WorkLedger } from '@proofline/domain/work-ledger.ts';
import { applyStageSettings, holdsStageSettings, settingsKey } from './apply-stage-settings.ts';
import { compareWithEngine, type ReconcileReason } from './compare-with-engine.ts';
import type { Engine } from './engine/engine.ts';
import { haltQueues } from './halt-queues.ts';
import { stages } from './plan.ts';

/** How often the engine is asked whether it is still the one that was filled: a wipe is noticed within this time. */
const GENERATION_POLL_MS = 1_000;
/** How often truth and engine are compared though nothing looks wrong. */
const COMPARE_EVERY_MS = 60_000;
/** The first comparison comes soon: a server that lost lists and was cleared since may still hold jobs that nothing leads to. */
const FIRST_COMPARE_MS = 5_000;
/** Jobs in one round trip to the engine. */
const REMOVED_AT_ONCE = 500;
/** Wall clock and monotonic clock drifting apart by more than this between two polls: the machine slept, or its clock was set. */
const CLOCK_JUMP_MS = 5_000;

export type Reconciler = { stop(): Promise<void> };

export type ReconcilerOptions = {
  readonly ledger: WorkLedger;
  readonly engine: Engine;
  readonly events: EventLog;
  readonly blocks: QueueBlocks;
  readonly settings: Pick<StageSettings, 'list'>;
  /** Called when jobs went back into the outbox. */
  readonly wake: () => void;
  readonly onError: (error: unknown) => void;
  readonly clock?: ReconcilerClock;
};

/** Milliseconds: of the wall clock, and of a clock that nobody sets. */
export type ReconcilerClock = { wallMs(): number; steadyMs(): number };

const systemClock: ReconcilerClock = { wallMs: () => Date.now(), steadyMs: () => performance.now() };

/**
 * Holds the engine to the truth. The engine is a cache and may be wiped at any moment; what it lost is put back from SQLite. Looks at work in
 * flight only, never at the whole catalogue. Resolves once the engine carries this process's generation.
 */
export async function startReconciler(options: ReconcilerOptions): Promise<Reconciler> {
  const { engine, onError, clock = systemClock } = options;
  let generation = randomUUID();
  let comparedAtMs = clock.steadyMs() - COMPARE_EVERY_MS + FIRST_COMPARE_MS;
  let offsetMs = clock.wallMs() - clock.steadyMs();

  /** A comparison that failed, because the database is locked or the engine went away again, is still owed. */
  let owed: ReconcileReason | null = null;

  let applied: string | null = null;
  /** What a person changes takes effect within one look; what the engine refuses is applied at the next. */
  const applySettings = async () => {
    const settings = options.settings.list();
    if (settingsKey(settings) === applied) {
      if (await holdsStageSettings(engine, settings)) return;
      // Where a pause went, jobs may have gone, too.
      owed ??= 'engine-robbed';
    }
    await applyStageSettings(engine, settings);
    applied = settingsKey(settings);
  };

  const look = async () => {
    const present = await engine.readGeneration();
    const jumpMs = Math.abs(clock.wallMs() - clock.steadyMs() - offsetMs);
    offsetMs = clock.wallMs() - clock.steadyMs();
    if (present !== generation) {
      // A new one, so that a wipe while this runs is noticed too.
      generation = randomUUID();
      applied = null;
      owed = 'engine-wiped';
      await engine.writeGeneration(generation);
    } else if (jumpMs > CLOCK_JUMP_MS) owed = owed === 'engine-wiped' ? owed : 'clock-jump';
    else if (clock.steadyMs() - comparedAtMs >= COMPARE_EVERY_MS) owed ??= 'timer';
    await applySettings();
    if (owed === null) return;
    await putRight(owed, options);
    owed = null;
    comparedAtMs = clock.steadyMs();
  };

  await engine.writeGeneration(generation);
  await applySettings();
  return repeat(look, onError);
}

async function putRight(
  reason: ReconcileReason,
  { ledger, engine, events, blocks, wake }: ReconcilerOptions,
): Promise<void> {
  if (reason === 'engine-wiped') await haltQueues(engine, blocks);
  if (reason === 'clock-jump') await promoteDelayed(engine);
  const { missing, stale } = await compareWithEngine(ledger, engine);
  await removeTraces(engine, missing, reason);
  ledger.refillOutbox(missing);
  for (const job of stale) await engine.queue(job.stage).remove(jobId(job));
  if (missing.length > 0) wake();
  if (reason === 'timer' && missing.length + stale.length === 0) return;
  const detail = { reason, missing: missing.length, stale: stale.length };
  events.append({ actor: 'system', kind: 'engine.reconciled', runId: null, setId: null, photoId: null, detail });
}

/**
 * A server that loses a list and keeps its jobs takes each of them for one that is there: adding it is a no-op, and it never runs. What is removed here
 * and was on its way after all is added again; a job that is being run stays.
 */
async function removeTraces(engine: Engine, missing: readonly Job[], reason: ReconcileReason): Promise<void> {
  for (let first = 0; first < missing.length; first += REMOVED_AT_ONCE) {
    const some = missing.slice(first, first + REMOVED_AT_ONCE);
    await Promise.all(some.map((job) => engine.queue(job.stage).remove(jobId(job))));
  }
  if (reason === 'engine-wiped') return;
  // Of jobs that are due no more nobody would ask again.
  for (const stage of new Set(missing.map((job) => job.stage))) await engine.queue(stage).removeOrphanedJobs();
}

/** The engine holds the instant at which a delayed job is due; where the clock was set back, that is hours away. Too early only shortens a pause. */
async function promoteDelayed(engine: Engine): Promise<void> {
  for (const { name } of stages) await engine.queue(name).promoteJobs();
}

/** One look after the other, a pause between them; one that fails is told and followed by the next. */
function repeat(look: () => Promise<void>, onError: (error: unknown) => void): Reconciler {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let looking = Promise.resolve();
  const schedule = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      looking = look().catch(onError).then(schedule);
    }, GENERATION_POLL_MS);
  };
  schedule();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
