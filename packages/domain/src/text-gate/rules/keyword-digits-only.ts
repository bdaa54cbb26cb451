import { keywordAt, keywordRule } from '../define-rule.ts';
import { foldName } from '../word.ts';

/** Numbers by themselves: a year, a counter. One that the subject names (747) is a word. */
export const keywordDigitsOnly = keywordRule({
  id: 'keyword-digits-only',
  severity: 'block',
  check(keywords, { subject }) {
    const typed = foldName(subject).split(' ');
    return keywords.flatMap((keyword, index) =>
      /^[\p{N}\p{P}\p{S}\s]*\p{N}[\p{N}\p{P}\p{S}\s]*$/u.test(keyword) &&
      !foldName(keyword)
        .split(' ')
        .every((part) => typed.includes(part))
        ? [{ span: keywordAt(index), reason: `"${keyword}" is a number, not a word`, repair: { replacement: null } }]
        : [],
    );
  },
});
