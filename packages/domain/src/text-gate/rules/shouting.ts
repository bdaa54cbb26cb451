import { hitsOf, proseRule } from '../define-rule.ts';
import { wordsOf } from '../word.ts';

/** Abbreviations are short and come one or two at a time; four long words in capitals shout. */
const MOST_CAPITAL_WORDS = 3;

export const shouting = proseRule({
  id: 'shouting',
  severity: 'block',
  check(text, { subject }) {
    const marks = hitsOf(text, /!{2,}|\?!|!\?|\?{2,}/gu, (found) => `"${found}" shouts`);
    const typed = new Set(wordsOf(subject).map(({ text: word }) => word));
    const loud = wordsOf(text).filter(({ text: word }) => /^[\p{Lu}'’-]{3,}$/u.test(word) && !typed.has(word));
    const [first] = loud;
    const last = loud.at(-1);
    if (first === undefined || last === undefined || loud.length <= MOST_CAPITAL_WORDS) return marks;
    return [
      {
        span: { start: first.start, end: last.end },
        reason: 'words in capitals shout, and screen readers spell them out',
      },
    ];
  },
});
