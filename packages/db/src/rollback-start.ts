import type { Actor } from '@proofline/domain/actor.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import { eventAbout } from './event-log.ts';
import type { Outbox } from './outbox.ts';
import type { Position } from './positions.ts';
import type { PublicationRecords } from './publication-records.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export type RollbackStart = {
  /** Fences whatever runs for the photo and makes its roll-back due. Whoever calls looks at the barrier afterwards. */
  start(
    position: Position,
    request: { readonly to: 'rolled-back' | 'rejected'; readonly reason: string; readonly actor: Actor },
  ): void;
};

export function createRollbackStart(
  { sqlite }: UnitOfWork,
  outbox: Outbox,
  publications: PublicationRecords,
  events: EventLog,
): RollbackStart {
  const begin = sqlite
    .prepare<[string, string, number], number>(
      `UPDATE photos SET rollback_from = stage, rollback_to = ?, rollback_reason = ?, stage = 'roll-back',
         state = 'rolling-back', run_token = NULL, epoch = epoch + 1
       WHERE id = ? RETURNING epoch`,
    )
    .pluck();
  return {
    start(position, { to, reason, actor }) {
      const subject = { kind: 'photo', id: position.id } as const;
      const epoch = begin.get(to, reason, position.id);
      if (epoch === undefined) throw new Error(`there is no photo ${position.id} to roll back`);
      publications.closeUnfinished(position);
      outbox.withdraw(subject);
      outbox.add({ subject, stage: 'roll-back', epoch });
      const detail = { from: position.stage, to, reason, epoch };
      events.append(eventAbout(position, 'photo.rolling-back', detail, actor.name));
    },
  };
}
