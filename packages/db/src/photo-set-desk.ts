import { DomainError } from '@proofline/domain/domain-error.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import { photoSetRequest, type PhotoSet, type PhotoSetDesk } from '@proofline/domain/photo-set.ts';
import { asc, eq, gt, sql } from 'drizzle-orm';
import { eventAbout } from './event-log.ts';
import type { Outbox } from './outbox.ts';
import type { Runs } from './runs.ts';
import { photoSets } from './schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export function createPhotoSetDesk(unit: UnitOfWork, runs: Runs, outbox: Outbox, events: EventLog): PhotoSetDesk {
  const select = unit.orm
    .select()
    .from(photoSets)
    .where(eq(photoSets.id, sql.placeholder('setId')))
    .prepare();

  function get(setId: number): PhotoSet {
    const row = select.get({ setId });
    if (row === undefined) throw new DomainError('not_found', `there is no set ${setId}`);
    return toPhotoSet(row);
  }

  return {
    add(request, actor) {
      const checked = photoSetRequest.safeParse(request);
      if (!checked.success) {
        throw new DomainError(
          'invalid',
          checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
        );
      }
      return unit.write(() => {
        const runId = runs.joinOrOpen(actor);
        const { id } = unit.orm
          .insert(photoSets)
          .values({
            ...checked.data,
            runId,
            state: 'queued',
            stage: 'validate-set',
            requestedBy: actor.name,
            createdAt: unit.now(),
          })
          .returning({ id: photoSets.id })
          .get();
        outbox.add({ subject: { kind: 'set', id }, stage: 'validate-set', epoch: 1 });
        events.append(eventAbout({ runId, setId: id, photoId: null }, 'set.added', checked.data, actor.name));
        return get(id);
      });
    },
    get,
    list: ({ after = 0, limit = -1 } = {}) =>
      unit.orm
        .select()
        .from(photoSets)
        .where(gt(photoSets.id, after))
        .orderBy(asc(photoSets.id))
        .limit(limit)
        .all()
        .map(toPhotoSet),
  };
}

export function toPhotoSet(row: typeof photoSets.$inferSelect): PhotoSet {
  const { runToken: _token, ...set } = row;
  return set;
}
