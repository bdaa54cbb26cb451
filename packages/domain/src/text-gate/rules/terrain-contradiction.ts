import { allowedNames } from '../allowed-names.ts';
import type { GateRule } from '../define-rule.ts';
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
    return impossible.flatMap(({ words, why }) =>
      everywhere(text, { rule: 'terrain-contradiction', severity: 'block' }, (part) =>
        unsupportedWords(part, words, context).map(({ text: found, start, end }) => ({
          span: { start, end },
          reason: `"${found}" cannot be: the country of "${context.location}" ${why}`,
        })),
      ),
    );
  },
};
