import type { EventLog } from '@proofline/domain/event.ts';
import type { StageName } from '@proofline/domain/stage.ts';
import { eventAbout } from './event-log.ts';
import type { Outbox } from './outbox.ts';
import type { Position, Positions } from './positions.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/**
 * Brings a photo back that was rejected, or rolled back in order to be tried again: it is made anew from its original and comes to review once more,
 * with the words that a person wrote.
 */
export type Revival = {
  /** `awaited`: its roll-back still runs, whose end brings it back. `reason`: why it cannot be brought back. */
  ask(
    position: Position,
    actor: string,
  ): { readonly kind: 'begun' | 'awaited' } | { readonly kind: 'impossible'; readonly reason: string };
  /** For a photo whose roll-back has just been asked for in order to try it again: the end of that brings it back. */
  await(photoId: number, actor: string): void;
  /** Called when the photo was rolled back. */
  rolledBack(photoId: number): void;
};

const FIRST_STAGE: StageName = 'ingest-original';

export function createRevival(unit: UnitOfWork, positions: Positions, outbox: Outbox, events: EventLog): Revival {
  const { sqlite } = unit;
  // Whatever else took the whole set back, or ended it, no name will be given in it any more.
  const goesOn = sqlite.prepare<[number], { readonly goesOn: number }>(
    `SELECT state = 'accepted' OR (state IN ('queued', 'running') AND stage = 'reserve-file-names') AS goesOn FROM photo_sets WHERE id = ?`,
  );
  const awaitEnd = sqlite.prepare(
    `INSERT INTO awaited_revivals (photo_id, asked_by, asked_at) VALUES (?, ?, ?) ON CONFLICT (photo_id) DO NOTHING`,
  );
  const takeAwaited = sqlite
    .prepare<[number], string>(`DELETE FROM awaited_revivals WHERE photo_id = ? RETURNING asked_by`)
    .pluck();
  const isRejection = sqlite.prepare<[number], number>(
    `SELECT 1 FROM photos WHERE id = ? AND rollback_to = 'rejected'`,
  );
  // The decision is in the events; a review opens again when the photo gets there.
  const forgetReview = sqlite.prepare(`DELETE FROM reviews WHERE photo_id = ? AND status = 'rejected'`);

  function begin(position: Position, actor: string): void {
    forgetReview.run(position.id);
    const epoch = positions.restartPhoto(position.id, FIRST_STAGE, 'queued');
    outbox.add({ subject: { kind: 'photo', id: position.id }, stage: FIRST_STAGE, epoch });
    events.append(eventAbout(position, 'photo.revived', { stage: FIRST_STAGE, epoch }, actor));
  }

  return {
    ask(position, actor) {
      if (goesOn.get(position.setId)?.goesOn !== 1)
        return { kind: 'impossible', reason: `set ${position.setId} was taken back or ended; add its folder again` };
      if (position.state === 'rejected') {
        begin(position, actor);
        return { kind: 'begun' };
      }
      if (position.state === 'rolling-back' && isRejection.get(position.id) !== undefined) {
        awaitEnd.run(position.id, actor, unit.now());
        return { kind: 'awaited' };
      }
      return { kind: 'impossible', reason: `photo ${position.id} is ${position.state} at ${position.stage}` };
    },
    await: (photoId, actor) => void awaitEnd.run(photoId, actor, unit.now()),
    rolledBack(photoId) {
      const actor = takeAwaited.get(photoId);
      const position = positions.find({ kind: 'photo', id: photoId });
      if (actor === undefined || (position?.state !== 'rejected' && position?.state !== 'rolled-back')) return;
      if (goesOn.get(position.setId)?.goesOn === 1) begin(position, actor);
      else events.append(eventAbout(position, 'photo.not-revived', { reason: 'its set was taken back' }, actor));
    },
  };
}
