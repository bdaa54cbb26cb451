import { captionerConditions, type Blocking, type BlockingCondition } from '@proofline/domain/blocking.ts';
import type { PhotoSetRequest } from '@proofline/domain/photo-set.ts';
import type { RollbackDesk } from '@proofline/domain/rollback.ts';
import { stageNames, type StageName } from '@proofline/domain/stage.ts';
import type { Job } from '@proofline/domain/work-ledger.ts';
import { SYSTEM } from './event-log.ts';
import type { Outbox } from './outbox.ts';
import type { Position, Positions } from './positions.ts';
import type { QueueBlockRecords } from './queue-blocks.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** What it means for a photo or a set that its run met a dependency that is down, within the transaction of that run. */
export type BlockedRun = (position: Position, job: Job, blocking: Blocking) => void;

export type BlockedRunNeeds = {
  readonly unit: UnitOfWork;
  readonly positions: Positions;
  readonly outbox: Outbox;
  readonly blocks: QueueBlockRecords;
  readonly rollbacks: RollbackDesk;
};

export function createBlockedRun({ unit, positions, outbox, blocks, rollbacks }: BlockedRunNeeds): BlockedRun {
  const policyOf = unit.sqlite.prepare<[number], Pick<PhotoSetRequest, 'onBlocked' | 'captioner'>>(
    `SELECT on_blocked AS onBlocked, captioner FROM photo_sets WHERE id = ?`,
  );
  return ({ setId }, job, { condition, reason }) => {
    const policy = policyOf.get(setId);
    if (isBeforeReview(job.stage) && policy?.onBlocked === 'roll-back') {
      rollbacks.request({ scope: 'set', id: setId, reason: `${condition}: ${reason}` }, { name: SYSTEM, roles: [] });
      return;
    }
    positions.giveBack(job.subject);
    outbox.add(job);
    const isOfCaptioner = (captionerConditions as readonly BlockingCondition[]).includes(condition);
    // Sets with another captioner go on.
    if (isOfCaptioner && policy !== undefined) blocks.haltCaptioner(job.stage, policy.captioner, { condition, reason });
    else blocks.halt(job.stage, { condition, reason });
  };
}

/** What a person approved is not undone because the site is out of reach for a while: from there on, every set waits. */
function isBeforeReview(stage: StageName): boolean {
  return stageNames.indexOf(stage) < stageNames.indexOf('publish-photo');
}
