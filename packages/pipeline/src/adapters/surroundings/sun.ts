import timeZoneAt from '@photostructure/tz-lookup';
import type { PhotoFields } from '@proofline/domain/photo-metadata.ts';
import type { Sky } from '@proofline/domain/sky.ts';
import { getPosition } from 'suncalc';

/** From position and wall time. Where the file gives no offset, the zone that the position lies in gives it. */
export const sky: Sky = {
  sunAltitudeDegrees(fields) {
    const { gpsLatitude: latitude, gpsLongitude: longitude } = fields;
    if (latitude === undefined || longitude === undefined) return null;
    const at = instantOf(fields, latitude, longitude);
    return at === null ? null : getPosition(at, latitude, longitude).altitude;
  },
};

/** Null where the file gives a date without a time: exact midnight stands for none. */
function instantOf(fields: PhotoFields, latitude: number, longitude: number): Date | null {
  const { dateTimeOriginal: wallTime = '', offsetTimeOriginal: offset } = fields;
  const asIfUtc = Date.parse(`${wallTime}Z`);
  if (Number.isNaN(asIfUtc) || wallTime.startsWith('0000') || wallTime.endsWith('T00:00:00')) return null;
  if (offset !== undefined) {
    const instant = new Date(`${wallTime}${offset}`);
    if (!Number.isNaN(instant.getTime())) return instant;
  }
  const zone = timeZoneAt(latitude, longitude);
  // Twice: the first guess may lie on the other side of a change to summer time.
  const guess = asIfUtc - offsetMs(zone, asIfUtc);
  return new Date(asIfUtc - offsetMs(zone, guess));
}

/** What the clocks of a zone show more than UTC at an instant. */
function offsetMs(zone: string, instantMs: number): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(instantMs);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/u.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
