import { setImmediate as turn } from 'node:timers/promises';
import type { DueJudgements } from '@proofline/domain/text-gate/due-judgements.ts';

/** Judged in one transaction, some 20 ms. */
const AT_ONCE = 5;

/** Judges what is to be judged anew, a few texts at a time: a set of thousands has as many, and timers, locks and answers do not wait for all of them. */
export function judgeInBackground({
  dueJudgements,
  onError,
}: {
  readonly dueJudgements: DueJudgements;
  readonly onError: (error: unknown) => void;
}): { soon(): void; stop(): Promise<void> } {
  let judging: Promise<void> | undefined;
  let stopped = false;

  const judge = async () => {
    // The next turn begins after whatever came meanwhile.
    while (!stopped && dueJudgements.judgeSome(AT_ONCE) > 0) await turn();
  };

  return {
    /** After a run; one at a time. What cannot be judged now stays due. */
    soon() {
      judging ??= turn()
        .then(judge)
        .catch(onError)
        .finally(() => {
          judging = undefined;
        });
    },
    async stop() {
      stopped = true;
      await judging;
    },
  };
}
