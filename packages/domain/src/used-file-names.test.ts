import { describe, expect, test } from 'vitest';
import { DomainError } from './domain-error.ts';
import { readUsedFileNames } from './used-file-names.ts';

const problemsOf = (json: string): readonly string[] => {
  try {
    readUsedFileNames(json);
    return [];
  } catch (error) {
    if (error instanceof DomainError) return error.problems;
    throw error;
  }
};

describe('used file names', () => {
  test('are a list', () => {
    expect(readUsedFileNames('["A_001.JPG", "B_001.JPG", "A_001.JPG"]')).toEqual(['A_001.JPG', 'B_001.JPG']);
  });

  test('are the keys and the values of the older object', () => {
    expect(readUsedFileNames('{"IMG_1.JPG": "A_001.JPG", "IMG_2.JPG": "A_002.JPG"}')).toEqual([
      'IMG_1.JPG',
      'A_001.JPG',
      'IMG_2.JPG',
      'A_002.JPG',
    ]);
  });

  test('may start with a byte order mark and may be none', () => {
    expect(readUsedFileNames('\uFEFF["A_001.JPG"]')).toEqual(['A_001.JPG']);
    expect(readUsedFileNames('[]')).toEqual([]);
    expect(readUsedFileNames('{}')).toEqual([]);
  });

  test('are refused with every problem at once', () => {
    expect(problemsOf('["A_001.JPG", 7, "", "2025/A_002.JPG", null]')).toEqual([
      'entry 2 is 7, not a name',
      'entry 3 is empty',
      'entry 4 is the path "2025/A_002.JPG", not a name',
      'entry 5 is null, not a name',
    ]);
    expect(problemsOf('{"a\\\\b": {"x": 1}}')).toEqual([
      'key "a\\\\b" is the path "a\\\\b", not a name',
      'value of "a\\\\b" is {"x":1}, not a name',
    ]);
  });

  test.each(['"A_001.JPG"', 'null', '3'])('%s is neither form', (json) => {
    expect(problemsOf(json)).toEqual([expect.stringContaining('must be a list of names or the older object')]);
  });

  test('that are no JSON say why', () => {
    expect(problemsOf('["A_001.JPG",')).toEqual([expect.stringMatching(/no JSON \(.+\); nothing was imported/u)]);
  });
});
