import { technicalMeasures } from '@proofline/domain/photo-reading.ts';
import type { CatalogueValues } from '@proofline/domain/technical-rating.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** What the catalogue's photos measure, ascending: all of a small catalogue, a sample of a large one. */
export type CatalogueQuantiles = () => CatalogueValues;

/** Values that are kept of each measure: a percentile needs no more. */
const SAMPLE = 2_000;
/** The newest photos, among which one tells the newest fit: not every photo can be measured. */
const FIT_SOUGHT_IN = 1_000;
/** The catalogue is looked at again when it has grown by so much, and after each fit of naturalness. */
const GROWTH = 0.02;

export function createCatalogueQuantiles({ sqlite }: UnitOfWork): CatalogueQuantiles {
  const count = sqlite
    .prepare<[], number>(`SELECT count(*) FROM technical_measurements WHERE measure = 'sharpness'`)
    .pluck();
  // By its key: whoever looks at a photo waits for this, and to count takes the longer the more there are.
  const newestPhoto = sqlite.prepare<[], number>(`SELECT max(photo_id) FROM technical_measurements`).pluck();
  const select = sqlite
    .prepare<[string, number], number>(
      `SELECT value FROM technical_measurements WHERE measure = ? AND photo_id % ? = 0 ORDER BY value`,
    )
    .pluck();
  const hasFit = sqlite.prepare<[], number>(`SELECT 1 FROM naturalness_models LIMIT 1`).pluck();
  // A fit measures every photo anew, in the order of their ids: the newest photo is the last. The plus keeps it off the index of values, which would sort them all.
  const newestFit = sqlite
    .prepare<[number], string>(
      `SELECT meter_version FROM technical_measurements WHERE photo_id > ? AND +measure = 'naturalness'
       ORDER BY photo_id DESC LIMIT 1`,
    )
    .pluck();
  type Known = CatalogueValues & { readonly newest: number; readonly fit: string | undefined };
  let known: Known | null = null;

  function isGrown({ photos, newest }: Known, newestNow: number): boolean {
    if (photos < SAMPLE) return Math.abs((count.get() ?? 0) - photos) > photos * GROWTH;
    return Math.abs(newestNow - newest) > photos * GROWTH;
  }

  return () => {
    const newest = newestPhoto.get() ?? 0;
    const fit = hasFit.get() === undefined ? undefined : newestFit.get(newest - FIT_SOUGHT_IN);
    if (known !== null && fit === known.fit && !isGrown(known, newest)) return known;
    const photos = count.get() ?? 0;
    const step = Math.max(1, Math.floor(photos / SAMPLE));
    const values = new Map(technicalMeasures.map((measure) => [measure, select.all(measure, step)]));
    known = { photos, values, newest, fit };
    return known;
  };
}
