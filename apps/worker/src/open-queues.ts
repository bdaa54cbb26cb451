import { setTimeout as sleep } from 'node:timers/promises';
import type { Stores } from '@proofline/db/open-stores.ts';
import { DomainError } from '@proofline/domain/domain-error.ts';
import type { Event } from '@proofline/domain/event.ts';
import { reachFaultPoint } from '@proofline/domain/fault-point.ts';
import type { QueueView } from '@proofline/domain/queue-view.ts';
import { stageNames } from '@proofline/domain/stage.ts';
import type { Job } from '@proofline/domain/work-ledger.ts';
import { startDispatcher } from '@proofline/pipeline/dispatcher.ts';
import { EngineLostError, type Engine } from '@proofline/pipeline/engine/engine.ts';
import { haltQueues } from '@proofline/pipeline/halt-queues.ts';
import { startReconciler } from '@proofline/pipeline/reconciler.ts';
import { startRunner, type RunnerOptions } from '@proofline/pipeline/runner.ts';
import type { Logger } from '@proofline/runtime/logger.ts';
import { takeBackJobs } from '@proofline/pipeline/take-back-jobs.ts';
import { viewQueues } from '@proofline/pipeline/view-queues.ts';
import { closeInOrder } from './close-in-order.ts';
import { STOP_GRACE_MS } from './stop-grace.ts';

/** What stands on a lost engine may take this long to let go of it; then it is left behind. */
const LET_GO_MS = 15_000;
/** Pauses between tries to open a new engine; the last one repeats. */
const REOPEN_DELAYS_MS = [0, 1_000, 2_000, 5_000, 10_000, 30_000];

export type QueuesOptions = {
  readonly openEngine: () => Promise<Engine>;
  readonly stores: Pick<Stores, 'workLedger' | 'commitTogether' | 'events' | 'queueBlocks' | 'stageSettings'>;
  /** Null where workers run everything. */
  readonly run: Omit<RunnerOptions, 'engine' | 'wake' | 'onError'> | null;
  /** Called after each run. */
  readonly onRun: () => void;
  readonly onEngineLost: (lost: EngineLostError) => void;
  readonly log: (name: string) => Pick<Logger, 'info' | 'warn' | 'error'>;
};

/** The engine with all that stands on it: dispatcher, reconciler and runner. */
export type Queues = {
  /** Something became due. */
  wake(): void;
  /** Jobs that are being run. */
  underWay(): readonly Job[];
  /** Lets others run what the worker of this name, which is gone, was running. */
  takeBack(workerName: string): Promise<void>;
  /** The engine as it is. */
  readonly view: QueueView;
  /** Takes no new work, finishes or hands back what runs. */
  close(): Promise<void>;
};

/**
 * Works off what is in the outbox, and goes on when the engine is lost: what stood on it lets go, a new engine is opened and filled from SQLite.
 * Nothing of the truth was in the old one.
 */
export async function openQueues(options: QueuesOptions): Promise<Queues> {
  const closing = new AbortController();
  let rebuilding = Promise.resolve();
  const onLost = (lost: EngineLostError) => {
    if (closing.signal.aborted) return;
    rebuilding = rebuilding.then(() => rebuild(lost));
  };
  let current: Queues | null = await openOnce(options, onLost);

  async function rebuild(lost: EngineLostError): Promise<void> {
    const lostAtMs = performance.now();
    options.onEngineLost(lost);
    append(options, 'engine.lost', { reason: lost.message });
    await letGo(current, options);
    current = null;
    if (closing.signal.aborted) return;
    const dueJobs = options.stores.workLedger.refillOutbox();
    current = await reopen(options, onLost, closing.signal);
    if (current === null) return;
    append(options, 'engine.rebuilt', { dueJobs, afterMs: Math.round(performance.now() - lostAtMs) });
  }

  function present(): Queues {
    if (current === null)
      throw new DomainError('conflict', 'the queue engine was lost and another one is being filled; look again soon');
    return current;
  }

  return {
    wake: () => current?.wake(),
    underWay: () => current?.underWay() ?? [],
    // An engine that was lost is filled anew.
    takeBack: async (workerName) => current?.takeBack(workerName),
    view: { all: () => present().view.all(), jobs: (...which) => present().view.jobs(...which) },
    async close() {
      closing.abort();
      await rebuilding;
      await current?.close();
    },
  };
}

