import { reachFaultPoint } from '@proofline/domain/fault-point.ts';
import { eachAlone, type CommitTogether } from '@proofline/domain/commit-together.ts';
import type { StageName } from '@proofline/domain/stage.ts';
import { jobId, type WorkLedger } from '@proofline/domain/work-ledger.ts';
import type { Engine } from './engine/engine.ts';

/** Jobs that a queue of the engine holds at most; the rest waits in SQLite, where waiting costs nothing. Far more than any worker takes at once. */
const WINDOW = 500;
/** Of the first round, so that workers get something to do at once; each round after it moves up to four times as many, until the window is full. */
const FIRST_JOBS = 20;
const GROWTH = 4;
/** Room that a queue was counted to have is used up to here before it is counted again: it can only have grown meanwhile. */
const COUNT_AGAIN_BELOW = 100;
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
  commitTogether = eachAlone,
  onError,
}: {
  readonly ledger: WorkLedger;
  readonly engine: Engine;
  /** What was handed over is forgotten in one flush to the disk with whatever is written at that moment; without it, in its own. */
  readonly commitTogether?: CommitTogether;
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

  const rooms = new Map<StageName, number>();
  let most = FIRST_JOBS;
  const loop = async () => {
    while (!stopped) {
      woken = false;
      let someFull = false;
      try {
        someFull = await moveWindows(ledger, engine, { rooms, most }, commitTogether);
        most = Math.min(WINDOW, most * GROWTH);
      } catch (error) {
        // How much of it the engine took before it refused is not known.
        rooms.clear();
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

/** Resolves with whether more is due than was handed over. What was handed over is forgotten together: one write, not one per queue. */
async function moveWindows(
  ledger: WorkLedger,
  engine: Engine,
  { rooms, most }: { readonly rooms: Map<StageName, number>; readonly most: number },
  commitTogether: CommitTogether,
): Promise<boolean> {
  const moved = new Map<StageName, readonly number[]>();
  let someFull = false;
  try {
    for (const stage of ledger.outboxStages()) {
      const room = await roomOf(stage, engine, rooms);
      const taken = Math.min(room, most);
      const ids = await moveWindow(stage, taken, ledger, engine);
      rooms.set(stage, room - ids.length);
      if (ids.length > 0) moved.set(stage, ids);
      someFull ||= ids.length === taken;
    }
  } finally {
    if (moved.size > 0) await commitTogether(() => ledger.forgetOutbox([...moved.values()].flat()));
  }
  for (const stage of moved.keys()) reachFaultPoint('outbox-forgotten', stage);
  return someFull;
}

async function roomOf(stage: StageName, engine: Engine, rooms: ReadonlyMap<StageName, number>): Promise<number> {
  const known = rooms.get(stage) ?? 0;
  if (known >= COUNT_AGAIN_BELOW) return known;
  const held = await engine.queue(stage).getJobCountByTypes('waiting', 'delayed', 'prioritized');
  return Math.max(0, WINDOW - held);
}

/** Ids of the outbox rows that were handed over. */
async function moveWindow(
  stage: StageName,
  room: number,
  ledger: WorkLedger,
  engine: Engine,
): Promise<readonly number[]> {
  const entries = room === 0 ? [] : ledger.outbox(room, stage);
  if (entries.length === 0) return [];
  reachFaultPoint('outbox-read', stage);
  await engine
    .queue(stage)
    .addBulk(
      entries.map(({ job, delayMs }) => ({ name: stage, data: job, opts: { jobId: jobId(job), delay: delayMs } })),
    );
  reachFaultPoint('jobs-added', stage);
  return entries.map(({ id }) => id);
}
