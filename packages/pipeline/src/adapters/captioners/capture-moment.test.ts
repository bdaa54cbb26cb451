import { describe, expect, test } from 'vitest';
import { captureMoment } from './capture-moment.ts';

describe('the moment of capture in words', () => {
  test.each([
    ['2025-01-12T04:59:59', 'night'],
    ['2025-01-12T05:00:00', 'morning'],
    ['2025-01-12T11:59:59', 'morning'],
    ['2025-01-12T12:00:00', 'afternoon'],
    ['2025-01-12T17:00:00', 'evening'],
    ['2025-01-12T22:00:00', 'night'],
    ['2025-01-12T00:00:01', 'night'],
    ['2025-01-12T00:00:00', null],
  ])('%s is %s by the clock', (dateTimeOriginal, partOfDay) => {
    expect(captureMoment({ dateTimeOriginal })).toMatchObject({
      monthAndYear: 'January 2025',
      month: 'January',
      partOfDay,
    });
  });

  test.each([
    ['2025-12-01T12:00:00', 52, 'winter'],
    ['2025-02-28T12:00:00', 52, 'winter'],
    ['2025-03-01T12:00:00', 52, 'spring'],
    ['2025-08-31T12:00:00', 52, 'summer'],
    ['2025-11-30T12:00:00', 52, 'autumn'],
    ['2025-12-01T12:00:00', -34, 'summer'],
    ['2025-06-01T12:00:00', -34, 'winter'],
    ['2025-04-01T12:00:00', -34, 'autumn'],
    ['2025-01-01T12:00:00', 10, null],
    ['2025-01-01T12:00:00', -23, null],
  ])('%s at latitude %d is %s', (dateTimeOriginal, gpsLatitude, season) => {
    expect(captureMoment({ dateTimeOriginal, gpsLatitude })?.season).toBe(season);
  });

  test('has no season without a position, and is unknown without a date', () => {
    expect(captureMoment({ dateTimeOriginal: '2025-01-12T09:30:00' })?.season).toBeNull();
    expect(captureMoment({})).toBeNull();
    expect(captureMoment({ dateTimeOriginal: '0000-00-00T00:00:00' })).toBeNull();
    expect(captureMoment({ dateTimeOriginal: '2025-13-01T00:00:00' })).toBeNull();
  });
});
