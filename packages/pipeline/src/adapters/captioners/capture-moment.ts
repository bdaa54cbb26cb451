import type { PhotoFields } from '@proofline/domain/photo-metadata.ts';

/** When a photo was taken, in words that follow from its wall time alone. */
export type CaptureMoment = {
  /** `January 2025` */
  readonly monthAndYear: string;
  readonly month: string;
  /** Null where the file gives a date without a time (exact midnight). */
  readonly partOfDay: PartOfDay | null;
  /** Null where the position is unknown or between the tropics: January is winter on one half of the earth only. */
  readonly season: 'winter' | 'spring' | 'summer' | 'autumn' | null;
};

export type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'night';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Latitude of the tropics, in degrees: between them the four seasons do not hold. */
const TROPIC_DEGREES = 23.44;

export function captureMoment(fields: PhotoFields): CaptureMoment | null {
  const [, year, monthNumber, time = '', hour] =
    /^(\d{4})-(\d{2})-\d{2}T((\d{2}):\d{2}:\d{2})/u.exec(fields.dateTimeOriginal ?? '') ?? [];
  const month = months[Number(monthNumber) - 1];
  if (year === undefined || year === '0000' || month === undefined) return null;
  return {
    monthAndYear: `${month} ${year}`,
    month,
    partOfDay: time === '00:00:00' ? null : partOfDay(Number(hour)),
    season: season(Number(monthNumber), fields.gpsLatitude),
  };
}

/** By the clock, not by the light. */
function partOfDay(hour: number): PartOfDay {
  if (hour < 5 || hour >= 22) return 'night';
  if (hour < 12) return 'morning';
  return hour < 17 ? 'afternoon' : 'evening';
}

/** Meteorological seasons: three whole months each. */
function season(month: number, latitude: number | undefined): CaptureMoment['season'] {
  if (latitude === undefined || Math.abs(latitude) <= TROPIC_DEGREES) return null;
  const northern = ['winter', 'spring', 'summer', 'autumn'] as const;
  const quarter = Math.floor((month % 12) / 3) + (latitude < 0 ? 2 : 0);
  return northern[quarter % 4] ?? null;
}
