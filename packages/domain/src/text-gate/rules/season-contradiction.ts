import type { GateRule, Hit } from '../define-rule.ts';
import { everywhere } from '../everywhere.ts';
import type { Finding, GateText } from '../finding.ts';
import type { GateContext } from '../gate-context.ts';
import { foldName } from '../word.ts';

const seasons = ['winter', 'spring', 'summer', 'autumn'] as const;
const TROPIC_DEGREES = 23.44;
/** A season in the sense of a caption; hot springs, spring water and summer houses are not meant. */
const SEASON =
  /\b(?:winter|springtime|(?<!hot |cold |mineral )spring(?= (?:day|morning|afternoon|evening|night|sun|light|weather|blossom|bloom|flowers))|(?:in|of|early|late|this) spring|summer(?!house| ?houses)|autumn|fall (?:colou?rs|foliage|leaves)|midwinter|midsummer)\b/giu;

const months = 'january february march april may june july august september october november december'.split(' ');
/** A month as the time of what is shown; "since March" and "each June" tell of other days. */
const MONTH = new RegExp(
  `\\b(${months.join('|')}) (?:morning|day|noon|afternoon|evening|night|sun|sunshine|light|frost|snow|rain|sky)\\b`,
  'giu',
);

/** A season that month and hemisphere rule out by more than one, or a month that is another. */
export const seasonContradiction: GateRule = {
  id: 'season-contradiction',
  check(text, context) {
    const month = Number(context.captureLocalTime?.slice(5, 7) ?? Number.NaN);
    if (Number.isNaN(month)) return [];
    return [...otherMonths(text, month, context), ...otherSeasons(text, month, context)];
  },
};

/** The month that a text gives its own moment; one to each side may be right, at the turn of a month. */
function otherMonths(text: GateText, month: number, { subject, location }: GateContext): readonly Finding[] {
  const typed = foldName(`${subject} ${location}`);
  return everywhere(text, { rule: 'season-contradiction', severity: 'block' }, (part) =>
    Array.from(part.matchAll(MONTH)).flatMap((match): readonly Hit[] => {
      const named = months.indexOf(match[1]!.toLowerCase()) + 1;
      const apart = Math.abs(((named - month + 18) % 12) - 6);
      if (apart <= 1 || typed.includes(foldName(match[1]!))) return [];
      const span = { start: match.index, end: match.index + match[0].length };
      return [{ span, reason: `"${match[0]}" cannot be: the photo was taken in month ${month}` }];
    }),
  );
}

/** Between the tropics, and without a position, nothing is said. */
function otherSeasons(text: GateText, month: number, context: GateContext): readonly Finding[] {
  const { latitude, subject, location } = context;
  if (latitude === undefined || Math.abs(latitude) <= TROPIC_DEGREES) return [];
  // Of the middle of the month, in quarters of a year from midwinter of this hemisphere.
  const phase = ((((month - 1.0) / 3 + (latitude < 0 ? 2 : 0)) % 4) + 4) % 4;
  const typed = foldName(`${subject} ${location}`);
  return everywhere(text, { rule: 'season-contradiction', severity: 'block' }, (part) =>
    Array.from(part.matchAll(SEASON)).flatMap((match): readonly Hit[] => {
      const named = seasonOf(match[0]);
      const apart = Math.abs(((seasons.indexOf(named) - phase + 6) % 4) - 2);
      if (apart <= MOST_APART || typed.includes(named)) return [];
      return [
        {
          span: { start: match.index, end: match.index + match[0].length },
          reason: `"${match[0]}" cannot be: the photo was taken in month ${month} on the ${latitude < 0 ? 'southern' : 'northern'} half of the earth`,
        },
      ];
    }),
  );
}

/** In quarters of a year: a season lasts a half to each side of its middle, and weather comes early or late. */
const MOST_APART = 0.84;

function seasonOf(found: string): (typeof seasons)[number] {
  const word = found.toLowerCase();
  if (word.includes('winter')) return 'winter';
  if (word.includes('summer')) return 'summer';
  return word.includes('spring') ? 'spring' : 'autumn';
}
