import { plainWords } from './plain-words.ts';

/** A place as the operator typed it, taken apart: `Amsterdam_Netherlands` → Amsterdam · Netherlands. */
export type PlaceName = {
  readonly parts: readonly string[];
  /** As it stands behind "in": `Amsterdam, Netherlands`, `the Netherlands`. */
  readonly afterIn: string;
};

/**
 * Reads a location. Null for what names a topic, not a place: the old catalogue has `Flower_Photography` there (original-system.md §2.2).
 * A country at the end is set apart by a comma; nothing is added that was not typed.
 */
export function readPlaceName(location: string): PlaceName | null {
  const typed = location
    .split(',')
    .map(plainWords)
    .filter((part) => part !== '');
  const parts = typed.length === 1 ? splitCountry(typed[0] ?? '') : typed;
  if (parts.length === 0 || parts.some((part) => /\bphotograph/iu.test(part))) return null;
  const [first = ''] = parts;
  const afterIn = parts.length === 1 && takesArticle.test(first) ? `the ${first}` : parts.join(', ');
  return { parts, afterIn };
}

/** Names that English speaks with an article when they stand alone. */
const takesArticle =
  /^(?:netherlands|united (?:states|kingdom|arab emirates)|usa|us|uk|uae|philippines|bahamas|maldives|seychelles|gambia|czech republic|dominican republic|alps|canary islands|faroe islands)\b/iu;

/** Names in use beside those of Unicode's own list of regions. */
const otherCountryNames = [
  'England',
  'Scotland',
  'Wales',
  'Northern Ireland',
  'Holland',
  'USA',
  'UK',
  'UAE',
  'Czech Republic',
  'Turkey',
  'Hong Kong',
  'Macedonia',
  'Burma',
];

const countryNames = new Set([...regionNames(), ...otherCountryNames].map((name) => name.toLowerCase()));

function* regionNames(): Generator<string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  for (const first of letters) {
    for (const second of letters) {
      const name = names.of(first + second);
      if (name !== undefined) yield name;
    }
  }
}

function splitCountry(place: string): readonly string[] {
  const words = place.split(' ').filter((word) => word !== '');
  for (let index = 1; index < words.length; index += 1) {
    const country = words.slice(index).join(' ');
    if (countryNames.has(country.toLowerCase())) return [words.slice(0, index).join(' '), country];
  }
  return words.length === 0 ? [] : [words.join(' ')];
}
