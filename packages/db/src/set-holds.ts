import { stagesDespiteHold, type SetHold } from '@proofline/domain/set-hold.ts';
import type { Job } from '@proofline/domain/work-ledger.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/**
 * Which work a hold of its set keeps back. Such a job is in no outbox, so that however much of it waits, the dispatcher never has to look past it; and a
 * run that the engine still brings cannot claim it. Whoever ends the hold makes everything due anew.
 */
export type SetHolds = {
  keepBack(job: Job): boolean;
  /** Null when nobody holds the set. */
  of(setId: number): Pick<SetHold, 'by' | 'reason'> | null;
};

/** In SQL: the stages that go on in a held set. */
export const DESPITE_HOLD = `(${stagesDespiteHold.map((stage) => `'${stage}'`).join(', ')})`;

/** In SQL: a job at `stage` of the set `setId` may begin. An index holds just the few sets that are held. */
export function mayBegin(stage: string, setId: string): string {
  return `(${setId} NOT IN (SELECT id FROM photo_sets WHERE held_at IS NOT NULL) OR ${stage} IN ${DESPITE_HOLD})`;
}

export function createSetHolds({ sqlite }: UnitOfWork): SetHolds {
  const isHeld = {
    photo: sqlite.prepare<[number]>(
      `SELECT 1 FROM photos p CROSS JOIN photo_sets s ON s.id = p.set_id WHERE p.id = ? AND s.held_at IS NOT NULL`,
    ),
    set: sqlite.prepare<[number]>(`SELECT 1 FROM photo_sets WHERE id = ? AND held_at IS NOT NULL`),
  };
  const hold = sqlite.prepare<[number], Pick<SetHold, 'by' | 'reason'>>(
    `SELECT held_by AS "by", held_reason AS reason FROM photo_sets WHERE id = ? AND held_at IS NOT NULL`,
  );
  return {
    of: (setId) => hold.get(setId) ?? null,
    keepBack: ({ subject, stage }) =>
      !stagesDespiteHold.includes(stage) && isHeld[subject.kind].get(subject.id) !== undefined,
  };
}
