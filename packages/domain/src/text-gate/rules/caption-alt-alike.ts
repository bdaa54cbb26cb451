import { whole, type GateRule } from '../define-rule.ts';
import { contentWords } from '../content-words.ts';
import { stemOf } from '../word.ts';

/** Stricter than the original's bound on shared words, 0.86 (original-system.md §4.4): people who write both share less than two thirds. */
const ALIKE = 0.75;
/** One is the other with a word or two more. */
const CONTAINED = 0.9;

/** Where caption and alt text stand side by side, a second one that says the same is noise (WCAG: redundant text). */
export const captionAltAlike: GateRule = {
  id: 'caption-alt-alike',
  check({ caption, altText }) {
    const [a, b] = [stemsOf(caption), stemsOf(altText)];
    if (a.size < 3 || b.size < 3) return [];
    const shared = [...a].filter((stem) => b.has(stem)).length;
    if (shared / (a.size + b.size - shared) < ALIKE && shared / Math.min(a.size, b.size) < CONTAINED) return [];
    return [
      {
        rule: 'caption-alt-alike',
        field: 'altText',
        severity: 'block',
        span: whole(altText),
        reason: 'the alt text says the same as the caption; let it say what is to be seen',
      },
    ];
  },
};

const stemsOf = (text: string) => new Set(contentWords(text).map(stemOf));
