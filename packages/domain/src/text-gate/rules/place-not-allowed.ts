import { allowedNames, type AllowedNames } from '../allowed-names.ts';
import type { GateRule, Hit } from '../define-rule.ts';
import type { Finding } from '../finding.ts';
import type { GateContext } from '../gate-context.ts';
import type { KnownName, PlaceNames } from '../place-names.ts';
import { nameText, properNamesIn, type ProperName } from '../proper-names.ts';
import { foldName, type Word } from '../word.ts';

const locative = new Set(
  'in at near from outside around through across towards toward to over above below beyond off of between and along by behind via into inside beside'.split(
    ' ',
  ),
);
/** What stands behind a place and makes it one: the Rotterdam skyline. */
const ofAPlace = new Set(
  'skyline harbour harbor street streets canal canals station airport cathedral market square old suburb suburbs coast waterfront city town village district region countryside museum university metro subway lies sits stands wakes under before after at'.split(
    ' ',
  ),
);
/** Words with capitals that are names of places as well and nearly never meant so. */
const otherwise = new Set(
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday christmas easter roman german norman christian indian gothic victorian georgian milky way orange north south east west god king queen prince saint art deco boeing airbus spitfire arctic'.split(
    ' ',
  ),
);

/**
 * A place that nobody gave: neither the operator nor the position. Town names that are plain words too (Bath, Nice, Split) count only with a capital
 * where a place is expected.
 */
export const placeNotAllowed: GateRule = {
  id: 'place-not-allowed',
  check({ caption, altText, keywords }, context) {
    const allowed = allowedNames(context);
    const prose = (['caption', 'altText'] as const).flatMap((field) => {
      const text = field === 'caption' ? caption : altText;
      return properNamesIn(text)
        .flatMap((name) => strangePlace(name, context, allowed))
        .map((hit): Finding => ({ rule: 'place-not-allowed', field, severity: 'block', ...hit }));
    });
    return [...prose, ...keywords.flatMap((keyword, index) => strangeKeyword(keyword, index, context, allowed))];
  },
};

function strangePlace(name: ProperName, context: GateContext, allowed: AllowedNames): readonly Hit[] {
  const { words } = name;
  for (let from = 0; from < words.length; from += 1) {
    for (let to = words.length; to > from; to -= 1) {
      const part = words.slice(from, to);
      const folded = nameText(part);
      const place = otherwise.has(folded) ? null : context.places(folded);
      if (place === null) continue;
      if (allowed.has(folded) || isInAllowedCountry(place, allowed))
        return strangePlace({ ...name, words: words.slice(to), startsSentence: false, before: '' }, context, allowed);
      const severity = severityOf(place, part, name, from === 0, to === words.length);
      if (severity === null) break;
      return [
        {
          span: spanOf(part),
          severity,
          reason: `"${part.map(({ text }) => text).join(' ')}" is a place that is not among those given for this photo`,
        },
      ];
    }
  }
  return [];
}

/** Null where the word is hardly meant as a place. */
function severityOf(
  place: KnownName,
  part: readonly Word[],
  name: ProperName,
  isFirst: boolean,
  isLast: boolean,
): Finding['severity'] | null {
  const isWide = place.kind !== 'town';
  const isTelling = place.usage !== 'word' || part.length > 1;
  const afterThe = name.before === 'the' && locative.has(name.beforeThat);
  const isLocated = isFirst && (locative.has(name.before) || (afterThe && isWide));
  // Of a longer name only its whole or its beginning stands for the place: "in Rotterdam Centrum", not "in Emma Bath".
  if (
    isLocated &&
    (isTelling || isWide || (isLast && name.before !== 'of' && name.before !== 'by' && name.before !== 'and'))
  )
    return 'block';
  if (!isFirst || !isTelling || (name.startsSentence && part.length === 1 && place.usage === 'both')) return null;
  if (isLast && ofAPlace.has(name.after)) return 'block';
  // Of two words that nobody knows together the first may be somebody's: Nelson Prado.
  if (isWide && isLast && !name.startsSentence) return /(?:an|ese|ish)$/u.test(nameText(part)) ? null : 'block';
  // Behind a comma: "…, Italy", "Sarajevo, Bosnia".
  if (isLast && name.before === '' && !name.startsSentence) return 'block';
  return null;
}

function isInAllowedCountry({ kind, countries }: KnownName, allowed: AllowedNames): boolean {
  // The country itself and its regions follow from a place in it; another town does not.
  return kind === 'country' && countries.some((country) => allowed.countries.has(country));
}

function strangeKeyword(
  keyword: string,
  index: number,
  { places }: { readonly places: PlaceNames },
  allowed: AllowedNames,
): readonly Finding[] {
  const folded = foldName(keyword);
  const place = otherwise.has(folded) ? null : places(folded);
  if (place === null || allowed.has(folded) || isInAllowedCountry(place, allowed)) return [];
  const isSpelledAsName = keyword.split(/\s+/u).every((word) => /^\p{Lu}/u.test(word));
  const isMeant =
    place.usage === 'name' ||
    (isSpelledAsName && (place.usage !== 'word' || place.kind !== 'town' || folded.includes(' ')));
  if (!isMeant) return [];
  return [
    {
      rule: 'place-not-allowed',
      field: 'keywords',
      severity: 'block',
      span: { start: index, end: index + 1 },
      reason: `"${keyword}" is a place that is not among those given for this photo`,
      repair: { replacement: null },
    },
  ];
}

const spanOf = (words: readonly Word[]) => ({ start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 });
