import { keywordAt, keywordRule } from '../define-rule.ts';
import { functionWords } from '../function-words.ts';
import { foldName, wordCount } from '../word.ts';

/** More words are a sentence, unless they are a name that somebody gave. */
const MOST_WORDS = 4;
const little: ReadonlySet<string> = functionWords.en;
/** Little words that names and set phrases are made of: black and white, man o' war, Isle of Mull. */
const joins = new Set(['of', 'and', 'the', 'in', 'on', 'by', 'to', 'no', 'for']);

/** A piece cut out of a sentence: it begins or ends with a little word, or goes on and on. */
export const keywordFragment = keywordRule({
  id: 'keyword-fragment',
  severity: 'block',
  check(keywords, { subject, location }) {
    const typed = `${foldName(subject)} | ${foldName(location)}`;
    return keywords.flatMap((keyword, index) => {
      // A hyphen makes one word of several: close-up.
      const words = keyword.trim().split(/\s+/u).map(foldName);
      if (words.length < 2 || typed.includes(words.join(' ')) || !isFragment(keyword, words)) return [];
      return [
        {
          span: keywordAt(index),
          reason: `"${keyword}" is a piece of a sentence, not a keyword`,
          repair: { replacement: null },
        },
      ];
    });
  },
});

/** Two words that are one thing though the second is little: pick up, take off, watering can. */
const tails = new Set(['up', 'off', 'down', 'out', 'over', 'through', 'by', 'can']);
const heads = new Set(['off', 'all', 'one', 'two', 'no']);
/** With one word behind it, a time: before sunrise, after dark, during lunch. */
const timeHeads = new Set(['before', 'after', 'during']);

function isFragment(keyword: string, words: readonly string[]): boolean {
  if (/[.!?;:]\s|[.!?]$/u.test(keyword) && wordCount(keyword) > 2) return true;
  const isName =
    /^\p{Lu}/u.test(keyword) &&
    keyword.split(/\s+/u).every((word) => /^\p{Lu}/u.test(word) || joins.has(foldName(word)));
  if (isName) return false;
  const [first = ''] = words;
  if (words.length > MOST_WORDS || (little.has(first) && !heads.has(first) && !isTime(words)) || isOpenEnd(words))
    return true;
  if (
    /^\p{Ll}/u.test(keyword) &&
    / (?:in|on|at|by|with|near|from|against|behind) (?:the|an?) /u.test(` ${words.slice(1).join(' ')} `)
  )
    return true;
  return words.slice(1, -1).some((word) => little.has(word) && !joins.has(word));
}

const isTime = ([first = '', second = '', ...others]: readonly string[]) =>
  timeHeads.has(first) && second !== '' && others.length === 0;

function isOpenEnd(words: readonly string[]): boolean {
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  if (!little.has(last)) return false;
  return words.length > 2 || !tails.has(last) || (first.endsWith('ing') && last !== 'can');
}
