import { foldName } from './word.ts';

/** Words for times of day, with the heights of the sun in degrees at which they can be true. Wide: light lingers and clouds glow. */
export const daylightWords: readonly {
  readonly pattern: RegExp;
  readonly least: number;
  readonly most: number;
  readonly half?: 'rising' | 'setting';
}[] = [
  {
    pattern:
      /\b(?:midnight|stars|starry|starlight|starlit|moonlight|moonlit|milky way|nighttime|night sky|(?:at|by|of|late|dark|clear|cold) night|(?:middle|dead|depths?|still(?:ness)?|thick) of the night|nightfall|night (?:falls|fell|descends|settles|comes|has (?:fallen|come))|under the moon|after dark)\b/giu,
    least: -90,
    most: 0,
  },
  { pattern: /\b(?:noon|midday|high noon|noon sun|noonday)\b/giu, least: 8, most: 90 },
  {
    pattern:
      /\b(?:sunny|sunlit|bright sun|sunlight|sunshine|afternoon sun|broad daylight|midday sun|morning sun|afternoon)\b/giu,
    least: -2,
    most: 90,
  },
  // Some hours before there is any light, and some after.
  {
    pattern: /\b(?:before|until) (?:sunrise|daybreak|dawn|first light)\b/giu,
    least: -40,
    most: 0,
    half: 'rising',
  },
  { pattern: /\bafter (?:sunset|sundown|dusk)\b/giu, least: -60, most: 2, half: 'setting' },
  {
    pattern:
      /(?<!\b(?:before|until) )\b(?:sunrise|daybreak|dawn|first light|sun (?:rises|rising|is rising|comes up|coming up))\b/giu,
    least: -14,
    most: 12,
    half: 'rising',
  },
  {
    pattern:
      /(?<!\bafter )\b(?:sunset|sundown|setting sun|last light|sun (?:sets|is setting|goes down|going down|sinks|sinking|dips|dipping))\b/giu,
    least: -14,
    most: 12,
    half: 'setting',
  },
  {
    pattern: /(?<!\b(?:since|until|every|each|next|previous) )\bmorning\b(?! (?:glor|coat|suit))/giu,
    least: -30,
    most: 90,
    half: 'rising',
  },
  {
    pattern: /(?<!\b(?:since|until|every|each|next|previous|for the) )\bevening\b(?! (?:gown|dress|class|primrose))/giu,
    least: -90,
    most: 60,
    half: 'setting',
  },
  { pattern: /\b(?:dusk|twilight|blue hour|golden hour)\b/giu, least: -18, most: 14 },
];

/** Polar days and bad clocks apart, the sun rises before noon and sets after it. */
export function sunHalf(captureLocalTime: string | undefined): 'rising' | 'setting' | undefined {
  const hour = Number(/T(\d{2}):/u.exec(captureLocalTime ?? '')?.[1] ?? Number.NaN);
  if (Number.isNaN(hour)) return undefined;
  if (hour < 11) return hour >= 2 ? 'rising' : undefined;
  return hour >= 14 ? 'setting' : undefined;
}

/**
 * The parts of a day in their order, which is a circle. Those next to each other run into one another; what lies further apart cannot be said of one
 * moment. `evening` has sunset and dusk with it: in winter they come early.
 */
const partsOfDay = ['night', 'dawn', 'morning', 'noon', 'afternoon', 'evening'] as const;
type PartOfDay = (typeof partsOfDay)[number];

/** Not of this moment: "since morning", "every night". */
const OTHER_TIME =
  '(?<!\\b(?:since|until|till|every|each|next|previous|all|before|by|per|day and|for the) |\\blast (?=night))';
/** Not of any: evening gowns, night herons, morning glories. */
const OTHER_THING =
  '(?! (?:of|gowns?|dress(?:es)?|glory|glories|coats?|herons?|watch\\p{L}*|markets?|bus(?:es)?|trains?|clubs?|shifts?|work\\p{L}*|school|duty|class(?:es)?|primroses?|suits?|tide|paper|service|star))';
const saidOfDay: readonly { readonly pattern: RegExp; readonly parts: readonly PartOfDay[] }[] = (
  [
    ['midnight|starry|starlit|starlight|stars|moonlit|moonlight|milky way|nighttime|nightfall|night', ['night']],
    ['dawn|sunrise|daybreak|first light|sun rises|rising sun', ['dawn']],
    ['morning', ['morning']],
    ['noon|midday|noonday', ['noon']],
    ['afternoon', ['afternoon']],
    ['evening|sunset|dusk|sundown|setting sun|sun sets|last light', ['evening']],
    ['twilight|blue hour|golden hour', ['dawn', 'evening']],
    ['broad daylight|blue sky|bright sun|sunny|sunshine', ['morning', 'noon', 'afternoon']],
  ] as const
).map(([words, parts]) => ({ pattern: new RegExp(`${OTHER_TIME}\\b(?:${words})\\b${OTHER_THING}`, 'giu'), parts }));

/** What the names of the file say of the time of day: photographers write it there. Words of subject and place say nothing of it. */
export function partsInNames(fileNames: readonly string[], typed: string): readonly PartOfDay[] {
  const words = fileNames
    .map((name) => foldName(name.replace(/(?<=\p{Ll})(?=\p{Lu}|\d)/gu, ' ')))
    .join(' | ')
    .split(' ')
    .filter((word) => !typed.includes(word))
    .join(' ');
  return [...new Set(spokenOf(words).flatMap(({ parts }) => parts))];
}

/** Words of the text for a part of the day that is none of these nor next to one. */
export function againstParts(
  text: string,
  parts: readonly PartOfDay[],
): readonly { readonly found: string; readonly start: number; readonly parts: readonly PartOfDay[] }[] {
  return spokenOf(text).filter((said) =>
    said.parts.every((one) => parts.every((other) => stepsBetween(one, other) > 1)),
  );
}

/** From the first hour to before the last; wide, as `daylightWords` is. */
const hoursOf: Readonly<Record<PartOfDay, readonly [from: number, to: number]>> = {
  night: [20, 30],
  dawn: [3, 9],
  morning: [4, 13],
  noon: [11, 15],
  afternoon: [12, 19],
  evening: [15, 24],
};

/** Whether the camera's clock says one of these parts of the day. */
export function fitsClock(parts: readonly PartOfDay[], captureLocalTime: string | undefined): boolean {
  const hour = Number(/T(\d{2}):/u.exec(captureLocalTime ?? '')?.[1] ?? Number.NaN);
  return parts.some((part) => {
    const [from, to] = hoursOf[part];
    return [hour, hour + 24].some((one) => one >= from && one < to);
  });
}

const spokenOf = (text: string) =>
  saidOfDay.flatMap(({ pattern, parts }) =>
    Array.from(text.matchAll(pattern), ({ 0: found, index: start }) => ({ found, start, parts })),
  );

function stepsBetween(one: PartOfDay, other: PartOfDay): number {
  const steps = Math.abs(partsOfDay.indexOf(one) - partsOfDay.indexOf(other));
  return Math.min(steps, partsOfDay.length - steps);
}
