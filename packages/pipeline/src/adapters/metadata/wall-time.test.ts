import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readOffset, readSubSeconds, readWallTime } from './wall-time.ts';

test('every moment of the calendar reads back from the form of EXIF and from that of XMP', () => {
  const moments = fc.date({
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(moments, (moment) => {
      const dateTimeOriginal = moment.toISOString().slice(0, 19);
      const exif = dateTimeOriginal.replaceAll('-', ':').replace('T', ' ');
      expect(readWallTime(exif)).toEqual({ dateTimeOriginal });
      expect(readWallTime(`${dateTimeOriginal}.040-11:30`)).toEqual({
        dateTimeOriginal,
        subSecTimeOriginal: '040',
        offsetTimeOriginal: '-11:30',
      });
    }),
  );
});

test.for([
  '',
  '    :  :     :  :  ',
  '0000:00:00 00:00:00',
  '2023:02:29 10:00:00',
  '2023:01:01 24:00:00',
  '2023:01:01',
  '2023',
  'yesterday',
])('“%s” is no time', (text) => expect(readWallTime(text)).toEqual({}));

test('padding with blanks, or none, is understood', () => {
  expect(readWallTime('2023:7: 9  4: 5: 6'.replace('  4', ' 04'))).toEqual({ dateTimeOriginal: '2023-07-09T04:05:06' });
  expect(readWallTime('2023-07-09T04:05')).toEqual({ dateTimeOriginal: '2023-07-09T04:05:00' });
});

test('an offset is a sign, hours and minutes, or Z', () => {
  expect(['+02:00', '-0330', 'Z', '+2', '   :  ', '+02:75'].map(readOffset)).toEqual([
    '+02:00',
    '-03:30',
    'Z',
    undefined,
    undefined,
    undefined,
  ]);
});

test('a fraction is digits', () => {
  expect(['007', ' 45 ', '', '4.5', 'abc'].map(readSubSeconds)).toEqual(['007', '45', undefined, undefined, undefined]);
});
