import { haltMs, probeDelayMs, type Blocking, type QueueBlock, type QueueBlocks } from '@proofline/domain/blocking.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import type { StageName } from '@proofline/domain/stage.ts';
import type { Job } from '@proofline/domain/work-ledger.ts';
import { SYSTEM } from './event-log.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** The rows behind the halted stages. Everything but `list` and `of` belongs into the transaction that completes or ends work. */
export type QueueBlockRecords = QueueBlocks & {
  /** As `halt`, for the part of the stage that needs one captioner. */
  haltCaptioner(stage: StageName, captioner: string, blocking: Blocking): void;
  /** A run ended otherwise than blocked: if it started after what it belongs to was halted, that goes on. */
  resume(job: Job, runToken: string): void;
  /** A halt ends, too, when nothing is due any more that could probe. */
  resumeIdle(): void;
};

export function createQueueBlocks(unit: UnitOfWork, events: EventLog, random: () => number): QueueBlockRecords {
  const { sqlite } = unit;
  /** Halts that could not be written down: the database itself is what is blocked. */
  const unwritten = new Map<string, QueueBlock>();
  const columns = `stage, nullif(captioner, '') AS captioner, condition, reason, blocked_at AS blockedAt, probes, next_probe_at AS nextProbeAt`;
  const selectAll = sqlite.prepare<[], QueueBlock>(`SELECT ${columns} FROM queue_blocks`);
  const select = sqlite.prepare<[string, string], QueueBlock>(
    `SELECT ${columns} FROM queue_blocks WHERE stage = ? AND captioner = ?`,
  );
  const captionerOf = sqlite
    .prepare<[number], string>(
      `SELECT s.captioner FROM photos p CROSS JOIN photo_sets s ON s.id = p.set_id WHERE p.id = ?`,
    )
    .pluck();
  const write = sqlite.prepare(
    `INSERT OR REPLACE INTO queue_blocks (stage, captioner, condition, reason, blocked_at, probes, next_probe_at)
     VALUES (@stage, coalesce(@captioner, ''), @condition, @reason, @blockedAt, @probes, @nextProbeAt)`,
  );
  const remove = sqlite.prepare(`DELETE FROM queue_blocks WHERE stage = ? AND captioner = ?`);
  const startOf = sqlite.prepare<[string], string>(`SELECT started_at FROM stage_attempts WHERE run_token = ?`).pluck();
  // Not by the index over sets, states and stages: it holds every photo there is, this one what is in flight.
  const due = sqlite
    .prepare<[string, string], number>(
      `SELECT 1 FROM photos INDEXED BY photos_due WHERE state IN ('queued', 'running', 'rolling-back') AND stage = ?
       UNION ALL SELECT 1 FROM photo_sets WHERE state IN ('queued', 'running') AND stage = ? LIMIT 1`,
    )
    .pluck();
  const dueOfCaptioner = sqlite
    .prepare<[string, string], number>(
      `SELECT 1 FROM photos p INDEXED BY photos_due CROSS JOIN photo_sets s ON s.id = p.set_id
       WHERE p.state IN ('queued', 'running', 'rolling-back') AND p.stage = ? AND s.captioner = ? LIMIT 1`,
    )
    .pluck();

  const keyOf = (stage: StageName, captioner: string | null) => `${stage} ${captioner ?? ''}`;
  const of = (stage: StageName, captioner: string | null = null) =>
    unwritten.get(keyOf(stage, captioner)) ?? select.get(stage, captioner ?? '') ?? null;

  function ofPhoto(stage: StageName, photoId: number): QueueBlock | null {
    const captioner = captionerOf.get(photoId);
    return captioner === undefined ? null : of(stage, captioner);
  }

  /** Several runs meet one outage at the same moment: only the first of them after a halt counts as its probe. */
  function haltAs(stage: StageName, captioner: string | null, blocking: Blocking): QueueBlock {
    const open = of(stage, captioner);
    if (open !== null && haltMs(open, Date.parse(unit.now())) > 0) return open;
    const probes = (open?.probes ?? 0) + 1;
    const { condition, reason } = blocking;
    const blockedAt = open?.blockedAt ?? unit.now();
    const nextProbeAt = unit.after(probeDelayMs(probes, random()));
    return { stage, captioner, condition, reason, blockedAt, probes, nextProbeAt };
  }

  function writeDown(block: QueueBlock): void {
    const known = select.get(block.stage, block.captioner ?? '');
    write.run(block);
    if (known?.condition !== block.condition) tell('queue.blocked', block);
  }

  function close(block: QueueBlock, because: string): void {
    if (unwritten.delete(keyOf(block.stage, block.captioner))) writeDown(block);
    remove.run(block.stage, block.captioner ?? '');
    tell('queue.resumed', block, { because });
  }

  function tell(kind: string, { nextProbeAt: _next, captioner, ...block }: QueueBlock, more = {}): void {
    const detail = { ...block, ...(captioner !== null && { captioner }), ...more };
    events.append({ actor: SYSTEM, kind, runId: null, setId: null, photoId: null, detail });
  }

  const list = () => {
    const written = selectAll.all().filter(({ stage, captioner }) => !unwritten.has(keyOf(stage, captioner)));
    return [...written, ...unwritten.values()].toSorted((a, b) => a.blockedAt.localeCompare(b.blockedAt));
  };

  function halt(stage: StageName, captioner: string | null, blocking: Blocking): void {
    const block = haltAs(stage, captioner, blocking);
    try {
      unit.write(() => writeDown(block));
      unwritten.delete(keyOf(stage, captioner));
    } catch (error) {
      // Within a run's completion the halt is part of it, and the whole of it did not happen.
      if (sqlite.inTransaction) throw error;
      unwritten.set(keyOf(stage, captioner), block);
    }
  }

  return {
    list,
    of,
    ofPhoto,
    halt: (stage, blocking) => halt(stage, null, blocking),
    haltCaptioner: halt,
    resume({ stage, subject }, runToken) {
      const blocks = [of(stage), subject.kind === 'photo' ? ofPhoto(stage, subject.id) : null];
      const startedAt = startOf.get(runToken);
      for (const block of blocks) {
        if (block === null || startedAt === undefined || startedAt < block.blockedAt) continue;
        close(block, 'a run of the stage was not blocked');
      }
    },
    resumeIdle() {
      for (const block of list()) {
        const { stage, captioner } = block;
        const isDue = captioner === null ? due.get(stage, stage) : dueOfCaptioner.get(stage, captioner);
        if (isDue === undefined) close(block, 'nothing of the stage is due any more');
      }
    },
  };
}
