import { daylightWords, halfInNames, sunHalf } from '../daylight.ts';
import type { GateRule, Hit } from '../define-rule.ts';
import { everywhere } from '../everywhere.ts';
import type { GateContext } from '../gate-context.ts';
import { foldName } from '../word.ts';

/** A time of day that the height of the sun, the clock or the file's own name rules out. Without any of them nothing is said. */
export const timeOfDayContradiction: GateRule = {
  id: 'time-of-day-contradiction',
  check: (text, context) =>
    everywhere(text, { rule: 'time-of-day-contradiction', severity: 'block' }, (part) =>
      contradictionsIn(part, context),
    ),
};

function contradictionsIn(
  part: string,
  { sunAltitudeDegrees: sun, captureLocalTime, fileNames, subject, location }: GateContext,
): readonly Hit[] {
  const typed = foldName(`${subject} ${location}`);
  const named = halfInNames(fileNames);
  const half = sun === undefined ? undefined : sunHalf(captureLocalTime);
  return daylightWords.flatMap(({ pattern, least, most, half: wanted }) =>
    Array.from(part.matchAll(pattern)).flatMap((match): readonly Hit[] => {
      const [found] = match;
      if (typed.includes(foldName(found)) || isClockTime(found, part.slice(match.index), captureLocalTime)) return [];
      const span = { start: match.index, end: match.index + found.length };
      if (sun !== undefined && (sun < least || sun > most))
        return [{ span, reason: `"${found}" cannot be: the sun stood ${heightInWords(sun)}` }];
      if (wanted === undefined) return [];
      if (named !== undefined && named !== wanted)
        return [{ span, reason: `"${found}" contradicts the name of the file` }];
      if (named === undefined && half !== undefined && half !== wanted)
        return [{ span, reason: `"${found}" cannot be: the sun was ${half} at ${captureLocalTime?.slice(11, 16)}` }];
      return [];
    }),
  );
}

/** Noon and midnight are times of the clock first: near the poles the sun is where it likes. */
function isClockTime(found: string, from: string, captureLocalTime: string | undefined): boolean {
  if (/^midnight sun/iu.test(from)) return true;
  const [hours = Number.NaN, minutes = 0] = (captureLocalTime?.slice(11, 16) ?? '').split(':').map(Number);
  const hour = captureLocalTime === undefined ? Number.NaN : hours + minutes / 60;
  if (/^midnight/iu.test(found)) return hour >= 22.5 || hour <= 1.5;
  if (/noon|midday/iu.test(found))
    return /^afternoon$/iu.test(found) ? hour >= 12 && hour <= 18.5 : hour >= 11 && hour <= 13.5;
  return false;
}

function heightInWords(degrees: number): string {
  return `${Math.abs(Math.round(degrees))}° ${degrees < 0 ? 'below' : 'above'} the horizon`;
}
