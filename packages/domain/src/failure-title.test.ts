import { expect, test } from 'vitest';
import { failureTitle, titledFailures } from './failure-title.ts';

test('a refusal and an error are told in words', () => {
  expect(failureTitle('truncated')).toBe('File is cut short');
  expect(failureTitle('StageTimeout')).toBe('Took longer than its stage may');
});

test('what nobody gave words has none, whatever JavaScript itself knows under that name', () => {
  expect(failureTitle('ELIBBAD')).toBeNull();
  expect(failureTitle('constructor')).toBeNull();
});

test('no two codes have the same words', () => {
  const words = titledFailures.map(failureTitle);
  expect(new Set(words).size).toBe(titledFailures.length);
});
