import type { Event, EventLog } from '@proofline/domain/event.ts';
import { and, asc, desc, eq, gt, type SQL } from 'drizzle-orm';
import type { Position } from './positions.ts';
import { events } from './schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

const DEFAULT_LIMIT = 200;

/** Who acts where no person does. */
export const SYSTEM = 'system';

export function createEventLog(unit: UnitOfWork): EventLog {
  const insert = unit.sqlite.prepare(
    `INSERT INTO events (at, actor, kind, run_id, set_id, photo_id, detail) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  return {
    list({ after = 0, photoId, setId, limit = DEFAULT_LIMIT }) {
      const wanted: SQL[] = [gt(events.id, after)];
      if (photoId !== undefined) wanted.push(eq(events.photoId, photoId));
      if (setId !== undefined) wanted.push(eq(events.setId, setId));
      return unit.orm
        .select()
        .from(events)
        .where(and(...wanted))
        .orderBy(asc(events.id))
        .limit(limit)
        .all() satisfies readonly Event[];
    },
    latest: (limit) =>
      unit.orm.select().from(events).orderBy(desc(events.id)).limit(limit).all() satisfies readonly Event[],
    append({ actor, kind, runId, setId, photoId, detail }) {
      unit.write(() => insert.run(unit.now(), actor, kind, runId, setId, photoId, JSON.stringify(detail)));
    },
  };
}

/** An event about a photo or a set, by the system unless a person acted. */
export function eventAbout(
  { runId, setId, photoId }: Pick<Position, 'runId' | 'setId' | 'photoId'>,
  kind: string,
  detail: Event['detail'] = {},
  actor: string = SYSTEM,
): Omit<Event, 'id' | 'at'> {
  return { actor, kind, runId, setId, photoId, detail };
}
