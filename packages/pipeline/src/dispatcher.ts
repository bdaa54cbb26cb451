import { jobId, type OutboxEntry, type WorkLedger } from '@proofline/domain/work-ledger.ts';
import type { Engine } from './engine/engine.ts';

/** Rows taken from the outbox at once: large enough for the engine's bulk add, small enough to stay responsive. */
const BATCH = 500;
/** How often the outbox is looked at without being woken: for rows whose time has come, and for what another process wrote. */
const IDLE_MS = 500;

export type Dispatcher = {
  /** Something was written to the outbox. */
  wake(): void;
  stop(): Promise<void>;
};

/**
 * Moves outbox rows into the engine and forgets them. A crash in between is harmless: job ids are deterministic, so a second add is a no-op. When
 * the engine does not take them they stay, and the next round tries again.
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
  let notify: () => void = () => {};

  const idle = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, IDLE_MS);
      notify = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const loop = async () => {
    while (!stopped) {
      woken = false;
      let moved = 0;
      try {
        moved = await moveBatch(ledger, engine);
      } catch (error) {
        onError(error);
      }
      if (moved < BATCH && !woken && !stopped) await idle();
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
      notify();
      await running;
    },
  };
}

async function moveBatch(ledger: WorkLedger, engine: Engine): Promise<number> {
  const entries = ledger.outbox(BATCH);
  for (const [stage, group] of Map.groupBy(entries, ({ job }) => job.stage)) {
    await engine.queue(stage).addBulk(
      group.map(({ job, delayMs }: OutboxEntry) => ({
        name: stage,
        data: job,
        opts: { jobId: jobId(job), delay: delayMs },
      })),
    );
    ledger.forgetOutbox(group.map(({ id }) => id));
  }
  return entries.length;
}
