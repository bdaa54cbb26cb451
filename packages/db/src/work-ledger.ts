import type { Completion, Recovery, WorkLedger } from '@proofline/domain/work-ledger.ts';
import type { CompletePhoto } from './complete-photo.ts';
import type { CompleteSet } from './complete-set.ts';
import type { Outbox } from './outbox.ts';
import type { Positions } from './positions.ts';
import type { QueueBlockRecords } from './queue-blocks.ts';
import type { Deaths } from './deaths.ts';
import type { DueWork } from './due-work.ts';
import type { EndedRuns } from './ended-runs.ts';
import type { Processes } from './process-log.ts';
import type { AttemptOutcome, StageAttempts } from './stage-attempts.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export type WorkLedgerNeeds = {
  readonly unit: UnitOfWork;
  readonly positions: Positions;
  readonly attempts: StageAttempts;
  readonly processes: Pick<Processes, 'isCounted' | 'bury'>;
  readonly deaths: Deaths;
  readonly outbox: Outbox;
  readonly completePhoto: CompletePhoto;
  readonly completeSet: CompleteSet;
  readonly dueWork: DueWork;
  readonly endedRuns: EndedRuns;
  readonly blocks: QueueBlockRecords;
};

const NOTHING_LEFT: Recovery = { orphanedRuns: [], overtakenRuns: [], earlierRuns: [], dueJobs: 0, setIds: [] };

export function createWorkLedger(needs: WorkLedgerNeeds): WorkLedger {
  const {
    unit,
    positions,
    attempts,
    processes,
    deaths,
    outbox,
    completePhoto,
    completeSet,
    dueWork,
    endedRuns,
    blocks,
  } = needs;

  function giveBack(): boolean {
    try {
      endedRuns.giveBack();
      return true;
    } catch {
      // Whoever lets go knows already that nothing can be written.
      return false;
    }
  }

  return {
    claim(job, run) {
      endedRuns.giveBack();
      return unit.write(() => {
        if (!processes.isCounted()) throw new Error('this process was declared dead; others do its work');
        if (!positions.take(job, run.token)) return { kind: 'stale' };
        return { kind: 'claimed', attempt: attempts.open(job, run) };
      });
    },
    deaths: (job) => deaths.of(job),
    complete: (job, token, completion) =>
      unit.write(() => {
        const position = positions.held(job, token);
        if (position === undefined) return 'overtaken';
        attempts.close(token, attemptOutcome(completion), errorOf(completion));
        const complete = job.subject.kind === 'photo' ? completePhoto : completeSet;
        complete(position, job, completion);
        // A run that was handed back says nothing about its dependencies.
        if (completion.kind !== 'blocked' && completion.kind !== 'snoozed') blocks.resume(job, token);
        return 'committed';
      }),
    letGo(job, token, files) {
      endedRuns.add(job, token, files);
      return giveBack();
    },
    letGoAgain: giveBack,
    outboxStages: () => outbox.stages(),
    outbox: (limit, stage) => outbox.list(limit, stage),
    forgetOutbox: (ids) => outbox.forget(ids),
    recover: () =>
      unit.write(() => {
        const recovery = dueWork.recover();
        blocks.resumeIdle();
        return recovery;
      }),
    recoverWorker: (pid) =>
      unit.write(() => {
        const processId = processes.bury(pid);
        return processId === null ? NOTHING_LEFT : dueWork.recoverProcess(processId);
      }),
    foldersGone: (runs) => unit.write(() => attempts.foldersGone(runs.map(({ token }) => token))),
    dueJobs: () => dueWork.list(),
    isDue: (job) => dueWork.isDue(job),
    refillOutbox: (jobs) => dueWork.refill(jobs),
  };
}

function attemptOutcome({ kind }: Completion): AttemptOutcome {
  return kind === 'set-refused' || kind === 'quarantined' ? 'refused' : kind;
}

function errorOf(completion: Completion) {
  switch (completion.kind) {
    case 'retryable':
    case 'discarded':
      return completion.error;
    case 'refused':
      return { class: completion.refusal.code, text: completion.refusal.reason };
    case 'quarantined':
      return completion.error ?? { class: completion.refusal.code, text: completion.refusal.reason };
    case 'set-refused':
      return { class: 'SetRefused', text: completion.problems.join('; ') };
    case 'skipped':
    case 'snoozed':
      return { class: completion.kind, text: completion.reason };
    case 'blocked':
      return { class: completion.condition, text: completion.reason };
    case 'done':
      return undefined;
  }
}
