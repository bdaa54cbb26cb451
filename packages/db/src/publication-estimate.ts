import type { PublicationPlan, PublicationPlanItem } from '@proofline/domain/publication.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** What publishing these would take together. */
export type PublicationEstimate = (due: readonly PublicationPlanItem[]) => Omit<PublicationPlan, 'items'>;

/** A target's speed changes; what it did long ago says little. */
const MEASURED_BY = 200;

type Measured = { readonly bytes: number; readonly ms: number };

/**
 * From the newest publications to this target: what one took whatever it sent, and what each byte added, by least squares. Time per photo was
 * measured while as many others ran, so it is shared out among those.
 */
export function createPublicationEstimate(
  { sqlite }: UnitOfWork,
  target: string,
  publishedAtOnce: number,
): PublicationEstimate {
  const measured = sqlite.prepare<[string, number], Measured>(
    `SELECT bytes_sent AS bytes, duration_ms AS ms FROM publications
     WHERE target = ? AND duration_ms IS NOT NULL ORDER BY id DESC LIMIT ?`,
  );
  return (due) => {
    const photos = due.length;
    const bytes = due.reduce((sum, item) => sum + item.bytes, 0);
    const known = measured.all(target, MEASURED_BY);
    if (known.length === 0) return { photos, bytes, seconds: null, measuredBy: 0 };
    const { fixedMs, msPerByte } = lineThrough(known);
    const seconds = (photos * fixedMs + bytes * msPerByte) / Math.min(publishedAtOnce, Math.max(1, photos)) / 1000;
    return { photos, bytes, seconds, measuredBy: known.length };
  };
}

/** Neither part is ever negative: where the points do not show both, all of the time goes to the bytes, or to the photo when none were sent. */
function lineThrough(points: readonly Measured[]): { readonly fixedMs: number; readonly msPerByte: number } {
  const mean = (of: (point: Measured) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [meanBytes, meanMs] = [mean(({ bytes }) => bytes), mean(({ ms }) => ms)];
  const spread = mean(({ bytes }) => (bytes - meanBytes) ** 2);
  const slope = spread === 0 ? 0 : mean(({ bytes, ms }) => (bytes - meanBytes) * (ms - meanMs)) / spread;
  const fixedMs = meanMs - slope * meanBytes;
  if (slope > 0 && fixedMs >= 0) return { fixedMs, msPerByte: slope };
  return meanBytes === 0 ? { fixedMs: meanMs, msPerByte: 0 } : { fixedMs: 0, msPerByte: meanMs / meanBytes };
}
