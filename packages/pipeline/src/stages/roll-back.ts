import { reachFaultPoint } from '@proofline/domain/fault-point.ts';
import type { RollbackLog } from '@proofline/domain/rollback.ts';
import type { StageName, StageOutputPart } from '@proofline/domain/stage.ts';
import { defineStage, done, skipped } from '@proofline/domain/stage.ts';
import type { Workspace } from '@proofline/domain/workspace.ts';

type Needs = {
  readonly rollbacks: RollbackLog;
  readonly workspace: Workspace;
  /** What undoing each stage erases, in the order of the plan. */
  readonly undoes: ReadonlyMap<StageName, readonly StageOutputPart[]>;
};

/**
 * Undoes the finished stages of one photo, last first, each in a transaction of its own, so that a roll-back that was cut off goes on where it
 * stopped. Rows go before files: a row never points to a file that is gone.
 */
export const rollBack = defineStage<'roll-back', Needs>({
  name: 'roll-back',
  subject: 'photo',
  // A roll-back is never given up: half undone is no state to rest in.
  maxAttempts: 1_000_000,
  neverQuarantined: true,
  timeoutMs: 2 * 60_000,
  backoffMs: 2_000,
  concurrency: 8,
  undoes: [],
  async run(photoId, { rollbacks, workspace, undoes }, { token }) {
    const finished = new Set(rollbacks.finishedStages(photoId));
    for (const [stage, parts] of [...undoes].toReversed()) {
      if (!finished.has(stage)) continue;
      if (rollbacks.undo(photoId, token, stage, parts) === 'overtaken') return skipped('a later roll-back took over');
      reachFaultPoint('stage-undone', stage);
    }
    await workspace.removePhoto(photoId);
    reachFaultPoint('photo-folder-removed');
    return done({});
  },
});
