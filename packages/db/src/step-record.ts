import type { RecordedStep } from './recorded-step.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Steps of publications, in the table or on their way there. */
export type StepRecord = {
  /** To be written with what must last, or to be seen, whichever comes first. */
  keep(step: RecordedStep): void;
  /** Kept and not written. */
  keptOf(token: string): readonly RecordedStep[];
  /** Within the caller's transaction. */
  write(steps: readonly RecordedStep[]): void;
  /** Within the caller's transaction, whichever run left them. */
  writeLeftOf(publicationId: number): void;
  forget(token: string): void;
};

/** Where many photos are quick, writing each of their steps would take longer than the steps; where they are slow, each is seen as it is done. */
const SHOW_EVERY_MS = 250;

export function createStepRecord(unit: UnitOfWork, isHeld: (step: RecordedStep) => boolean): StepRecord {
  const { sqlite } = unit;
  const insert = sqlite.prepare(
    `INSERT INTO publication_steps (publication_id, step, finished_at, detail) VALUES (?, ?, ?, ?)
     ON CONFLICT (publication_id, step) DO UPDATE SET finished_at = excluded.finished_at, detail = excluded.detail`,
  );
  /**
   * Steps of runs under way, and of failed ones: each would be a transaction of its own. A crash loses them, and the next run finds out from the site
   * itself how far this one got.
   */
  let kept: readonly RecordedStep[] = [];
  const drop = (isDropped: (step: RecordedStep) => boolean) => void (kept = kept.filter((step) => !isDropped(step)));
  /** When steps were last written to be seen, in milliseconds since 1970. */
  let shownAtMs = 0;

  function write(steps: readonly RecordedStep[]): void {
    for (const { publicationId, step, finishedAt, detail } of steps)
      insert.run(publicationId, step, finishedAt, JSON.stringify(detail));
  }

  /**
   * Writes down how far the runs of this process are, for who looks on from another one: in the file at once, on the disk with the next commit that waits
   * for it. Not what was there before: that belongs to `embedded`.
   */
  function show(): void {
    const nowMs = Date.parse(unit.now());
    if (sqlite.inTransaction || Math.abs(nowMs - shownAtMs) < SHOW_EVERY_MS) return;
    shownAtMs = nowMs;
    const shown = new Set(kept.filter((step) => step.step !== 'previous-kept' && isHeld(step)));
    if (shown.size === 0) return;
    unit.writeUnflushed(() => write([...shown]));
    drop((step) => shown.has(step));
  }

  return {
    keep(step) {
      kept = [...kept, step];
      show();
    },
    keptOf: (token) => kept.filter((step) => step.token === token),
    write,
    writeLeftOf(publicationId) {
      write(kept.filter((step) => step.publicationId === publicationId));
      drop((step) => step.publicationId === publicationId);
    },
    forget: (token) => drop((step) => step.token === token),
  };
}
