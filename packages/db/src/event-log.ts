import type { Event, EventLog } from '@proofline/domain/event.ts';
import { takingBackKinds } from '@proofline/domain/taking-back.ts';
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
  // The words stand in the statement: to a placeholder no partial index fits. Without its index it would read the whole log.
  const takingBack = unit.sqlite.prepare<[number, number], Omit<Event, 'detail'> & { readonly detail: string }>(
    `SELECT id, at, actor, kind, run_id AS runId, set_id AS setId, photo_id AS photoId, detail
     FROM events INDEXED BY events_that_take_back
     WHERE kind IN (${takingBackKinds.map((kind) => `'${kind}'`).join(', ')}) AND id < ? ORDER BY id DESC LIMIT ?`,
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
    takingBack: ({ before = Number.MAX_SAFE_INTEGER, limit }) =>
      takingBack.all(before, limit).map((event) => ({ ...event, detail: JSON.parse(event.detail) as Event['detail'] })),
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
