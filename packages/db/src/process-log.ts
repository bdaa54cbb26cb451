import type { EventLog } from '@proofline/domain/event.ts';
import type { ProcessLog, UnfinishedProcess } from '@proofline/domain/process-log.ts';
import { SYSTEM } from './event-log.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** The processes that worked on this file; runs carry the number of theirs. */
export type Processes = ProcessLog & {
  /** Number of this process; null before `begin`. */
  current(): number | null;
};

export function createProcesses(unit: UnitOfWork, events: EventLog): Processes {
  const { sqlite } = unit;
  let current: number | null = null;
  const endUnfinished = sqlite.prepare<[string], UnfinishedProcess>(
    `UPDATE processes SET ended_at = ?, ending = CASE WHEN stop_requested_at IS NULL THEN 'died' ELSE 'cut-short' END
     WHERE ending IS NULL RETURNING pid, started_at AS startedAt, ending`,
  );
  const insert = sqlite
    .prepare<[number, string], number>(`INSERT INTO processes (pid, started_at) VALUES (?, ?) RETURNING id`)
    .pluck();
  const requestStop = sqlite.prepare(
    `UPDATE processes SET stop_requested_at = ? WHERE id = ? AND stop_requested_at IS NULL`,
  );
  const end = sqlite.prepare(`UPDATE processes SET ended_at = ?, ending = 'orderly' WHERE id = ? AND ending IS NULL`);

  return {
    current: () => current,
    begin: (pid) =>
      unit.write(() => {
        const unfinished = endUnfinished.all(unit.now()).at(-1) ?? null;
        current = insert.get(pid, unit.now()) ?? null;
        if (unfinished !== null) {
          const kind = unfinished.ending === 'died' ? 'process.died' : 'process.cut-short';
          events.append({ actor: SYSTEM, kind, runId: null, setId: null, photoId: null, detail: unfinished });
        }
        return unfinished;
      }),
    requestStop: () => void requestStop.run(unit.now(), current),
    end: () => void end.run(unit.now(), current),
  };
}
