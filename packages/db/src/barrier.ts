import { stageNames, type StageName } from '@proofline/domain/stage.ts';
import { eventAbout } from './event-log.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import type { Outbox } from './outbox.ts';
import type { Position } from './positions.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/**
 * The one barrier: file names are given to a whole set at once, and to sets in the order in which they were added, so that names never
 * depend on which worker was faster. Only a person changes that order: while a set is held, later ones do not wait for it.
 */
export type Barrier = {
  /**
   * Makes `reserve-file-names` due where nothing stands against it any more. Called when a photo or a set left the part before the names, and when a hold of
   * the set begins or ends.
   */
  evaluate(setId: number): void;
};

const BARRIER_STAGE: StageName = 'reserve-file-names';

/** The photo stages before the barrier, in the plan's order. */
const stagesBeforeNames: readonly StageName[] = stageNames.slice(1, stageNames.indexOf(BARRIER_STAGE));

/** True while a photo at `stage` has not been given a name yet. */
export function isBeforeNames(stage: StageName): boolean {
  return stage === BARRIER_STAGE || stagesBeforeNames.includes(stage);
}

type SetAtBarrier = { readonly id: number; readonly runId: number; readonly epoch: number; readonly named: 0 | 1 };

export function createBarrier(unit: UnitOfWork, outbox: Outbox, events: EventLog): Barrier {
  const { sqlite } = unit;
  const before = stagesBeforeNames.map((stage) => `'${stage}'`).join(', ');
  const unfinished = (setId: string) =>
    `EXISTS (SELECT 1 FROM photos WHERE set_id = ${setId} AND state IN ('queued', 'running') AND stage IN (${before}))`;
  const waiting = (setId: string) => `EXISTS (SELECT 1 FROM photos WHERE set_id = ${setId} AND state = 'waiting')`;

  const isReady = sqlite
    .prepare<[number], number>(
      `SELECT 1 FROM photo_sets s WHERE s.id = ? AND s.state = 'accepted' AND ${waiting('s.id')} AND NOT ${unfinished('s.id')}`,
    )
    .pluck();
  // A set that is still being looked at may be accepted, so it holds back later ones; a set with nothing left that could get a name does not, nor one
  // that a person holds: it gives up its turn.
  const firstUnnamed = sqlite
    .prepare<[], number>(
      `SELECT s.id FROM photo_sets s
       WHERE s.names_reserved_at IS NULL AND s.state IN ('queued', 'running', 'accepted') AND s.held_at IS NULL
         AND (s.state <> 'accepted' OR ${waiting('s.id')} OR ${unfinished('s.id')})
       ORDER BY s.id LIMIT 1`,
    )
    .pluck();
  const select = sqlite.prepare<[number], SetAtBarrier>(
    `SELECT id, run_id AS runId, epoch, names_reserved_at IS NOT NULL AS named FROM photo_sets WHERE id = ?`,
  );
  const makeDue = sqlite.prepare(
    `UPDATE photo_sets SET state = 'queued', stage = '${BARRIER_STAGE}', epoch = ?, run_token = NULL WHERE id = ?`,
  );

  function openFor(setId: number): void {
    const set = select.get(setId);
    if (set === undefined) throw new Error(`there is no set ${setId} at the barrier`);
    // Photos that came after the set was named: the same stage again, under a new epoch.
    const epoch = set.named === 1 ? set.epoch + 1 : set.epoch;
    makeDue.run(epoch, setId);
    outbox.add({ subject: { kind: 'set', id: setId }, stage: BARRIER_STAGE, epoch });
    const position: Pick<Position, 'runId' | 'setId' | 'photoId'> = { runId: set.runId, setId, photoId: null };
    events.append(eventAbout(position, 'set.names-due', { epoch }));
  }

  return {
    evaluate(setId) {
      const set = select.get(setId);
      if (set?.named === 1 && isReady.get(setId) === 1) openFor(setId);
      const first = firstUnnamed.get();
      if (first !== undefined && isReady.get(first) === 1) openFor(first);
    },
  };
}
