import { contentWords } from '../content-words.ts';
import { keywordRule, proseRule, whole, type GateRule } from '../define-rule.ts';
import { stemOf, wordsOf } from '../word.ts';

/** Of all runs of three words, the share that came before: above it, the text turns in a circle. */
const MOST_REPEATED = 0.2;
const TIMES = 3;

/** Two words and more, and at once the same again. */
const SAID_AGAIN =
  /(?<![\p{L}\p{N}])(\p{L}[\p{L}'’-]*(?: \p{L}[\p{L}'’-]*)+),?(?: and| or| with)? \1(?![\p{L}\p{N}])/iu;

const ID = 'repetition-loop';
/** So many keywords about one word, and more than half of all, are one thought said again and again. */
const FEWEST_ALIKE = 5;

/** People seldom say one word three times in so few. */
const OFTEN = 3;
const SHORT = 30;

/** A model that could not stop: the same words again and again. */
export const repetitionLoop: GateRule = {
  id: ID,
  check: (text, context) => [...inProse.check(text, context), ...inKeywords.check(text, context)],
};

const inProse = proseRule({
  id: ID,
  severity: 'block',
  check(text) {
    const words = wordsOf(text).map(({ folded }) => folded);
    const runs = words.slice(2).map((_, index) => words.slice(index, index + 3).join(' '));
    const pairs = words.slice(1).map((word, index) => `${words[index]} ${word}`);
    const repeatedShare = runs.length === 0 ? 0 : (runs.length - new Set(runs).size) / runs.length;
    if (words.length >= 6 && (repeatedShare > MOST_REPEATED || mostOften(pairs) > TIMES))
      return [{ span: whole(text), reason: 'the text repeats itself again and again' }];
    const again = SAID_AGAIN.exec(text);
    if (again !== null && contentWords(again[1] ?? '').length > 0) {
      const span = { start: again.index, end: again.index + again[0].length };
      return [{ span, reason: `"${again[1]}" is said twice in a row` }];
    }
    const roots = contentWords(text).map(rootOf);
    const often = mostOften(roots);
    if (often < OFTEN || words.length > SHORT) return [];
    const severity = often > OFTEN ? 'block' : 'warn';
    return [{ span: whole(text), severity, reason: `one word comes back ${often} times in a short text` }];
  },
});

const inKeywords = keywordRule({
  id: ID,
  severity: 'block',
  check(keywords) {
    const stems = keywords.map((keyword) => new Set(wordsOf(keyword).map(({ folded }) => stemOf(folded))));
    const counts = new Map<string, number>();
    for (const own of stems) if (own.size > 1) for (const stem of own) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    const [often] = [...counts].toSorted(([, a], [, b]) => b - a);
    if (often === undefined || often[1] < FEWEST_ALIKE || often[1] <= keywords.length / 2) return [];
    const first = stems.findIndex((own) => own.has(often[0]));
    const last = stems.findLastIndex((own) => own.has(often[0]));
    return [
      {
        span: { start: first, end: last + 1 },
        reason: `${often[1]} of ${keywords.length} keywords turn around one word`,
      },
    ];
  },
});

/** What a word shares with all made of it: dance, dancers and dancing; drums and drumming; ice and icy. */
function rootOf(word: string): string {
  return stemOf(word)
    .replace(/([b-df-hj-np-tv-z])\1$/u, '$1')
    .replace(/(?<=..)[ey]$/u, '');
}

function mostOften(pairs: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}
