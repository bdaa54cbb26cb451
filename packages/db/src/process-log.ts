import type { EventLog } from '@proofline/domain/event.ts';
import type { ProcessLog, UnfinishedProcess } from '@proofline/domain/process-log.ts';
import { SYSTEM } from './event-log.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** The processes that worked on this file; runs carry the number of theirs. */
export type Processes = ProcessLog & {
  /** Number of this process; null before `begin` or `join`. */
  current(): number | null;
  /** False once the system has declared this process dead: what it held was given to others. */
  isCounted(): boolean;
  /** The system saw that a worker's process is gone. Returns its number; null when it had joined not yet or ended in good order. */
  bury(workerPid: number): number | null;
};

type Role = 'system' | 'worker';
type Unfinished = UnfinishedProcess & { readonly role: Role };

const ENDED = `ended_at = ?, ending = CASE WHEN stop_requested_at IS NULL THEN 'died' ELSE 'cut-short' END`;

export function createProcesses(unit: UnitOfWork, events: EventLog): Processes {
  const { sqlite } = unit;
  let current: number | null = null;
  const endUnfinished = sqlite.prepare<[string], Unfinished>(
    `UPDATE processes SET ${ENDED} WHERE ending IS NULL RETURNING pid, started_at AS startedAt, ending, role`,
  );
  const insert = sqlite
    .prepare<[number, string, Role], number>(
      `INSERT INTO processes (pid, started_at, role) VALUES (?, ?, ?) RETURNING id`,
    )
    .pluck();
  const requestStop = sqlite.prepare(
    `UPDATE processes SET stop_requested_at = ? WHERE id = ? AND stop_requested_at IS NULL`,
  );
  const end = sqlite.prepare(`UPDATE processes SET ended_at = ?, ending = 'orderly' WHERE id = ? AND ending IS NULL`);
  const isOpen = sqlite.prepare<[number], number>(`SELECT 1 FROM processes WHERE id = ? AND ending IS NULL`).pluck();
  const bury = sqlite.prepare<[string, number], UnfinishedProcess & { readonly id: number }>(
    `UPDATE processes SET ${ENDED} WHERE pid = ? AND role = 'worker' AND ending IS NULL
     RETURNING id, pid, started_at AS startedAt, ending`,
  );

  const tell = (kind: string, detail: Readonly<Record<string, unknown>>) =>
    events.append({ actor: SYSTEM, kind, runId: null, setId: null, photoId: null, detail });

  return {
    current: () => current,
    isCounted: () => current === null || isOpen.get(current) !== undefined,
    begin: (pid) =>
      unit.write(() => {
        const before = endUnfinished.all(unit.now()).findLast(({ role }) => role === 'system');
        current = insert.get(pid, unit.now(), 'system') ?? null;
        if (before === undefined) return null;
        const unfinished: UnfinishedProcess = {
          pid: before.pid,
          startedAt: before.startedAt,
          ending: before.ending,
        };
        tell(unfinished.ending === 'died' ? 'process.died' : 'process.cut-short', unfinished);
        return unfinished;
      }),
    join(pid) {
      current = insert.get(pid, unit.now(), 'worker') ?? null;
    },
    bury: (workerPid) =>
      unit.write(() => {
        const buried = bury.get(unit.now(), workerPid);
        if (buried === undefined) return null;
        const { id, ...detail } = buried;
        tell(buried.ending === 'died' ? 'worker.died' : 'worker.cut-short', detail);
        return id;
      }),
    requestStop: () => void requestStop.run(unit.now(), current),
    end: () => void end.run(unit.now(), current),
  };
}
