import type { EventLog } from '@proofline/domain/event.ts';
import type { RollbackLog } from '@proofline/domain/rollback.ts';
import type { StageName } from '@proofline/domain/stage.ts';
import { eventAbout } from './event-log.ts';
import type { Positions } from './positions.ts';
import type { StageAttempts } from './stage-attempts.ts';
import type { PhotoOutput } from './photo-output.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export type RollbackLogNeeds = {
  readonly unit: UnitOfWork;
  readonly positions: Positions;
  readonly attempts: StageAttempts;
  readonly output: PhotoOutput;
  readonly events: EventLog;
};

export function createRollbackLog({ unit, positions, attempts, output, events }: RollbackLogNeeds): RollbackLog {
  const holdsName = unit.sqlite
    .prepare<[number], number>(`SELECT 1 FROM file_names WHERE photo_id = ? AND state IN ('reserved', 'published')`)
    .pluck();
  return {
    finishedStages(photoId) {
      // The name is the one thing that a stage of the whole set gave this photo.
      const ofTheSet: readonly StageName[] = holdsName.get(photoId) === undefined ? [] : ['reserve-file-names'];
      return [...attempts.standing(photoId), ...ofTheSet];
    },
    undo: (photoId, token, stage, parts) =>
      unit.write(() => {
        const position = positions.heldBy(photoId, token);
        if (position?.state !== 'rolling-back') return 'overtaken';
        output.erase(position, parts);
        attempts.markUndone(photoId, stage);
        events.append(eventAbout(position, 'photo.stage-undone', { stage, parts }));
        return 'undone';
      }),
  };
}
