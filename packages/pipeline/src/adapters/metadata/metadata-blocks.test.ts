import { expect, test } from 'vitest';
import { MAX_BLOCK_BYTES, openByteBudget } from './metadata-blocks.ts';

test('a block above the limit is not read, and neither is one after too many', () => {
  const mayRead = openByteBudget();
  expect(mayRead(MAX_BLOCK_BYTES + 1)).toBe(false);
  expect([1, 2, 3, 4].map(() => mayRead(MAX_BLOCK_BYTES))).toEqual([true, true, true, true]);
  expect(mayRead(1)).toBe(false);
});
