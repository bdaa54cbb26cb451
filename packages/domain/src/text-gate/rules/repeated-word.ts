import { proseRule } from '../define-rule.ts';

const TWICE = /(?<![\p{L}\p{N}])([\p{L}\p{N}]+)(?:\s+\1)+(?![\p{L}\p{N}])/giu;
/** Written twice on purpose: "had had", "that that", and names such as Bora Bora. */
const doubled = /^(?:had|that|very|bora|cous|tuk|aye|pago|walla|wagga|can|cha|so|no|bye|far|long|many|ha|hush)$/iu;

/** The same word twice in a row. */
export const repeatedWord = proseRule({
  id: 'repeated-word',
  severity: 'block',
  check: (text, { subject, location }) => {
    const typed = `${subject} ${location}`.toLowerCase();
    return Array.from(text.matchAll(TWICE), (match) => ({ found: match[0], word: match[1] ?? '', start: match.index }))
      .filter(({ found, word }) => !doubled.test(word) && !typed.includes(found.toLowerCase()))
      .map(({ found, word, start }) => ({
        span: { start, end: start + found.length },
        reason: `"${found}" says "${word}" more than once in a row`,
        repair: { replacement: word },
      }));
  },
});
