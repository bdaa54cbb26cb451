import type { GateRule } from '../define-rule.ts';
import { everywhere } from '../everywhere.ts';
import { foldName } from '../word.ts';

/** Scripts of languages that are not written in Latin letters. */
const scripts: Readonly<Record<string, string>> = {
  ru: 'Cyrillic',
  uk: 'Cyrillic',
  bg: 'Cyrillic',
  sr: 'Cyrillic',
  el: 'Greek',
  he: 'Hebrew',
  ar: 'Arabic',
  fa: 'Arabic',
  ur: 'Arabic',
  hi: 'Devanagari',
  th: 'Thai',
  ja: 'Han|Hiragana|Katakana',
  zh: 'Han|Bopomofo',
  ko: 'Hangul|Han',
  ka: 'Georgian',
  hy: 'Armenian',
  ta: 'Tamil',
  bn: 'Bengali',
};

/** Letters of a script that the catalogue's language is not written in. Names as the operator typed them may stand. */
export const wrongScript: GateRule = {
  id: 'wrong-script',
  check(text, { settings, subject, location, allowedPlaceNames }) {
    const own = (scripts[settings.language.slice(0, 2)] ?? 'Latin').split('|').map((name) => `\\p{Script=${name}}`);
    const foreign = new RegExp(
      `(?:(?![${own.join('')}\\p{Script=Common}\\p{Script=Inherited}])\\p{L}[\\p{M}\\s]*)+`,
      'gu',
    );
    const typed = foldName([subject, location, ...allowedPlaceNames].join(' '));
    return everywhere(text, { rule: 'wrong-script', severity: 'block' }, (part) =>
      Array.from(part.matchAll(foreign), (match) => ({ found: match[0].trimEnd(), start: match.index }))
        .filter(
          ({ found }) =>
            !foldName(found)
              .split(' ')
              .every((word) => typed.includes(word)),
        )
        .map(({ found, start }) => ({
          span: { start, end: start + found.length },
          reason: `"${found}" is not in the script of the catalogue's language`,
        })),
    );
  },
};
