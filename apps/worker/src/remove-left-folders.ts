import { setTimeout as sleep } from 'node:timers/promises';
import type { OrphanedRun, Recovery, WorkLedger } from '@proofline/domain/work-ledger.ts';
import type { Workspace } from '@proofline/domain/workspace.ts';

/** A worker of the process before is told at once that it is gone, and is on its way for no longer than this. */
const STRAGGLING_MS = 3_000;

export type LeftFolders = {
  /** What was not looked at again is known to the next start. */
  stop(): Promise<void>;
};

type Needs = {
  readonly workspace: Pick<Workspace, 'removeAttempt'>;
  readonly ledger: Pick<WorkLedger, 'foldersGone'>;
  readonly onError: (error: unknown) => void;
  readonly stragglingMs?: number;
};

/**
 * Takes away the folders of runs that ended with their process, before any of their photos is run again, and once more a little later: a worker that
 * outlived its supervisor by a moment may have been about to make its folder, and nobody would look for that one.
 */
export async function removeLeftFolders(recovery: Recovery, needs: Needs): Promise<LeftFolders> {
  const { workspace, onError, stragglingMs = STRAGGLING_MS } = needs;
  const runs = runsOf(recovery);
  await removeAll(workspace, runs);
  const stopping = new AbortController();
  const again = runs.length === 0 ? Promise.resolve() : removeAgain();

  async function removeAgain(): Promise<void> {
    try {
      await sleep(stragglingMs, undefined, { signal: stopping.signal, ref: false });
      await removeFoldersOf(recovery, needs);
    } catch (error) {
      if (!stopping.signal.aborted) onError(error);
    }
  }

  return {
    async stop() {
      stopping.abort();
      await again;
    },
  };
}

/** The same at once and for good, where the process that made them is known to be gone. */
export async function removeFoldersOf(
  recovery: Recovery,
  { workspace, ledger }: Pick<Needs, 'workspace' | 'ledger'>,
): Promise<void> {
  const runs = runsOf(recovery);
  await removeAll(workspace, runs);
  if (runs.length > 0) ledger.foldersGone(runs);
}

const runsOf = ({ orphanedRuns, overtakenRuns, earlierRuns }: Recovery) => [
  ...orphanedRuns,
  ...overtakenRuns,
  ...earlierRuns,
];

async function removeAll(workspace: Needs['workspace'], runs: readonly OrphanedRun[]): Promise<void> {
  for (const { subject, stage, token } of runs) await workspace.removeAttempt(subject, stage, token);
}
