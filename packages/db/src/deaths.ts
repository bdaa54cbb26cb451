import type { Death, DeathEvidence } from '@proofline/domain/suspicion.ts';
import type { Job } from '@proofline/domain/work-ledger.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Runs of a photo's stage during which a process died, as `verdictOn` judges them. */
export type Deaths = {
  /** Of this very job, oldest first; a set is never a suspect. */
  of(job: Job): readonly Death[];
};

type Row = { startedAt: string; isOrphaned: 0 | 1; alone: 0 | 1; clearedSince: 0 | 1; evidence: string | null };

/**
 * A process that was told to stop and was cut off says nothing about its photos. One that died under another photo that ran alone clears nobody:
 * else two that kill it in turn would clear each other for ever.
 */
const DEATHS = `
  SELECT a.started_at AS startedAt, a.outcome = 'orphaned' AS isOrphaned, a.alone, a.evidence,
    EXISTS (
      SELECT 1 FROM processes later WHERE later.id > a.process_id AND later.ending = 'died' AND NOT EXISTS (
        SELECT 1 FROM stage_attempts b WHERE b.process_id = later.id AND b.outcome = 'orphaned' AND b.alone = 1)
    ) AS clearedSince
  FROM stage_attempts a LEFT JOIN processes p ON p.id = a.process_id
  WHERE a.subject_kind = ? AND a.subject_id = ? AND a.stage = ? AND a.epoch = ?
    AND (a.evidence IS NOT NULL OR (a.outcome = 'orphaned' AND coalesce(p.ending, 'died') = 'died'))
  ORDER BY a.id`;

export function createDeaths({ sqlite }: UnitOfWork): Deaths {
  const select = sqlite.prepare<[string, number, string, number], Row>(DEATHS);
  return {
    of({ subject, stage, epoch }) {
      if (subject.kind === 'set') return [];
      return select.all(subject.kind, subject.id, stage, epoch).map(toDeath);
    },
  };
}

function toDeath({ startedAt, isOrphaned, alone, clearedSince, evidence }: Row): Death {
  return {
    process: isOrphaned === 1 ? 'whole' : 'decoder',
    startedAt,
    alone: alone === 1,
    clearedSince: isOrphaned === 1 && clearedSince === 1,
    evidence: evidence === null ? null : (JSON.parse(evidence) as DeathEvidence),
  };
}
