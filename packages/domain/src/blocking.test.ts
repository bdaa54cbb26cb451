import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_HALT_MS, blockingConditions, haltMs, probeDelayMs, remedies } from './blocking.ts';

describe('how long a halt lasts', () => {
  test('it doubles from about a second to about a minute', () => {
    const longest = [1, 2, 3, 6, 7, 8, 100, 5000].map((probes) => probeDelayMs(probes, 1));
    expect(longest).toEqual([1000, 2000, 4000, 32_000, 60_000, 60_000, 60_000, 60_000]);
  });

  test('jitter takes away half of it at most', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (before, random) => {
        const delayMs = probeDelayMs(before + 1, random);
        const ceilingMs = probeDelayMs(before + 1, 1);
        expect(delayMs).toBeGreaterThanOrEqual(ceilingMs / 2);
        expect(delayMs).toBeLessThanOrEqual(ceilingMs);
      }),
    );
  });

  test('it is over at the time of the next probe, and when a clock that was set back makes it longer than a halt can be', () => {
    const nextProbeAt = '2026-01-01T00:01:00.000Z';
    const nowMs = Date.parse(nextProbeAt);
    expect(haltMs({ nextProbeAt }, nowMs - 1500)).toBe(1500);
    expect(haltMs({ nextProbeAt }, nowMs)).toBe(0);
    expect(haltMs({ nextProbeAt }, nowMs + 1500)).toBe(0);
    expect(haltMs({ nextProbeAt }, nowMs - LONGEST_HALT_MS)).toBe(LONGEST_HALT_MS);
    expect(haltMs({ nextProbeAt }, nowMs - LONGEST_HALT_MS - 1)).toBe(0);
  });
});

test.each(blockingConditions)('%s says what can be done, as part of a sentence', (condition) => {
  expect(remedies[condition]).toMatch(/^[a-z].{10,}[^.]$/);
});
