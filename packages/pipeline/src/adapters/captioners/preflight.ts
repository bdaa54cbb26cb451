import { Blocked } from '@proofline/domain/blocking.ts';
import type { CaptionerProblem } from '@proofline/domain/captioner.ts';
import { ModelFault, NotCaptionable } from './model-failure.ts';
import type { oneAtATime } from './one-at-a-time.ts';
import { ReplyTimeout } from './within.ts';

export type Checks = {
  /** Whether the model is there: what tells one set of weights from the next, or what stands in the way. Cheap. */
  presence(signal: AbortSignal): Promise<string | CaptionerProblem>;
  /** Whether it sees, shown by a picture. Null when it does. Costs an answer of the model. */
  proveVision(weights: string, signal: AbortSignal): Promise<CaptionerProblem | null>;
};

/**
 * What is asked before a draft. The costly part is asked once for each set of weights, and again after any failure: only then it is
 * known whether the photo was at fault or the whole captioner is not well.
 */
export function preflight({ presence, proveVision }: Checks, inTurn: ReturnType<typeof oneAtATime>) {
  let proven: string | null = null;

  async function look(signal: AbortSignal): Promise<readonly CaptionerProblem[]> {
    const found = await presence(signal);
    if (typeof found !== 'string') return [found];
    if (found === proven) return [];
    const problem = await inTurn(async () => (found === proven ? null : proveVision(found, signal)), signal);
    if (problem !== null) return [problem];
    proven = found;
    return [];
  }

  return {
    async problems(signal: AbortSignal): Promise<readonly CaptionerProblem[]> {
      try {
        return await look(signal);
      } catch (error) {
        signal.throwIfAborted();
        return [problemOf(error)];
      }
    },
    /** Puts a question; one that fails makes the next `problems` a thorough one. */
    async watching<Result>(question: () => Promise<Result>): Promise<Result> {
      try {
        return await question();
      } catch (error) {
        proven = null;
        throw error;
      }
    },
  };
}

/** A probe is a picture of ours: whatever is said against it is said against the captioner. */
function problemOf(error: unknown): CaptionerProblem {
  if (error instanceof Blocked && error.condition === 'model-missing')
    return { condition: 'model-missing', reason: error.message };
  if (error instanceof NotCaptionable) {
    const reason = `the captioner will not look at a picture of ours either: ${error.answer}`;
    return { condition: 'captioner-unavailable', reason };
  }
  const isOurs = error instanceof Blocked || error instanceof ModelFault || error instanceof ReplyTimeout;
  if (isOurs) return { condition: 'captioner-unavailable', reason: error.message };
  throw error;
}
