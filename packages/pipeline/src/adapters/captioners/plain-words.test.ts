import { describe, expect, test } from 'vitest';
import { firstWords, plainWords, wordCount } from './plain-words.ts';

describe('plain words', () => {
  test.each([
    ['Frozen_Lake', 'Frozen Lake'],
    ['  KLM\u202E Boeing\n787-9 landing. ', 'KLM Boeing 787-9 landing'],
    ['"Quoted", (maybe);', '"Quoted", (maybe)'],
    ['- dashed -', 'dashed'],
    ['"?"', ''],
    ['___', ''],
  ])('of %j are %j', (text, words) => {
    expect(plainWords(text)).toBe(words);
  });

  test('are cut at a word, without a joining word at the end', () => {
    expect(firstWords('petals with a bright yellow disk', 3)).toBe('petals');
    expect(firstWords('petals with a bright yellow disk', 4)).toBe('petals with a bright');
    expect(firstWords('one, two, three', 2)).toBe('one, two');
    expect(firstWords('of the', 1)).toBe('of');
    expect(firstWords('two words', 2)).toBe('two words');
  });

  test('are counted', () => {
    expect(wordCount(' one  two\nthree ')).toBe(3);
    expect(wordCount('')).toBe(0);
  });
});
