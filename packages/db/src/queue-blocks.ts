import { haltMs, probeDelayMs, type Blocking, type QueueBlock, type QueueBlocks } from '@proofline/domain/blocking.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import type { StageName } from '@proofline/domain/stage.ts';
import { SYSTEM } from './event-log.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** The rows behind the halted stages. Everything but `list` and `of` belongs into the transaction that completes or ends work. */
export type QueueBlockRecords = QueueBlocks & {
  /** A run ended otherwise than blocked: if it started after its stage was halted, the stage goes on. */
  resume(stage: StageName, runToken: string): void;
  /** A halt ends, too, when nothing is due any more that could probe. */
  resumeIdle(): void;
};

export function createQueueBlocks(unit: UnitOfWork, events: EventLog, random: () => number): QueueBlockRecords {
  const { sqlite } = unit;
  /** Halts that could not be written down: the database itself is what is blocked. */
  const unwritten = new Map<StageName, QueueBlock>();
  const columns = `stage, condition, reason, blocked_at AS blockedAt, probes, next_probe_at AS nextProbeAt`;
  const selectAll = sqlite.prepare<[], QueueBlock>(`SELECT ${columns} FROM queue_blocks`);
  const select = sqlite.prepare<[string], QueueBlock>(`SELECT ${columns} FROM queue_blocks WHERE stage = ?`);
  const write = sqlite.prepare(
    `INSERT OR REPLACE INTO queue_blocks (stage, condition, reason, blocked_at, probes, next_probe_at)
     VALUES (@stage, @condition, @reason, @blockedAt, @probes, @nextProbeAt)`,
  );
  const remove = sqlite.prepare(`DELETE FROM queue_blocks WHERE stage = ?`);
  const startOf = sqlite.prepare<[string], string>(`SELECT started_at FROM stage_attempts WHERE run_token = ?`).pluck();
  // Not by the index over sets, states and stages: it holds every photo there is, this one what is in flight.
  const due = sqlite
    .prepare<[string, string], number>(
      `SELECT 1 FROM photos INDEXED BY photos_due WHERE state IN ('queued', 'running', 'rolling-back') AND stage = ?
       UNION ALL SELECT 1 FROM photo_sets WHERE state IN ('queued', 'running') AND stage = ? LIMIT 1`,
    )
    .pluck();

  const of = (stage: StageName) => unwritten.get(stage) ?? select.get(stage) ?? null;

  /** Several runs meet one outage at the same moment: only the first of them after a halt counts as its probe. */
  function haltAs(stage: StageName, blocking: Blocking): QueueBlock {
    const open = of(stage);
    if (open !== null && haltMs(open, Date.parse(unit.now())) > 0) return open;
    const probes = (open?.probes ?? 0) + 1;
    const { condition, reason } = blocking;
    const blockedAt = open?.blockedAt ?? unit.now();
    return { stage, condition, reason, blockedAt, probes, nextProbeAt: unit.after(probeDelayMs(probes, random())) };
  }

  function writeDown(block: QueueBlock): void {
    const known = select.get(block.stage);
    write.run(block);
    if (known?.condition !== block.condition) tell('queue.blocked', block);
  }

  function close(block: QueueBlock, because: string): void {
    if (unwritten.delete(block.stage)) writeDown(block);
    remove.run(block.stage);
    tell('queue.resumed', block, { because });
  }

  function tell(kind: string, { stage, condition, reason, blockedAt, probes }: QueueBlock, more = {}): void {
    const detail = { stage, condition, reason, blockedAt, probes, ...more };
    events.append({ actor: SYSTEM, kind, runId: null, setId: null, photoId: null, detail });
  }

  const list = () => {
    const written = selectAll.all().filter(({ stage }) => !unwritten.has(stage));
    return [...written, ...unwritten.values()].toSorted((a, b) => a.blockedAt.localeCompare(b.blockedAt));
  };

  return {
    list,
    of,
    halt(stage, blocking) {
      const block = haltAs(stage, blocking);
      try {
        unit.write(() => writeDown(block));
        unwritten.delete(stage);
      } catch (error) {
        // Within a run's completion the halt is part of it, and the whole of it did not happen.
        if (sqlite.inTransaction) throw error;
        unwritten.set(stage, block);
      }
    },
    resume(stage, runToken) {
      const block = of(stage);
      const startedAt = startOf.get(runToken);
      if (block === null || startedAt === undefined || startedAt < block.blockedAt) return;
      close(block, 'a run of the stage was not blocked');
    },
    resumeIdle() {
      for (const block of list()) {
        if (due.get(block.stage, block.stage) === undefined) close(block, 'nothing of the stage is due any more');
      }
    },
  };
}
