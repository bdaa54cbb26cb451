import type { EventLog } from '@proofline/domain/event.ts';
import type { UnfinishedProcess } from '@proofline/domain/process-log.ts';
import type { Resumption } from '@proofline/domain/resumption.ts';
import type { Recovery } from '@proofline/domain/work-ledger.ts';
import type { Logger } from '@proofline/runtime/logger.ts';

/** Null when the process before left nothing to do. */
export function resumptionOf(
  { orphanedRuns, dueJobs, setIds }: Recovery,
  unfinished: UnfinishedProcess | null,
  at: string,
): Resumption | null {
  if (dueJobs === 0) return null;
  return { at, afterDeath: unfinished?.ending === 'died', interruptedRuns: orphanedRuns.length, dueJobs, setIds };
}

export function announceResumption(
  { at: _at, ...detail }: Resumption,
  events: EventLog,
  logger: Pick<Logger, 'info'>,
): void {
  events.append({ actor: 'system', kind: 'work.resumed', runId: null, setId: null, photoId: null, detail });
  logger.info(detail, 'going on where the last process stopped');
}