async function openOnce(options: QueuesOptions, onLost: (lost: EngineLostError) => void): Promise<Queues> {
  const { openEngine, stores, run, onRun, log } = options;
  const ledger = stores.workLedger;
  const closing = closeInOrder();
  try {
    const engine = await openEngine();
    closing.last(() => engine.close());
    engine.onError((error) => log('engine').warn({ err: error }, 'the queue engine reported a fault'));
    // The embedded one has just begun, with nothing in it.
    if (engine.kind !== 'embedded') await engine.clear(stageNames);
    reachFaultPoint('engine-cleared');
    await haltQueues(engine, stores.queueBlocks);

    const dispatcher = startDispatcher({
      ledger,
      engine,
      commitTogether: stores.commitTogether,
      onError: (error) =>
        log('dispatcher').error({ err: error }, 'due work could not be handed to the queue; it stays due'),
    });
    closing.last(() => dispatcher.stop());
    const wake = () => dispatcher.wake();
    const reconciler = await startReconciler({
      engine,
      ledger,
      events: stores.events,
      blocks: stores.queueBlocks,
      settings: stores.stageSettings,
      wake,
      onError: (error) =>
        log('reconciler').warn({ err: error }, 'the queue engine could not be compared with the truth; trying again'),
    });
    closing.last(() => reconciler.stop());
    const runner =
      run === null
        ? null
        : startRunner({
            ...run,
            engine,
            wake: () => {
              wake();
              onRun();
            },
            onError: (error, job) => log('runner').error({ err: error, job }, 'a run could not be written down'),
          });
    closing.last(() => runner?.stop(STOP_GRACE_MS));
    // Only now: an engine that is lost before fails to open.
    engine.onError((error) => {
      if (error instanceof EngineLostError) onLost(error);
    });
    return {
      wake,
      underWay: () => runner?.underWay() ?? [],
      view: viewQueues(engine),
      takeBack: async (workerName) => void (await takeBackJobs(engine, stageNames, workerName)),
      close: () => closing.close(),
    };
  } catch (error) {
    await closing.close();
    throw error;
  }
}

/** Runs under way end and write their outcome down; only then is what they leave due handed to the next engine. */
async function letGo(lost: Queues | null, { log }: QueuesOptions): Promise<void> {
  if (lost === null) return;
  const patience = new AbortController();
  const tooLong = sleep(LET_GO_MS, undefined, { signal: patience.signal }).then(
    () => log('engine').warn({}, 'not everything let go of the lost queue engine; going on without it'),
    () => {},
  );
  const closed = lost
    .close()
    .catch((error: unknown) => log('engine').warn({ err: error }, 'the lost queue engine could not be closed'));
  await Promise.race([closed, tooLong]);
  patience.abort();
}

/** Null when everything is closed meanwhile. */
async function reopen(
  options: QueuesOptions,
  onLost: (lost: EngineLostError) => void,
  closing: AbortSignal,
): Promise<Queues | null> {
  for (let tries = 0; ; tries += 1) {
    await sleep(REOPEN_DELAYS_MS[tries] ?? REOPEN_DELAYS_MS.at(-1), undefined, { signal: closing }).catch(() => {});
    if (closing.aborted) return null;
    try {
      return await openOnce(options, onLost);
    } catch (error) {
      options.log('engine').error({ err: error }, 'a new queue engine could not be opened; trying again');
    }
  }
}

function append({ stores }: QueuesOptions, kind: string, detail: Event['detail']): void {
  stores.events.append({ actor: 'system', kind, runId: null, setId: null, photoId: null, detail });
}
