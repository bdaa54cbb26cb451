/**
 * Commits `work`, which is synchronous, in one transaction with whatever else asks for it at the same moment: one flush to the disk for all of
 * them. Resolves when it is on the disk. What `work` throws takes back `work` alone and rejects.
 */
export type CommitTogether = <T>(work: () => T) => Promise<T>;

/** Where there is nobody to share with. */
export const eachAlone: CommitTogether = (run) => new Promise((resolve) => resolve(run()));
