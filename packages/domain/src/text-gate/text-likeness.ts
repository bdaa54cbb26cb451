import { contentWords } from './content-words.ts';
import { wordsOf } from './word.ts';

/** Runs of three words, which likeness is counted in; of a shorter text, the text itself. */
export function shinglesOf(text: string): ReadonlySet<string> {
  const words = wordsOf(text).map(({ folded }) => folded);
  if (words.length === 0) return new Set();
  if (words.length < 3) return new Set([words.join(' ')]);
  return new Set(words.slice(2).map((_, index) => words.slice(index, index + 3).join(' ')));
}

/** Jaccard's measure: what both have over what either has, 0…1. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const one of few) if (many.has(one)) shared += 1;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** The words that say something, in order: texts that have it alike differ in case, punctuation and little words at most. */
export function sayingOf(text: string): string {
  return contentWords(text).join(' ');
}
