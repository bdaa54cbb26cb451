import { againstParts, daylightWords, fitsClock, partsInNames, sunHalf } from '../daylight.ts';
import type { GateRule, Hit } from '../define-rule.ts';
import { everywhere } from '../everywhere.ts';
import type { GateContext } from '../gate-context.ts';
import { foldName } from '../word.ts';

/** A time of day that the height of the sun, the clock or the file's own name rules out. Without any of them nothing is said. */
export const timeOfDayContradiction: GateRule = {
  id: 'time-of-day-contradiction',
  check(text, context) {
    const typed = foldName(`${context.subject} ${context.location}`);
    const named = partsInNames(context.fileNames, typed);
    return everywhere(text, { rule: 'time-of-day-contradiction', severity: 'block' }, (part) => {
      const bySun = contradictionsIn(part, context, typed, named.length > 0);
      if (named.length === 0) return bySun;
      const byName = againstParts(part, named)
        .filter(
          ({ found, start }) => !typed.includes(foldName(found)) && bySun.every(({ span }) => span.start !== start),
        )
        .map(({ found, start, parts }): Hit => {
          const span = { start, end: start + found.length };
          // One of the two is wrong, and nobody knows which.
          return fitsClock(parts, context.captureLocalTime)
            ? {
                span,
                severity: 'warn',
                reason: `"${found}" fits the camera's clock and contradicts the name of the file`,
              }
            : { span, reason: `"${found}" contradicts the name of the file` };
        });
      return [...bySun, ...byName];
    });
  },
};

function contradictionsIn(
  part: string,
  { sunAltitudeDegrees: sun, captureLocalTime }: GateContext,
  typed: string,
  isNamed: boolean,
): readonly Hit[] {
  if (sun === undefined) return [];
  // Whoever named the file was there; the clock of a camera may be wrong.
  const half = isNamed ? undefined : sunHalf(captureLocalTime);
  return daylightWords.flatMap(({ pattern, least, most, half: wanted }) =>
    Array.from(part.matchAll(pattern)).flatMap((match): readonly Hit[] => {
      const [found] = match;
      if (typed.includes(foldName(found)) || isClockTime(found, part.slice(match.index), captureLocalTime)) return [];
      const span = { start: match.index, end: match.index + found.length };
      if (sun < least || sun > most)
        return [{ span, reason: `"${found}" cannot be: the sun stood ${heightInWords(sun)}` }];
      if (wanted !== undefined && half !== undefined && half !== wanted)
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
