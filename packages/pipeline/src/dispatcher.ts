import { reachFaultPoint } from '@proofline/domain/fault-point.ts';
import type { StageName } from '@proofline/domain/stage.ts';
import { jobId, type WorkLedger } from '@proofline/domain/work-ledger.ts';
import type { Engine } from './engine/engine.ts';

/** Jobs that a queue of the engine holds at most; the rest waits in SQLite, where waiting costs nothing. Far more than any worker takes at once. */
const WINDOW = 500;
/** How often the outbox is looked at without being woken: for what another process wrote, and after the engine refused. */
const IDLE_MS = 500;
/** After a round in which a queue was full, this long passes before its room is counted again, however often a run ends meanwhile. */
const FULL_MS = 100;

export type Dispatcher = {
  /** Something was written to the outbox, or a queue has room again. */
  wake(): void;
  stop(): Promise<void>;
};

/**
 * Moves outbox rows into the engine, as many as each queue has room for, and forgets them. A crash in between is harmless: job ids are
 * deterministic, so a second add is a no-op. When the engine does not take them they stay, and the next round tries again.
 */
export function startDispatcher({
  ledger,
  engine,
  onError,
}: {
  readonly ledger: WorkLedger;
  readonly engine: Engine;
  readonly onError: (error: unknown) => void;
}): Dispatcher {
  let stopped = false;
  let woken = false;
  let endPause: () => void = () => {};
  let notify: () => void = () => {};

  const pause = (ms: number, { wakes }: { readonly wakes: boolean }) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
      notify = wakes ? endPause : () => {};
    });

  const loop = async () => {
    while (!stopped) {
      woken = false;
      let someFull = false;
      try {
        someFull = await moveWindows(ledger, engine);
      } catch (error) {
        onError(error);
      }
      if (stopped) return;
      if (someFull) await pause(FULL_MS, { wakes: false });
      else if (!woken) await pause(IDLE_MS, { wakes: true });
    }
  };
  const running = loop();

  return {
    wake() {
      woken = true;
      notify();
    },
    async stop() {
      stopped = true;
      endPause();
      await running;
    },
  };
}

/** Resolves with whether a queue was too full for what is due. */
async function moveWindows(ledger: WorkLedger, engine: Engine): Promise<boolean> {
  let someFull = false;
  for (const stage of ledger.outboxStages()) {
    const isFull = await moveWindow(stage, ledger, engine);
    someFull ||= isFull;
  }
  return someFull;
}

async function moveWindow(stage: StageName, ledger: WorkLedger, engine: Engine): Promise<boolean> {
  const queue = engine.queue(stage);
  const held = await queue.getJobCountByTypes('waiting', 'delayed', 'prioritized');
  const room = Math.max(0, WINDOW - held);
  const entries = room === 0 ? [] : ledger.outbox(room, stage);
  if (entries.length > 0) {
    reachFaultPoint('outbox-read', stage);
    await queue.addBulk(
      entries.map(({ job, delayMs }) => ({ name: stage, data: job, opts: { jobId: jobId(job), delay: delayMs } })),
    );
    reachFaultPoint('jobs-added', stage);
    ledger.forgetOutbox(entries.map(({ id }) => id));
    reachFaultPoint('outbox-forgotten', stage);
  }
  return entries.length === room;
}
