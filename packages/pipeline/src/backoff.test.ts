import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoffDelayMs } from './backoff.ts';

const anyRandom = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('each attempt waits between half and all of twice the wait before it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), anyRandom, (attempt, random) => {
      const delay = backoffDelayMs(1_000, attempt, random);
      expect(delay).toBeGreaterThanOrEqual(500 * 2 ** (attempt - 1));
      expect(delay).toBeLessThanOrEqual(1_000 * 2 ** (attempt - 1));
    }),
  );
});

test('no attempt ever waits longer than five minutes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), anyRandom, (attempt, random) => {
      expect(backoffDelayMs(2_000, attempt, random)).toBeLessThanOrEqual(300_000);
    }),
  );
});
