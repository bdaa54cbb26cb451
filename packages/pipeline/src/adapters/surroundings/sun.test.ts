import { describe, expect, test } from 'vitest';
import { sky } from './sun.ts';

const amsterdam = { gpsLatitude: 52.37, gpsLongitude: 4.9 };

/** Expected heights by NOAA's solar calculator, within a degree. */
describe('height of the sun', () => {
  test.each([
    ['noon in June, summer time', { ...amsterdam, dateTimeOriginal: '2025-06-21T13:40:00' }, 61],
    ['noon in December, winter time', { ...amsterdam, dateTimeOriginal: '2025-12-21T12:40:00' }, 14.2],
    ['midnight in June', { ...amsterdam, dateTimeOriginal: '2025-06-21T01:40:00' }, -14.2],
    [
      'the camera was left at UTC',
      { ...amsterdam, dateTimeOriginal: '2025-06-21T11:40:00', offsetTimeOriginal: 'Z' },
      61,
    ],
    [
      'south of the equator',
      { gpsLatitude: -33.87, gpsLongitude: 151.2, dateTimeOriginal: '2025-06-21T11:57:00' },
      32.7,
    ],
    ['the polar night', { gpsLatitude: 69.65, gpsLongitude: 18.96, dateTimeOriginal: '2025-12-21T11:40:00' }, -3],
  ])('%s', (_name, fields, degrees) => {
    expect(Math.abs(sky.sunAltitudeDegrees(fields)! - degrees)).toBeLessThan(1);
  });

  test.each([
    ['no position', { dateTimeOriginal: '2025-06-21T13:40:00' }],
    ['no time', amsterdam],
    ['a date without a time', { ...amsterdam, dateTimeOriginal: '2025-06-21T00:00:00' }],
    ['a camera whose clock was never set', { ...amsterdam, dateTimeOriginal: '0000-00-00T00:00:00' }],
  ])('is not guessed: %s', (_name, fields) => {
    expect(sky.sunAltitudeDegrees(fields)).toBeNull();
  });
});
