import type { CommitTogether } from '@proofline/domain/commit-together.ts';
import type { UnitOfWork } from './unit-of-work.ts';

type Waiting = {
  /** Within the group's transaction; keeps what `work` returned or threw until the group is committed. */
  readonly run: () => void;
  readonly settle: () => void;
  readonly reject: (error: unknown) => void;
};

/**
 * How long the first of a group waits for others. Two commits of each stage of a photo wait so long at most, while photos take a tenth of a second
 * and more; of what a busy system writes, several times as much meets within it as within one turn of the event loop.
 */
const GATHER_MS = 3;

/**
 * Group commit. A flush to the disk takes longer than all the statements of a run together, and everything else in the process waits meanwhile. So
 * what comes within a moment shares one. Durability is that of a single commit: nobody is told before it.
 */
export function createGroupCommit(unit: UnitOfWork): CommitTogether {
  const { sqlite } = unit;
  // Within a transaction this is a savepoint.
  const alone = sqlite.transaction((work: () => unknown) => work());
  let waiting: Waiting[] = [];

  function commit(): void {
    const group = waiting;
    waiting = [];
    try {
      unit.write(() => {
        for (const { run } of group) run();
      });
    } catch (error) {
      for (const { reject } of group) reject(error);
      return;
    }
    for (const { settle } of group) settle();
  }

  return <T>(work: () => T) =>
    new Promise<T>((resolve, reject) => {
      let settle = (): void => {};
      const run = () => {
        try {
          const result = alone(work) as T;
          settle = () => resolve(result);
        } catch (error) {
          // A full disk takes back the whole transaction: then nobody's part was written.
          if (!sqlite.inTransaction) throw error;
          settle = () => reject(error);
        }
      };
      waiting.push({ run, settle: () => settle(), reject });
      if (waiting.length === 1) setTimeout(commit, GATHER_MS);
    });
}
