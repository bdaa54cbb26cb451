import { quantile, rounded, type Row } from './report.ts';

/** Resident memory at one moment, per kind of process the largest one. */
export type MemorySample = { readonly photosDone: number; readonly rssMb: Readonly<Record<string, number>> };

/** Caches fill in the first tenth, so slopes begin behind it. */
const TENTHS = 10;

/** A row per kind of process: its median in each tenth of the photos that were done, its largest, and by least squares how it grows with them. */
export function memoryRows(samples: readonly MemorySample[]): Row[] {
  const done = Math.max(1, ...samples.map(({ photosDone }) => photosDone));
  const roles = [...new Set(samples.flatMap(({ rssMb }) => Object.keys(rssMb)))];
  return roles.map((role) => {
    const seen = samples.flatMap(({ photosDone, rssMb }) =>
      rssMb[role] === undefined ? [] : [[photosDone, rssMb[role]] as const],
    );
    const inTenth = (tenth: number) =>
      seen.filter(([at]) => Math.min(TENTHS - 1, Math.floor((TENTHS * at) / done)) === tenth).map(([, size]) => size);
    const tenths = Array.from({ length: TENTHS }, (_, tenth) => [
      `${10 * (tenth + 1)} %`,
      rounded(quantile(inTenth(tenth), 0.5), 0),
    ]);
    return {
      process: role,
      ...Object.fromEntries(tenths),
      max: rounded(Math.max(...seen.map(([, size]) => size)), 0),
      'MB per 10,000 photos': rounded(slope(seen.filter(([at]) => at > done / TENTHS)) * 10_000, 1),
    };
  });
}

function slope(points: readonly (readonly [number, number])[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanX = mean(points.map(([x]) => x));
  const meanY = mean(points.map(([, y]) => y));
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return spread === 0 ? 0 : points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread;
}
