import type { Actor } from '@proofline/domain/actor.ts';
import { DomainError } from '@proofline/domain/domain-error.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import type { PhotoState } from '@proofline/domain/photo.ts';
import type { RollbackDesk, RollbackLog, RollbackRequest, RollbackTaken } from '@proofline/domain/rollback.ts';
import { holdInWords, type SetHold } from '@proofline/domain/set-hold.ts';
import type { Barrier } from './barrier.ts';
import { eventAbout } from './event-log.ts';
import type { DueWork } from './due-work.ts';
import type { Outbox } from './outbox.ts';
import type { Position, Positions } from './positions.ts';
import type { PublicationRecords } from './publication-records.ts';
import type { QueueBlockRecords } from './queue-blocks.ts';
import type { RollbackStart } from './rollback-start.ts';
import type { RolledBack } from './rolled-back.ts';
import type { SetHolds } from './set-holds.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export type RollbackDeskNeeds = {
  readonly unit: UnitOfWork;
  readonly positions: Positions;
  readonly outbox: Outbox;
  readonly dueWork: Pick<DueWork, 'refillSet'>;
  readonly holds: Pick<SetHolds, 'of'>;
  readonly publications: PublicationRecords;
  readonly log: RollbackLog;
  readonly rollback: RollbackStart;
  readonly rolledBack: RolledBack;
  readonly barrier: Barrier;
  readonly blocks: QueueBlockRecords;
  readonly events: EventLog;
};

/** Final states in which everything was given back. A refused or discarded photo may still hold a name and files. */
const holdsNothing: ReadonlySet<string> = new Set<PhotoState>(['rejected', 'rolled-back', 'withdrawn']);

export function createRollbackDesk(needs: RollbackDeskNeeds): RollbackDesk {
  const { unit, positions, outbox, dueWork, holds, publications, log, rollback, rolledBack, barrier, blocks, events } =
    needs;
  const { sqlite } = unit;
  const photosOfSet = sqlite.prepare<[number], number>(`SELECT id FROM photos WHERE set_id = ? ORDER BY id`).pluck();
  const setsOfRun = sqlite.prepare<[number], number>(`SELECT id FROM photo_sets WHERE run_id = ? ORDER BY id`).pluck();
  const fenceSet = sqlite.prepare(
    `UPDATE photo_sets SET state = 'rolling-back', epoch = epoch + 1, run_token = NULL, held_at = NULL, held_by = NULL, held_reason = NULL
     WHERE id = ?`,
  );

  function rollBackPhotos(photoIds: readonly number[], reason: string, actor: Actor): RollbackTaken {
    const taken: number[] = [];
    const left: { photoId: number; reason: string }[] = [];
    for (const id of photoIds) {
      const position = positions.find({ kind: 'photo', id });
      if (position === undefined) throw new DomainError('not_found', `there is no photo ${id}`);
      const obstacle = obstacleTo(position);
      if (obstacle === null) {
        rollback.start(position, { to: 'rolled-back', reason, actor });
        taken.push(id);
      } else left.push({ photoId: id, reason: obstacle });
    }
    return { photoIds: taken, left };
  }

  function obstacleNow(id: number): string | null {
    const position = positions.find({ kind: 'photo', id });
    return position === undefined ? null : obstacleTo(position);
  }

  function obstacleTo(position: Position): string | null {
    const { id, setId, state } = position;
    if (publications.onSite(id) !== null) return `photo ${id} is on the site; withdraw it instead`;
    if (publications.isUploading(id)) return underWay(position, holds.of(setId));
    if (state === 'rolling-back') return `photo ${id} is being rolled back already`;
    if (holdsNothing.has(state)) return `photo ${id} is ${state} already`;
    const isRefused = state === 'refused' || state === 'discarded';
    if (isRefused && log.finishedStages(id).length === 0)
      return `photo ${id} was ${state} before anything was made of it`;
    return null;
  }

  function rollBackSet(setId: number, reason: string, actor: Actor): RollbackTaken {
    const set = positions.find({ kind: 'set', id: setId });
    if (set === undefined) throw new DomainError('not_found', `there is no set ${setId}`);
    let result = rollBackPhotos(photosOfSet.all(setId), reason, actor);
    const keepsSomething = result.left.some(({ photoId }) => publications.onSite(photoId) !== null);
    const isOver = set.state === 'refused' || set.state === 'rolled-back' || set.state === 'rolling-back';
    if (!isOver && (result.photoIds.length > 0 || !keepsSomething)) {
      const wasHeld = holds.of(setId) !== null;
      fenceSet.run(setId);
      outbox.withdraw({ kind: 'set', id: setId });
      // What is left because it is half sent waited for the end of the hold.
      if (wasHeld) {
        dueWork.refillSet(setId);
        const left = result.left.map((one) => ({ ...one, reason: obstacleNow(one.photoId) ?? one.reason }));
        result = { ...result, left };
      }
      events.append(eventAbout(set, 'set.rolling-back', { reason, photos: result.photoIds.length }, actor.name));
      rolledBack.finishSet(setId, set.runId);
    }
    barrier.evaluate(setId);
    return result;
  }

  function rollBackPhoto(photoId: number, reason: string, actor: Actor): RollbackTaken {
    const result = rollBackPhotos([photoId], reason, actor);
    const position = positions.find({ kind: 'photo', id: photoId });
    if (position !== undefined) barrier.evaluate(position.setId);
    return result;
  }

  function rollBackRun(runId: number, reason: string, actor: Actor): RollbackTaken {
    const setIds = setsOfRun.all(runId);
    if (setIds.length === 0) throw new DomainError('not_found', `there is no run ${runId}`);
    // Newest first, so that no set of the run gets its names because an older one of the same run went away.
    const results = setIds.toReversed().map((setId) => rollBackSet(setId, reason, actor));
    return {
      photoIds: results.flatMap(({ photoIds }) => photoIds).toSorted((a, b) => a - b),
      left: results.flatMap(({ left }) => left).toSorted((a, b) => a.photoId - b.photoId),
    };
  }

  function take(scope: RollbackRequest['scope'], id: number, reason: string, actor: Actor): RollbackTaken {
    switch (scope) {
      case 'photo':
        return rollBackPhoto(id, reason, actor);
      case 'set':
        return rollBackSet(id, reason, actor);
      case 'run':
        return rollBackRun(id, reason, actor);
    }
  }

  return {
    request: ({ scope, id, reason }: RollbackRequest, actor) =>
      unit.write(() => {
        if (reason.trim() === '') throw new DomainError('invalid', 'a roll-back needs a reason');
        const taken = take(scope, id, reason, actor);
        blocks.resumeIdle();
        return taken;
      }),
  };
}

/** Why a photo of which the site may have a file already is left. */
function underWay({ id, setId }: Position, hold: Pick<SetHold, 'by' | 'reason'> | null): string {
  const sent = `photo ${id} is being sent to the site`;
  return hold === null
    ? `${sent}; withdraw it once it is published`
    : `${sent}, and waits because ${holdInWords(setId, hold)}; let the set go on, and withdraw the photo once it is published`;
}
