import { proseRule, whole } from '../define-rule.ts';
import { wordsOf } from '../word.ts';

/** Of all runs of three words, the share that came before: above it, the text turns in a circle. */
const MOST_REPEATED = 0.2;
const TIMES = 3;

/** A model that could not stop: the same words again and again. */
export const repetitionLoop = proseRule({
  id: 'repetition-loop',
  severity: 'block',
  check(text) {
    const words = wordsOf(text).map(({ folded }) => folded);
    const runs = words.slice(2).map((_, index) => words.slice(index, index + 3).join(' '));
    const pairs = words.slice(1).map((word, index) => `${words[index]} ${word}`);
    const repeatedShare = runs.length === 0 ? 0 : (runs.length - new Set(runs).size) / runs.length;
    if (words.length < 6 || (repeatedShare <= MOST_REPEATED && mostOften(pairs) <= TIMES)) return [];
    return [{ span: whole(text), reason: 'the text repeats itself again and again' }];
  },
});

function mostOften(pairs: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}
