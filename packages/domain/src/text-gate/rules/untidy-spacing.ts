import { proseRule, type Hit } from '../define-rule.ts';

/** What is wrong, and what belongs there. */
const untidy: readonly (readonly [RegExp, string, string])[] = [
  [/[\p{Cc}\p{Cf}]+/gu, ' ', 'an invisible character'],
  [/\s{2,}/gu, ' ', 'more than one space'],
  [/^\s+|\s+$/gu, '', 'a space at the end'],
  [/\s+(?=[,.;:!?](?:\s|$))/gu, '', 'a space before punctuation'],
  [/,(?:\s*[,.])+/gu, ',', 'punctuation twice'],
  [/(?<!\.)\.\.(?!\.)/gu, '.', 'two full stops'],
];

export const untidySpacing = proseRule({
  id: 'untidy-spacing',
  severity: 'warn',
  check: (text): readonly Hit[] =>
    untidy.flatMap(([pattern, replacement, what]) =>
      Array.from(text.matchAll(pattern), (match) => ({
        span: { start: match.index, end: match.index + match[0].length },
        reason: `${what} stands here`,
        repair: { replacement },
      })),
    ),
});
