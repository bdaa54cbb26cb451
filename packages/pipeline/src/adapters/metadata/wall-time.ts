/** When a photo was taken, as its file says it: local time, and only sometimes where on Earth that was. */
export type WallTime = {
  readonly dateTimeOriginal?: string;
  readonly offsetTimeOriginal?: string;
  readonly subSecTimeOriginal?: string;
};

/**
 * Reads EXIF's `2023:07:09 20:36:33`, XMP's `2023-07-09T20:36:33.412+02:00` and what careless writers make of them. A date without
 * a time of day, or one that the calendar lacks (cameras without a set clock write zeros or blanks), is no time: empty.
 */
export function readWallTime(text: string | undefined): WallTime {
  const match = text === undefined ? null : wallTime.exec(text.trim());
  if (match === null) return {};
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  const twoDigits = (part = '') => part.trim().padStart(2, '0');
  const date = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  const dateTimeOriginal = `${date}T${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}`;
  if (!isInCalendar(dateTimeOriginal)) return {};
  const offsetTimeOriginal = readOffset(zone);
  return {
    dateTimeOriginal,
    ...(offsetTimeOriginal !== undefined && { offsetTimeOriginal }),
    ...(fraction !== undefined && { subSecTimeOriginal: fraction }),
  };
}

/** Some cameras pad with blanks or not at all. */
const wallTime =
  /^(\d{4})[:\-/.]([ \d]?\d)[:\-/.]([ \d]?\d)[ T]([ \d]?\d):([ \d]?\d)(?::([ \d]?\d)(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

/** `+HH:MM`, `-HH:MM` or `Z`; undefined for blanks and whatever else stands there. */
export function readOffset(text: string | undefined): string | undefined {
  const match = /^(?:(Z)|([+-])(\d{2}):?([0-5]\d))$/.exec(text?.trim() ?? '');
  if (match === null) return undefined;
  const [, utc, sign, hours, minutes] = match;
  return utc ?? `${sign}${hours}:${minutes}`;
}

/** Digits after the decimal point; undefined when there are none. */
export function readSubSeconds(text: string | undefined): string | undefined {
  return /^\d{1,9}$/.exec(text?.trim() ?? '')?.[0];
}

function isInCalendar(dateTime: string): boolean {
  const instant = new Date(`${dateTime}Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(dateTime) && !dateTime.startsWith('0000');
}
