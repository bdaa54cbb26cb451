import { expect, test } from 'vitest';
import { filterIn, isWanted, narrowings } from './filter.ts';

const photo = {
  status: 'pending',
  band: 'Good',
  isBlocked: false,
  rules: ['place-outside'],
  camera: 'Nikon_Z_8',
  takenAt: '2026-05-11T06:12:00',
} as const;

test('of an address only what makes sense is a filter', () => {
  expect(
    filterIn({ setId: '3', order: 'by-photo', state: 'sold', band: 'Good', from: '11.5.2026', to: '2026-05-12' }),
  ).toEqual({ setId: 3, order: 'by-photo', band: 'Good', to: '2026-05-12' });
  expect(filterIn({ setId: '-1', finding: '', text: '---' })).toEqual({});
  expect(filterIn({ text: 'hoopoe nest' })).toEqual({ text: 'hoopoe nest' });
});

test('every part of a filter holds back what does not fit it', () => {
  expect(isWanted({}, photo)).toBe(true);
  expect(isWanted({ state: 'approved' }, photo)).toBe(false);
  expect(isWanted({ band: 'Top' }, photo)).toBe(false);
  expect(isWanted({ camera: 'Canon_EOS_R5' }, photo)).toBe(false);
  expect(isWanted({ from: '2026-05-11', to: '2026-05-11' }, photo)).toBe(true);
  expect(isWanted({ from: '2026-05-12' }, photo)).toBe(false);
  expect(isWanted({ to: '2026-05-10' }, photo)).toBe(false);
});

test('a photo without a time is on no day', () => {
  expect(isWanted({ to: '2026-05-12' }, { ...photo, takenAt: null })).toBe(false);
});

test('findings are asked for by rule, by whether there are any, and by whether they block', () => {
  const wanted = (finding: string) => isWanted({ finding }, photo);
  expect(['place-outside', 'any', 'none', 'blocked', 'other-rule'].map(wanted)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('set and order are no narrowing', () => {
  expect(narrowings({ setId: 1, order: 'by-group' })).toBe(0);
  expect(narrowings({ setId: 1, band: 'Low', camera: 'Nikon_Z_8' })).toBe(2);
});
