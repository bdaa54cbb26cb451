import type { Leftovers, Workspace } from '@proofline/domain/workspace.ts';

const BATCH = 100;
/** Between two tries while files cannot be removed: no run may come that would ask for it. */
const AGAIN_MS = 5_000;

/**
 * Frees the disk of runs that could not do so themselves, and of refused photos: thousands of duplicates must not fill it until somebody rolls them back.
 * Files go before the row says so, so that one that was cut off is finished by the next.
 */
export function tidyWorkspace({
  leftovers,
  workspace,
  onError,
}: {
  readonly leftovers: Leftovers;
  readonly workspace: Workspace;
  readonly onError: (error: unknown) => void;
}): { soon(): void; stop(): Promise<void> } {
  let tidying: Promise<void> | undefined;
  let again: NodeJS.Timeout | undefined;
  let stopped = false;

  const tidyRuns = async () => {
    for (const { subject, stage, token } of leftovers.runs()) {
      await workspace.removeAttempt(subject, stage, token);
      leftovers.forgetRun(token);
    }
  };
  const tidy = async () => {
    await tidyRuns();
    for (let ids = leftovers.list(BATCH); ids.length > 0 && !stopped; ids = leftovers.list(BATCH)) {
      for (const photoId of ids) {
        await workspace.removePhoto(photoId);
        leftovers.forget(photoId);
      }
    }
  };

  /** One tidying at a time. */
  const soon = () => {
    clearTimeout(again);
    tidying ??= tidy()
      .catch((error: unknown) => {
        if (!stopped) again = setTimeout(soon, AGAIN_MS);
        onError(error);
      })
      .finally(() => {
        tidying = undefined;
      });
  };

  return {
    /** After a run. */
    soon,
    /** The runs are over: what the last of them left goes now, or at the next start. */
    async stop() {
      stopped = true;
      clearTimeout(again);
      await tidying;
      await tidyRuns().catch(onError);
    },
  };
}
