import type { PhotoSetState } from '@proofline/domain/photo-set.ts';
import type { PhotoState } from '@proofline/domain/photo.ts';
import type { StageName, Subject } from '@proofline/domain/stage.ts';
import type { Job } from '@proofline/domain/work-ledger.ts';
import type { SetHolds } from './set-holds.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Where a photo or a set stands in the plan, with the ids that its events carry. */
export type Position = {
  readonly id: number;
  readonly photoId: number | null;
  readonly setId: number;
  readonly runId: number;
  readonly stage: StageName;
  readonly state: PhotoState | PhotoSetState;
  readonly epoch: number;
};

export type Positions = {
  find(subject: Subject): Position | undefined;
  /** The subject's position, if `token` still holds it for this very job. */
  held(job: Job, token: string): Position | undefined;
  /** The photo's position, if `token` holds it for whatever stage it is at. */
  heldBy(photoId: number, token: string): Position | undefined;
  /** Compare and set: false when stage or epoch of the job are no longer current, or its set is held. */
  take(job: Job, token: string): boolean;
  /** Lets go of the subject, so that the same job may run again. */
  giveBack(subject: Subject): void;
  movePhoto(photoId: number, stage: StageName, state: PhotoState): void;
  /** Moves the photo under a new epoch, which fences every run and job of the old one; returns the epoch. */
  restartPhoto(photoId: number, stage: StageName, state: PhotoState): number;
};

const photoColumns = `p.id, p.id AS photoId, p.set_id AS setId, s.run_id AS runId, p.stage, p.state, p.epoch
  FROM photos p JOIN photo_sets s ON s.id = p.set_id`;
const setColumns = `s.id, NULL AS photoId, s.id AS setId, s.run_id AS runId, s.stage, s.state, s.epoch
  FROM photo_sets s`;

export function createPositions({ sqlite }: UnitOfWork, holds: SetHolds): Positions {
  const find = {
    photo: sqlite.prepare<[number], Position>(`SELECT ${photoColumns} WHERE p.id = ?`),
    set: sqlite.prepare<[number], Position>(`SELECT ${setColumns} WHERE s.id = ?`),
  };
  const held = {
    photo: sqlite.prepare<[number, string, number, string], Position>(
      `SELECT ${photoColumns} WHERE p.id = ? AND p.stage = ? AND p.epoch = ? AND p.run_token = ?`,
    ),
    set: sqlite.prepare<[number, string, number, string], Position>(
      `SELECT ${setColumns} WHERE s.id = ? AND s.stage = ? AND s.epoch = ? AND s.run_token = ?`,
    ),
  };
  const heldBy = sqlite.prepare<[number, string], Position>(
    `SELECT ${photoColumns} WHERE p.id = ? AND p.run_token = ?`,
  );
  const take = {
    photo: sqlite.prepare(
      `UPDATE photos SET run_token = ?, state = CASE state WHEN 'queued' THEN 'running' ELSE state END
       WHERE id = ? AND stage = ? AND epoch = ? AND state IN ('queued', 'running', 'rolling-back')`,
    ),
    set: sqlite.prepare(
      `UPDATE photo_sets SET run_token = ?, state = 'running'
       WHERE id = ? AND stage = ? AND epoch = ? AND state IN ('queued', 'running')`,
    ),
  };
  const giveBack = {
    photo: sqlite.prepare(
      `UPDATE photos SET run_token = NULL, state = CASE state WHEN 'running' THEN 'queued' ELSE state END WHERE id = ?`,
    ),
    set: sqlite.prepare(
      `UPDATE photo_sets SET run_token = NULL, state = CASE state WHEN 'running' THEN 'queued' ELSE state END WHERE id = ?`,
    ),
  };
  const move = sqlite.prepare(`UPDATE photos SET stage = ?, state = ?, run_token = NULL WHERE id = ?`);
  const restart = sqlite
    .prepare<[string, string, number], number>(
      `UPDATE photos SET stage = ?, state = ?, run_token = NULL, epoch = epoch + 1 WHERE id = ? RETURNING epoch`,
    )
    .pluck();

  return {
    find: ({ kind, id }) => find[kind].get(id),
    held: ({ subject, stage, epoch }, token) => held[subject.kind].get(subject.id, stage, epoch, token),
    heldBy: (photoId, token) => heldBy.get(photoId, token),
    take(job, token) {
      if (holds.keepBack(job)) return false;
      const { subject, stage, epoch } = job;
      return take[subject.kind].run(token, subject.id, stage, epoch).changes === 1;
    },
    giveBack({ kind, id }) {
      giveBack[kind].run(id);
    },
    movePhoto(photoId, stage, state) {
      move.run(stage, state, photoId);
    },
    restartPhoto(photoId, stage, state) {
      const epoch = restart.get(stage, state, photoId);
      if (epoch === undefined) throw new Error(`there is no photo ${photoId} to move`);
      return epoch;
    },
  };
}
