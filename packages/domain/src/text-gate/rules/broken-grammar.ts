import { hitsOf, proseRule } from '../define-rule.ts';

/** What no writer of English leaves: pronouns with another's verb, a verb behind "is" without its ending, an article of the wrong form. */
const patterns: readonly RegExp[] = [
  /\b(?:he|she|it) (?:have|are|am|do|go|stand|sit|lie|show|hold|wear|walk|run)\b(?<!(?:let|make|makes|made|see|sees|watch|watches|help|helps|that|lest|do|does|did|to|and) (?:he|she|it) \p{L}+)/giu,
  /\b(?:they|we|you) (?:is|was|has|am|does|goes)\b/giu,
  /\b(?:is|are|was|were|be) (?:stand|sit|lie|hang|fly|walk|grow|hold|wear|carry|sleep|swim|eat|drink|look|wait|float|shine|bloom)(?=[ ,.]|$)/giu,
  /\b(?:these|those|many|several) \p{L}+ (?:is|was|has)\b(?! been| a\b)/giu,
  /\b(?:this|a|an|each|every) (?:trees|birds|people|men|women|children|boats|houses|cars|flowers|buildings|clouds|dogs|cats)\b(?! ?['’-])/giu,
  /(?<=[\p{L},] )an [bcdfgjklmnpqrstvwxyz]\p{Ll}{2,}|(?<=[\p{L},] )a (?!one\b|one-|once\b)(?:[aio]|e(?!u|we))\p{Ll}{2,}\b/gu,
  /\b(?:more|most) (?:bigger|smaller|taller|older|better|biggest|smallest|tallest|oldest|best)\b|\b(?:much|less) (?:trees|people|birds|boats|houses|cars)\b|\balongs\b/giu,
  /\b(\p{L}{3,})s (?:is|was|has) (?:stand|sit|walk|fly)ing\b/giu,
];

/** English that falls apart: a small model loses the agreement of its words. */
export const brokenGrammar = proseRule({
  id: 'broken-grammar',
  severity: 'warn',
  check: (text, { settings }) =>
    settings.language === 'en'
      ? patterns.flatMap((pattern) => hitsOf(text, pattern, (found) => `"${found}" is no English grammar`))
      : [],
});
