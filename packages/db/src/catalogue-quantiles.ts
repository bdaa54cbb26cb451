import { technicalMeasures } from '@proofline/domain/photo-reading.ts';
import type { CatalogueValues } from '@proofline/domain/technical-rating.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** What the catalogue's photos measure, ascending: all of a small catalogue, a sample of a large one. */
export type CatalogueQuantiles = () => CatalogueValues;

/** Values that are kept of each measure: a percentile needs no more. */
const SAMPLE = 2_000;
/** The catalogue is looked at again when it has grown by so much, and after each fit of naturalness. */
const GROWTH = 0.02;

export function createCatalogueQuantiles({ sqlite }: UnitOfWork): CatalogueQuantiles {
  const count = sqlite
    .prepare<[], number>(`SELECT count(*) FROM technical_measurements WHERE measure = 'sharpness'`)
    .pluck();
  const select = sqlite
    .prepare<[string, number], number>(
      `SELECT value FROM technical_measurements WHERE measure = ? AND photo_id % ? = 0 ORDER BY value`,
    )
    .pluck();
  const hasFit = sqlite.prepare<[], number>(`SELECT 1 FROM naturalness_models LIMIT 1`).pluck();
  // A fit measures every photo anew, in the order of their ids: the newest photo is the last.
  const newestFit = sqlite
    .prepare<[], string>(
      `SELECT meter_version FROM technical_measurements WHERE measure = 'naturalness' ORDER BY photo_id DESC LIMIT 1`,
    )
    .pluck();
  let known: (CatalogueValues & { readonly fit: string | undefined }) | null = null;

  return () => {
    const photos = count.get() ?? 0;
    const fit = hasFit.get() === undefined ? undefined : newestFit.get();
    const isGrown = known === null || Math.abs(photos - known.photos) > known.photos * GROWTH;
    if (known !== null && !isGrown && fit === known.fit) return known;
    const step = Math.max(1, Math.floor(photos / SAMPLE));
    const values = new Map(technicalMeasures.map((measure) => [measure, select.all(measure, step)]));
    known = { photos, values, fit };
    return known;
  };
}
