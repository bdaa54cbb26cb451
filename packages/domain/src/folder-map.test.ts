import { describe, expect, test } from 'vitest';
import { defaultFolderMap, findFolderKey, nearestFolderKeys } from './folder-map.ts';

describe('finding a folder key', () => {
  test.each([
    ['nature', 'nature'],
    ['Nature', 'nature'],
    [' NIGHT ', 'night'],
    ['Nature Landscape Photography', 'nature'],
    ['night-photography', 'night'],
    ['Blog', 'blog'],
  ])('%j means %s', (typed, key) => {
    expect(findFolderKey(defaultFolderMap, typed)).toBe(key);
  });

  test.each(['natur', '', '---', 'photography', 'toString', '__proto__'])('%j means no key', (typed) => {
    expect(findFolderKey(defaultFolderMap, typed)).toBeUndefined();
  });

  test('a key goes before the display name of another', () => {
    expect(findFolderKey({ a: 'B', b: 'Something' }, 'B')).toBe('b');
  });

  test('what two keys fit alike is neither', () => {
    expect(findFolderKey({ Cities: 'Towns', cities: 'Towns' }, 'CITIES')).toBeUndefined();
    expect(findFolderKey({ Cities: 'Towns', cities: 'Towns' }, 'cities')).toBe('cities');
    expect(findFolderKey({ a: 'Towns', b: 'Towns' }, 'towns')).toBeUndefined();
  });
});

describe('near folder keys', () => {
  test.each([
    ['natur', ['nature']],
    ['wildlfe', ['wildlife']],
    ['Macr', ['macro']],
    ['Natur Landscape Photography', ['nature']],
    ['underwater', []],
    ['', []],
  ])('of %j are %j', (typed, keys) => {
    expect(nearestFolderKeys(defaultFolderMap, typed)).toEqual(keys);
  });

  test('come with the likest first', () => {
    expect(nearestFolderKeys({ flowers2: 'x', flower: 'y' }, 'flowers')).toEqual(['flowers2', 'flower']);
  });
});
