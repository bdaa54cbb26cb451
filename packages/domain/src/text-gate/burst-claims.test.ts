import { expect, test } from 'vitest';
import { burstAgreement } from './burst-claims.ts';
import { frozenLake } from './fixtures/gate-context.ts';

test('frames of a burst agree by the share that says the same of what they speak of', () => {
  const among = (...captions: readonly string[]) => ({
    ...frozenLake,
    burstMates: captions.map((caption) => ({ caption, altText: '', keywords: [] })),
  });
  expect(burstAgreement('Three geese on ice.', among('Three geese.', 'Two geese.'))).toBe(0.5);
  expect(burstAgreement('Three geese and two dogs.', among('Three geese and one dogs.'))).toBe(0.5);
  expect(burstAgreement('Three geese on ice.', among('Three geese.', 'Some ice.'))).toBe(1);
  expect(burstAgreement('Three geese on ice.', among('Some ice.'))).toBeUndefined();
  expect(burstAgreement('Three geese on ice.', frozenLake)).toBeUndefined();
});
