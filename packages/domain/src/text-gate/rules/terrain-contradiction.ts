import { allowedNames } from '../allowed-names.ts';
import { proseRule, type GateRule } from '../define-rule.ts';
import type { Finding } from '../finding.ts';
import { everywhere } from '../everywhere.ts';
import { unsupportedWords } from '../supported-words.ts';
import { flatCountries, landlockedCountries, mountainWords, oceanWords, climates } from '../terrain.ts';

/**
 * Mountains where there are none, an ocean in a country without a coast. What subject, place or house vocabulary names is left alone: a brewery
 * called Alpine is, wherever it stands.
 */
export const terrainContradiction: GateRule = {
  id: 'terrain-contradiction',
  check(text, context) {
    const countries = [...allowedNames(context).countries];
    if (countries.length === 0) return [];
    const impossible = [
      ...(countries.every((country) => flatCountries.has(country))
        ? [{ words: mountainWords, why: 'has no mountains' }]
        : []),
      ...(countries.every((country) => landlockedCountries.has(country))
        ? [{ words: oceanWords, why: 'has no coast' }]
        : []),
      ...climates.filter((climate) => countries.every((country) => climate.countries.has(country))),
    ];
    const contradictions = impossible.flatMap(({ words, why }) =>
      everywhere(text, { rule: 'terrain-contradiction', severity: 'block' }, (part) =>
        unsupportedWords(part, words, context).map(({ text: found, start, end }) => ({
          span: { start, end },
          reason: `"${found}" cannot be: the country of "${context.location}" ${why}`,
        })),
      ),
    );
    const isFound = ({ field, span }: Pick<Finding, 'field' | 'span'>) =>
      contradictions.some(
        (other) => other.field === field && other.span.start < span.end && other.span.end > span.start,
      );
    return [...contradictions, ...hardly.check(text, context).filter((finding) => !isFound(finding))];
  },
};

/** In sentences alone: a keyword that may be right is not taken away. */
const hardly = proseRule({
  id: 'terrain-contradiction',
  severity: 'warn',
  check(text, context) {
    const countries = [...allowedNames(context).countries];
    return climates
      .filter((climate) => countries.every((country) => climate.countries.has(country)))
      .flatMap(({ doubtful = new Set<string>(), why }) =>
        unsupportedWords(text, doubtful, context).map(({ text: word, start, end }) => ({
          span: { start, end },
          reason: `"${word}" is hardly right: the country of "${context.location}" ${why}`,
        })),
      );
  },
});
