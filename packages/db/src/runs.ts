import type { Actor } from '@proofline/domain/actor.ts';
import { eq } from 'drizzle-orm';
import type { EventLog } from '@proofline/domain/event.ts';
import { runs } from './schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export type Runs = {
  /** The id of the open run; opens one when there is none, or when all work of the open one is done. */
  joinOrOpen(actor: Actor): number;
};

/** A finished run is closed when the next set is added: nobody needs to know earlier, so no photo has to look. */
export function createRuns(unit: UnitOfWork, events: EventLog): Runs {
  const { orm, sqlite } = unit;
  const openRun = sqlite.prepare<[], number>(`SELECT id FROM runs WHERE state = 'open'`).pluck();
  const hasWork = sqlite
    .prepare<[number], number>(
      `SELECT 1 FROM photo_sets s WHERE s.run_id = ? AND (
         s.state IN ('queued', 'running', 'rolling-back')
         OR EXISTS (SELECT 1 FROM photos WHERE set_id = s.id AND state IN ('queued', 'running', 'waiting', 'rolling-back'))
       ) LIMIT 1`,
    )
    .pluck();
  const record = (runId: number, kind: string, actor: Actor) =>
    events.append({ actor: actor.name, kind, runId, setId: null, photoId: null, detail: {} });

  return {
    joinOrOpen(actor) {
      const open = openRun.get();
      if (open !== undefined) {
        if (hasWork.get(open) !== undefined) return open;
        orm.update(runs).set({ state: 'closed' }).where(eq(runs.id, open)).run();
        record(open, 'run.closed', actor);
      }
      const { id } = orm
        .insert(runs)
        .values({ state: 'open', openedAt: unit.now(), openedBy: actor.name })
        .returning({ id: runs.id })
        .get();
      record(id, 'run.opened', actor);
      return id;
    },
  };
}
