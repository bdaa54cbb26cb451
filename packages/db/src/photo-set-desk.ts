import type { Actor } from '@proofline/domain/actor.ts';
import { DomainError } from '@proofline/domain/domain-error.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import { photoSetRequest, type PhotoSet, type PhotoSetDesk, type PhotoSetState } from '@proofline/domain/photo-set.ts';
import { asc, eq, gt, sql } from 'drizzle-orm';
import type { Barrier } from './barrier.ts';
import type { DueWork } from './due-work.ts';
import { eventAbout } from './event-log.ts';
import type { Outbox } from './outbox.ts';
import type { Runs } from './runs.ts';
import { photoSets } from './schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export type PhotoSetDeskNeeds = {
  readonly unit: UnitOfWork;
  readonly runs: Runs;
  readonly outbox: Outbox;
  readonly barrier: Barrier;
  readonly dueWork: Pick<DueWork, 'refillSet'>;
  readonly events: EventLog;
};

/** Of a set in such a state nothing is begun any more. */
const over: ReadonlySet<PhotoSetState> = new Set(['refused', 'discarded', 'rolling-back', 'rolled-back']);

export function createPhotoSetDesk({ unit, runs, outbox, barrier, dueWork, events }: PhotoSetDeskNeeds): PhotoSetDesk {
  const select = unit.orm
    .select()
    .from(photoSets)
    .where(eq(photoSets.id, sql.placeholder('setId')))
    .prepare();

  const hold = unit.sqlite.prepare(
    `UPDATE photo_sets SET held_at = coalesce(held_at, @at), held_by = @by, held_reason = @reason WHERE id = @setId`,
  );
  const resume = unit.sqlite.prepare(
    `UPDATE photo_sets SET held_at = NULL, held_by = NULL, held_reason = NULL WHERE id = ? AND held_at IS NOT NULL`,
  );
  const hasUnfinished = unit.sqlite.prepare<[number]>(
    `SELECT 1 FROM photos WHERE set_id = ? AND state IN ('queued', 'running', 'waiting', 'in-review') LIMIT 1`,
  );

  function tell({ id, runId }: PhotoSet, kind: string, detail: Readonly<Record<string, unknown>>, actor: Actor): void {
    events.append(eventAbout({ runId, setId: id, photoId: null }, kind, detail, actor.name));
  }

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
        const set = get(id);
        tell(set, 'set.added', checked.data, actor);
        return set;
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

    hold: (setId, reason, actor) =>
      unit.write(() => {
        if (reason.trim() === '') throw new DomainError('invalid', 'holding a set needs a reason');
        const set = get(setId);
        if (over.has(set.state))
          throw new DomainError('conflict', `set ${setId} is ${set.state.replace('-', ' ')}: there is nothing to hold`);
        if (set.state === 'accepted' && hasUnfinished.get(setId) === undefined)
          throw new DomainError('conflict', `set ${setId} is finished: there is nothing to hold`);
        hold.run({ at: unit.now(), by: actor.name, reason, setId });
        outbox.withdrawHeld(setId);
        tell(set, 'set.held', { reason }, actor);
        barrier.evaluate(setId);
      }),

    resume: (setId, actor) =>
      unit.write(() => {
        const set = get(setId);
        if (resume.run(setId).changes === 0) return;
        dueWork.refillSet(setId);
        tell(set, 'set.resumed', {}, actor);
        barrier.evaluate(setId);
      }),
  };
}

export function toPhotoSet(row: typeof photoSets.$inferSelect): PhotoSet {
  const { runToken: _token, heldAt: at, heldBy: by, heldReason: reason, ...set } = row;
  return { ...set, hold: at === null || by === null || reason === null ? null : { at, by, reason } };
}
