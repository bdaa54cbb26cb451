import { allowedNames } from '../allowed-names.ts';
import { proseRule, type GateRule } from '../define-rule.ts';
import type { Finding, GateText } from '../finding.ts';
import { everywhere } from '../everywhere.ts';
import type { GateContext } from '../gate-context.ts';
import { sensesOf } from '../style/word-senses.ts';
import { unsupportedWords } from '../supported-words.ts';
import { climates, flatCountries, landlockedCountries, mountainWords, oceanWords, worldsApart } from '../terrain.ts';
import { foldName } from '../word.ts';

/**
 * Mountains where there are none, an ocean in a country without a coast. What subject, place or house vocabulary names is left alone: a brewery
 * called Alpine is, wherever it stands.
 */
export const terrainContradiction: GateRule = {
  id: 'terrain-contradiction',
  check(text, context) {
    const countries = [...allowedNames(context).countries];
    const apart = worldsApart.flatMap(({ one, other }) => [
      ...notBeside(text, one, other, context),
      ...notBeside(text, other, one, context),
    ]);
    if (countries.length === 0) return apart;
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
        unsupportedWords(part, words, context)
          .filter((word) => !isOfARoof(part, word))
          .map(({ text: found, start, end }) => ({
            span: { start, end },
            reason: `"${found}" cannot be: the country of "${context.location}" ${why}`,
          })),
      ),
    );
    const isFound = ({ field, span }: Pick<Finding, 'field' | 'span'>) =>
      [...apart, ...contradictions].some(
        (other) => other.field === field && other.span.start < span.end && other.span.end > span.start,
      );
    return [...apart, ...contradictions, ...hardly.check(text, context).filter((finding) => !isFound(finding))];
  },
};

/** What the subject rules out, by words that only the text has. */
function notBeside(
  text: GateText,
  world: ReadonlySet<string>,
  other: ReadonlySet<string>,
  context: GateContext,
): readonly Finding[] {
  if (!isNamedIn(foldName(context.subject), world)) return [];
  return everywhere(text, { rule: 'terrain-contradiction', severity: 'block' }, (part) =>
    unsupportedWords(part, other, context).map(({ text: found, start, end }) => ({
      span: { start, end },
      reason: `"${found}" cannot be in one photo with "${context.subject}"`,
    })),
  );
}

function isNamedIn(subject: string, world: ReadonlySet<string>): boolean {
  const said = ` ${subject} `;
  return [...world].some((name) => said.includes(` ${name} `) || said.includes(` ${name}s `));
}

/** The ridge of a house or of sand stands in the flattest country. */
function isOfARoof(part: string, { name, start }: { readonly name: string; readonly start: number }): boolean {
  if (!name.startsWith('ridge')) return false;
  const before = foldName(/([\p{L}-]+)\s+$/u.exec(part.slice(0, start))?.[1] ?? '');
  const [main] = sensesOf(before).senses.toSorted((a, b) => b.share - a.share);
  return /\b(?:roof|thatch|tile|sand|dune|tent)/iu.test(part) || main?.name === 'noun.artifact';
}

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
