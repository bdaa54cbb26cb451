import type { Leftovers, Workspace } from '@proofline/domain/workspace.ts';

const BATCH = 100;

/**
 * Frees the disk of runs that could not do so themselves, and of refused photos: thousands of duplicates must not fill it until somebody rolls them back. Files go before the row says so,
 * so that one that was cut off is finished by the next.
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
  let stopped = false;

  const tidy = async () => {
    for (const { subject, stage, token } of leftovers.runs()) {
      await workspace.removeAttempt(subject, stage, token);
      leftovers.forgetRun(token);
    }
    for (let ids = leftovers.list(BATCH); ids.length > 0 && !stopped; ids = leftovers.list(BATCH)) {
      for (const photoId of ids) {
        await workspace.removePhoto(photoId);
        leftovers.forget(photoId);
      }
    }
  };

  return {
    /** After a run; one tidying at a time. */
    soon() {
      tidying ??= tidy()
        .catch(onError)
        .finally(() => {
          tidying = undefined;
        });
    },
    async stop() {
      stopped = true;
      await tidying;
    },
  };
}
