import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figure, timeInWords } from './words.ts';

test('a figure is written as the browser would write it in English', () => {
  const numbers = fc.oneof(
    fc.maxSafeInteger(),
    fc.integer({ min: -2_000_000, max: 2_000_000 }).map((thousandths) => thousandths / 1000),
  );
  fc.assert(
    fc.property(numbers, (number) => {
      expect(figure(number)).toBe(number.toLocaleString('en'));
    }),
  );
});

test('a time is written as the browser would write it in Britain, with its day when that is not today', () => {
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
  const times = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(times, (when) => {
      const at = when.toISOString();
      expect(timeInWords(at, when)).toBe(clock.format(when));
      expect(timeInWords(at, new Date('1999-01-01'))).toBe(`${day.format(when)}, ${clock.format(when)}`);
    }),
  );
});
