import { expect, test } from 'vitest';
import { differenceOf } from './difference.ts';

test.each([
  ['A frozen lake at dusk', 'A thawing lake at dusk', 'frozen', 'thawing'],
  ['A lake', 'A lake at dusk', '', ' at dusk'],
  ['A cold lake', 'A lake', 'cold ', ''],
  ['', 'A lake', '', 'A lake'],
  ['one one one', 'one one', ' one', ''],
  ['the same', 'the same', '', ''],
])('%s and %s differ by %s and %s', (before, after, removed, added) => {
  const difference = differenceOf(before, after);
  expect(difference).toMatchObject({ removed, added });
  expect(difference.start + difference.removed + difference.end).toBe(before);
  expect(difference.start + difference.added + difference.end).toBe(after);
});
