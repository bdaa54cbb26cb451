import type { Completion, WorkLedger } from '@proofline/domain/work-ledger.ts';
import type { CompletePhoto } from './complete-photo.ts';
import type { CompleteSet } from './complete-set.ts';
import type { Outbox } from './outbox.ts';
import type { Positions } from './positions.ts';
import type { DueWork } from './due-work.ts';
import type { AttemptOutcome, StageAttempts } from './stage-attempts.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export type WorkLedgerNeeds = {
  readonly unit: UnitOfWork;
  readonly positions: Positions;
  readonly attempts: StageAttempts;
  readonly outbox: Outbox;
  readonly completePhoto: CompletePhoto;
  readonly completeSet: CompleteSet;
  readonly dueWork: DueWork;
};

export function createWorkLedger(needs: WorkLedgerNeeds): WorkLedger {
  const { unit, positions, attempts, outbox, completePhoto, completeSet, dueWork } = needs;
  return {
    claim: (job, run) =>
      unit.write(() => {
        if (!positions.take(job, run.token)) return { kind: 'stale' };
        return { kind: 'claimed', attempt: attempts.open(job, run) };
      }),
    complete: (job, token, completion) =>
      unit.write(() => {
        const position = positions.held(job, token);
        if (position === undefined) {
          attempts.close(token, 'overtaken');
          return 'overtaken';
        }
        attempts.close(token, attemptOutcome(completion), errorOf(completion));
        const complete = job.subject.kind === 'photo' ? completePhoto : completeSet;
        complete(position, job, completion);
        return 'committed';
      }),
    outbox: (limit) => outbox.list(limit),
    forgetOutbox: (ids) => outbox.forget(ids),
    recover: () => dueWork.recover(),
    refillOutbox: () => dueWork.refill(),
  };
}

function attemptOutcome({ kind }: Completion): AttemptOutcome {
  return kind === 'set-refused' ? 'refused' : kind;
}

function errorOf(completion: Completion) {
  switch (completion.kind) {
    case 'retryable':
    case 'discarded':
      return completion.error;
    case 'refused':
      return { class: completion.refusal.code, text: completion.refusal.reason };
    case 'set-refused':
      return { class: 'SetRefused', text: completion.problems.join('; ') };
    case 'skipped':
    case 'snoozed':
      return { class: completion.kind, text: completion.reason };
    case 'done':
      return undefined;
  }
}
