import type { Event, EventLog } from '@proofline/domain/event.ts';
import type { Refusal } from '@proofline/domain/refusal.ts';
import type { AttemptError } from '@proofline/domain/work-ledger.ts';
import { eventAbout } from './event-log.ts';
import type { Outbox } from './outbox.ts';
import type { Position } from './positions.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** The ends of a photo's path that no person asked for. Whoever calls looks at the barrier afterwards. */
export type PhotoEndings = {
  /** `evidence` goes into the event beside the reason. */
  refuse(position: Position, refusal: Refusal, evidence?: Event['detail']): void;
  discard(position: Position, error: AttemptError): void;
};

export function createPhotoEndings(unit: UnitOfWork, outbox: Outbox, events: EventLog): PhotoEndings {
  const end = unit.sqlite.prepare(
    `UPDATE photos SET state = ?, ended_code = ?, ended_reason = ?, run_token = NULL WHERE id = ?`,
  );

  function endAs(
    state: 'refused' | 'discarded',
    position: Position,
    code: string,
    reason: string,
    evidence: Event['detail'] = {},
  ): void {
    end.run(state, code, reason, position.id);
    outbox.withdraw({ kind: 'photo', id: position.id });
    events.append(eventAbout(position, `photo.${state}`, { stage: position.stage, code, reason, ...evidence }));
  }

  return {
    refuse: (position, { code, reason }, evidence) => endAs('refused', position, code, reason, evidence),
    discard: (position, error) => endAs('discarded', position, error.class, error.text),
  };
}
