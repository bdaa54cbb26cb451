import type { Actor } from '@proofline/domain/actor.ts';
import { DomainError } from '@proofline/domain/domain-error.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import type { FailureCause, FailureDesk, FailureGroup } from '@proofline/domain/failure.ts';
import type { StageName } from '@proofline/domain/stage.ts';
import { isBeforeNames } from './barrier.ts';
import { eventAbout } from './event-log.ts';
import type { Outbox } from './outbox.ts';
import type { Position, Positions } from './positions.ts';
import type { Revival } from './revival.ts';
import type { RollbackStart } from './rollback-start.ts';
import type { UnitOfWork } from './unit-of-work.ts';

const SAMPLE = 6;
const FIRST_STAGE: StageName = 'ingest-original';

type Group = Omit<FailureGroup, 'sample'> & { readonly newest: number };
type Failed = { readonly id: number; readonly workingPath: string | null; readonly setGoesOn: 0 | 1 };

export type FailureDeskNeeds = {
  readonly unit: UnitOfWork;
  readonly positions: Positions;
  readonly outbox: Outbox;
  readonly rollback: RollbackStart;
  readonly revival: Pick<Revival, 'await'>;
  readonly events: EventLog;
};

export function createFailureDesk(needs: FailureDeskNeeds): FailureDesk {
  const { unit, positions, outbox, rollback, revival, events } = needs;
  const { sqlite } = unit;
  const groups = sqlite.prepare<{ setId: number | null }, Group>(
    // Of the row with the largest id, as SQLite says of max() in an aggregate.
    `SELECT state, stage, ended_code AS code, count(*) AS photos, max(id) AS newest, ended_reason AS lastReason
     FROM photos WHERE state IN ('refused', 'discarded') AND (@setId IS NULL OR set_id = @setId)
     GROUP BY state, stage, ended_code ORDER BY photos DESC, newest DESC`,
  );
  const ofCause = `state = @state AND stage = @stage AND ended_code = @code`;
  const sample = sqlite.prepare<object, FailureGroup['sample'][number]>(
    `SELECT id AS photoId, set_id AS setId, original_file_name AS originalFileName, ended_reason AS reason FROM photos
     WHERE ${ofCause} AND (@setId IS NULL OR set_id = @setId) ORDER BY id DESC LIMIT ${SAMPLE}`,
  );
  const failed = sqlite.prepare<object, Failed>(
    `SELECT p.id, p.working_path AS workingPath,
       s.state = 'accepted' OR (s.state IN ('queued', 'running') AND s.stage = 'reserve-file-names') AS setGoesOn
     FROM photos p JOIN photo_sets s ON s.id = p.set_id WHERE p.${ofCause.replaceAll(' AND ', ' AND p.')}
       AND (@photoId IS NULL OR p.id = @photoId) ORDER BY p.id`,
  );
  const forgetEnding = sqlite.prepare(`UPDATE photos SET ended_code = NULL, ended_reason = NULL WHERE id = ?`);

  function obstacleTo({ id, stage, state }: Position, { workingPath, setGoesOn }: Failed): string | null {
    if (setGoesOn === 0) return `the set of photo ${id} was taken back or ended; add its folder again`;
    if (state === 'discarded')
      return stage === 'reserve-file-names' ? `photo ${id} waited for a set that ended; add its folder again` : null;
    return workingPath === null ? null : `the files of photo ${id} are still being removed; try again in a moment`;
  }

  function beginAgain(position: Position, { code }: FailureCause, { name }: Actor): void {
    // Of a refused photo nothing is kept to work on, so it begins anew.
    const stage = position.state === 'discarded' ? position.stage : FIRST_STAGE;
    const subject = { kind: 'photo', id: position.id } as const;
    outbox.withdraw(subject);
    const epoch = positions.restartPhoto(position.id, stage, 'queued');
    outbox.add({ subject, stage, epoch });
    events.append(eventAbout(position, 'photo.retried', { stage, epoch, code }, name));
  }

  /** Its name was given for a content that may be another one now: name and files are given back, and then it begins anew. */
  function giveBackFirst(position: Position, { code }: FailureCause, actor: Actor): void {
    events.append(eventAbout(position, 'photo.retried', { stage: 'roll-back', code }, actor.name));
    rollback.start(position, { to: 'rolled-back', reason: `to be tried again after ${code}`, actor });
    revival.await(position.id, actor.name);
  }

  return {
    groups: (setId) =>
      groups.all({ setId: setId ?? null }).map(({ newest: _newest, ...group }) => ({
        ...group,
        sample: sample.all({ state: group.state, stage: group.stage, code: group.code, setId: setId ?? null }),
      })),
    retry: ({ photoId: only = null, ...cause }, actor) =>
      unit.write(() => {
        const photoIds: number[] = [];
        const left: { photoId: number; reason: string }[] = [];
        for (const photo of failed.all({ ...cause, photoId: only })) {
          const position = positions.find({ kind: 'photo', id: photo.id })!;
          const obstacle = obstacleTo(position, photo);
          if (obstacle !== null) {
            left.push({ photoId: photo.id, reason: obstacle });
            continue;
          }
          if (position.state === 'refused' && !isBeforeNames(position.stage)) giveBackFirst(position, cause, actor);
          else beginAgain(position, cause, actor);
          forgetEnding.run(photo.id);
          photoIds.push(photo.id);
        }
        if (photoIds.length + left.length === 0)
          throw new DomainError(
            'not_found',
            `${only === null ? 'no photo' : `photo ${only} no longer`} is ${cause.state} at ${cause.stage} for ${cause.code}; nothing was tried again`,
          );
        return { photoIds, left };
      }),
  };
}
