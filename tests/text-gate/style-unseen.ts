import { styleExamples } from './style-examples.ts';
import { prepared, scoreOf, trainStyle, type StyleExample } from './style-training.ts';

export const STYLE_SEED = 1;

/** The corpora that were written to get past the rules; a model is judged by each of them without having seen it. */
export const judgedBy = ['attack-3', 'attack-4', 'attack-5', 'attack-6', 'attack-7'];

export type UnseenScore = StyleExample & { readonly score: number };

/** Leaves one corpus out, trains with all others, and scores the sentences of the one. */
export function unseenScores(groups: readonly string[] = judgedBy): readonly UnseenScore[] {
  const examples = styleExamples().map((example) => ({ example, row: prepared(example) }));
  return groups.flatMap((group) => {
    const seen = examples.filter(({ example }) => example.group !== group).map(({ row }) => row);
    const trained = trainStyle(seen, STYLE_SEED);
    return examples
      .filter(({ example }) => example.group === group)
      .map(({ example, row }) => ({ ...example, score: scoreOf(trained, row) }));
  });
}
