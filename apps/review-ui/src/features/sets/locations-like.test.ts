import { expect, test } from 'vitest';
import { locationsLike } from './locations-like.ts';

const known = ['Lisse Netherlands', 'Picos de Europa Spain'];

test.each([
  ['Lise Netherlands', ['Lisse Netherlands']],
  ['Oslo Norway', []],
  ['  lisse  NETHERLANDS ', null],
  ['', null],
] as const)('“%s” is told as %j', (typed, told) => {
  expect(locationsLike(known, typed)).toEqual(told);
});

test('of the first set nothing is said', () => {
  expect(locationsLike([], 'Oslo Norway')).toBeNull();
});
