import type { EventLog } from '@proofline/domain/event.ts';
import { eventAbout } from './event-log.ts';
import type { Position, Positions } from './positions.ts';
import type { Revival } from './revival.ts';
import type { photos } from './schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** The end of a roll-back, of a photo and of the set that was rolled back with it. */
export type RolledBack = {
  finish(position: Position): void;
  /** A set that is being rolled back is rolled back when none of its photos is under way any more. */
  finishSet(setId: number, runId: number): void;
};

type RollbackColumns = Pick<typeof photos.$inferSelect, 'rollbackTo' | 'rollbackReason' | 'rollbackFrom'>;

export function createRolledBack(
  { sqlite }: UnitOfWork,
  positions: Positions,
  revival: Pick<Revival, 'rolledBack'>,
  events: EventLog,
): RolledBack {
  const select = sqlite.prepare<[number], RollbackColumns>(
    `SELECT rollback_to AS rollbackTo, rollback_reason AS rollbackReason, rollback_from AS rollbackFrom
     FROM photos WHERE id = ?`,
  );
  const endSet = sqlite.prepare(
    `UPDATE photo_sets SET state = 'rolled-back' WHERE id = ? AND state = 'rolling-back'
     AND NOT EXISTS (SELECT 1 FROM photos WHERE set_id = photo_sets.id AND state = 'rolling-back')`,
  );

  function finishSet(setId: number, runId: number): void {
    if (endSet.run(setId).changes === 0) return;
    events.append(eventAbout({ runId, setId, photoId: null }, 'set.rolled-back'));
  }

  return {
    finish(position) {
      const asked = select.get(position.id);
      if (asked === undefined || asked.rollbackTo === null) {
        throw new Error(`nobody asked for photo ${position.id} to be rolled back`);
      }
      positions.movePhoto(position.id, position.stage, asked.rollbackTo);
      events.append(
        eventAbout(position, `photo.${asked.rollbackTo}`, { from: asked.rollbackFrom, reason: asked.rollbackReason }),
      );
      finishSet(position.setId, position.runId);
      revival.rolledBack(position.id);
    },
    finishSet,
  };
}
