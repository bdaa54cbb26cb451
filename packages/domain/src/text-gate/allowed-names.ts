import type { GateContext } from './gate-context.ts';
import { foldName } from './word.ts';

/** Names that the text may use because somebody who knows gave them. */
export type AllowedNames = {
  /** Whether each word of the name is in what was given. */
  has(foldedName: string): boolean;
  /** Countries of the places that were given. */
  readonly countries: ReadonlySet<string>;
};

export function allowedNames(context: GateContext): AllowedNames {
  const known = byContext.get(context) ?? gathered(context);
  byContext.set(context, known);
  return known;
}

/** Several rules ask, for each text and round of repairs. */
const byContext = new WeakMap<GateContext, AllowedNames>();

function gathered({ subject, location, allowedPlaceNames, house, places }: GateContext): AllowedNames {
  const given = [subject, location, ...allowedPlaceNames, ...house.terms].flatMap((text) => [
    foldName(text),
    foldName(text.replace(/['’]s\b/gu, '')),
  ]);
  const words = new Set(given.flatMap((text) => text.split(' ')));
  const names = [location, ...allowedPlaceNames].flatMap((text) => runsOf(foldName(text)));
  const known = names.flatMap((name) => places(name) ?? []);
  // Where a country is named it decides: there is a Paris in Texas too.
  const sure = known.filter(({ kind }) => kind === 'country');
  const countries = new Set((sure.length > 0 ? sure : known).flatMap((place) => place.countries));
  return {
    has: (name) => name.split(' ').every((word) => words.has(word) || words.has(word.replace(/s$/u, ''))),
    countries,
  };
}

/** Every run of one to four words: `mostar bosnia and herzegovina` holds a town and a country. */
function runsOf(folded: string): readonly string[] {
  const words = folded.split(' ');
  return words.flatMap((_, from) =>
    [1, 2, 3, 4]
      .filter((length) => from + length <= words.length)
      .map((length) => words.slice(from, from + length).join(' ')),
  );
}
