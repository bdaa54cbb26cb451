import type { Crash } from '@proofline/domain/crash-report.ts';
import type { UnfinishedProcess } from '@proofline/domain/process-log.ts';
import type { ProcessDied } from '@proofline/domain/suspicion.ts';
import type { Job, Recovery } from '@proofline/domain/work-ledger.ts';
import { endingInWords, type ChildEnding } from './child-program.ts';
import type { DeadWorker } from './worker-crew.ts';

/** Runs that the report of a process names; each process runs a few at once. */
const RUNS_NAMED = 100;

export function decoderDeath(died: ProcessDied, { subject, stage, epoch }: Job): Crash {
  return {
    kind: 'decoder-death',
    reason: died.message,
    stack: died.stack ?? null,
    stage,
    photoId: subject.kind === 'photo' ? subject.id : null,
    detail: { epoch, evidence: died.evidence },
  };
}

export function engineLoss(lost: Error): Crash {
  const cause = lost.cause instanceof Error ? lost.cause : undefined;
  return {
    kind: 'engine-lost',
    reason: lost.message,
    stack: cause?.stack ?? lost.stack ?? null,
    stage: null,
    photoId: null,
    detail: {},
  };
}

/** The process before this one ended without a word. `ending` is known where somebody was left who saw it. */
export function processDeath(
  { pid, startedAt }: UnfinishedProcess,
  recovery: Recovery,
  ending: ChildEnding | null,
): Crash {
  const runs = runsOf(recovery);
  const how = ending === null ? 'ended without its orderly mark' : endingInWords(ending);
  return {
    kind: 'process-death',
    reason: `process ${pid}, started ${startedAt}, ${how} while ${runs.length} runs were under way; found at this start`,
    ...blame(runs),
    detail: { pid, startedAt, ...ending, orphanedRuns: runs },
  };
}

export function workerDeath({ number, pid, ending }: DeadWorker, recovery: Recovery): Crash {
  const runs = runsOf(recovery);
  return {
    kind: 'worker-death',
    reason: `worker ${number} (process ${pid}) ${endingInWords(ending)} while ${runs.length} runs were under way; others do its work`,
    ...blame(runs),
    detail: { pid, ...ending, orphanedRuns: runs },
  };
}

type NamedRun = Pick<Job, 'subject' | 'stage'>;

function runsOf({ orphanedRuns }: Recovery): readonly NamedRun[] {
  return orphanedRuns.slice(0, RUNS_NAMED).map(({ subject, stage }) => ({ subject, stage }));
}

/** With several runs under way nobody knows which it was. */
function blame(runs: readonly NamedRun[]): Pick<Crash, 'stack' | 'stage' | 'photoId'> {
  const [only] = runs.length === 1 ? runs : [];
  return {
    stack: null,
    stage: only?.stage ?? null,
    photoId: only?.subject.kind === 'photo' ? only.subject.id : null,
  };
}
