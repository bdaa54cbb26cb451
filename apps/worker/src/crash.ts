import type { Crash, CrashReports } from '@proofline/domain/crash-report.ts';
import type { UnfinishedProcess } from '@proofline/domain/process-log.ts';
import type { ProcessDied } from '@proofline/domain/suspicion.ts';
import type { Job, Recovery } from '@proofline/domain/work-ledger.ts';

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

/** The process before this one ended without a word; nobody else is left to report it. */
export function reportDeath(
  reports: CrashReports,
  { pid, startedAt }: UnfinishedProcess,
  { orphanedRuns }: Recovery,
): void {
  const runs = orphanedRuns.slice(0, RUNS_NAMED).map(({ subject, stage }) => ({ subject, stage }));
  const [only] = runs.length === 1 ? runs : [];
  reports.file({
    kind: 'process-death',
    reason: `process ${pid}, started ${startedAt}, ended without its orderly mark while ${runs.length} runs were under way; found at this start`,
    stack: null,
    stage: only?.stage ?? null,
    photoId: only?.subject.kind === 'photo' ? only.subject.id : null,
    detail: { pid, startedAt, orphanedRuns: runs },
  });
}
