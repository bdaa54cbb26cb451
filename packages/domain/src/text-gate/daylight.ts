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
      /\b(?:midnight|stars|starry|starlight|starlit|moonlight|moonlit|milky way|nighttime|night sky|(?:at|by|of|late|dark|clear|cold) night|nightfall|night (?:falls|fell|descends|settles|comes|has (?:fallen|come))|under the moon|after dark)\b/giu,
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
  {
    pattern: /\b(?:sunrise|daybreak|dawn|first light|sun (?:rises|rising|is rising|comes up|coming up))\b/giu,
    least: -14,
    most: 12,
    half: 'rising',
  },
  {
    pattern:
      /\b(?:sunset|sundown|setting sun|last light|sun (?:sets|is setting|goes down|going down|sinks|sinking|dips|dipping))\b/giu,
    least: -14,
    most: 12,
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

/** What the name of the file says: photographers write "sunset" into it. */
export function halfInNames(fileNames: readonly string[]): 'rising' | 'setting' | undefined {
  const words = fileNames.map(foldName).join(' ');
  const rising = /sunrise|\bdawn\b|daybreak/u.test(words);
  const setting = /sunset|\bdusk\b|sundown/u.test(words);
  if (rising === setting) return undefined;
  return rising ? 'rising' : 'setting';
}
