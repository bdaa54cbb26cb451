import { createHash } from 'node:crypto';
import type { ComputedResults } from '@proofline/domain/computed-results.ts';
import type { StageName, StageOutput } from '@proofline/domain/stage.ts';

type Computation<Result> = {
  readonly stage: StageName;
  /** Null before the photo is taken in: then nothing is found and nothing kept. */
  readonly contentSha256: string | null;
  /** Everything beside the content that could make the result another one: JSON, its keys always in the same order. */
  readonly inputs: unknown;
  readonly compute: () => Promise<Result>;
  /** Whether the result is worth keeping; every one where this is absent. */
  readonly isSettled?: (result: Result) => boolean;
};

/** Asks what is kept before it computes. `computed` goes into the stage's output: the runner writes it down with the rest. */
export async function computedOnce<Result>(
  results: ComputedResults,
  { stage, contentSha256, inputs, compute, isSettled = () => true }: Computation<Result>,
): Promise<{ readonly result: Result } & Pick<StageOutput, 'computed'>> {
  if (contentSha256 === null) return { result: await compute() };
  const inputsSha256 = createHash('sha256').update(JSON.stringify(inputs)).digest('hex');
  // What was kept went in as a `Result` under this very stage and these inputs.
  const kept = results.find({ stage, contentSha256, inputsSha256 }) as Result | null;
  if (kept !== null) return { result: kept };
  const result = await compute();
  return isSettled(result) ? { result, computed: [{ inputsSha256, result }] } : { result };
}
