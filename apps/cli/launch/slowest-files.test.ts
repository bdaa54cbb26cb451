import { expect, test } from 'vitest';
import { slowestFiles } from './slowest-files.mjs';

test('the longest files come first, and short ones are left out', () => {
  const files = Array.from({ length: 20 }, (_, index) => ({
    name: `/a/${index}`,
    startTime: 0,
    endTime: index * 1500,
  }));
  const lines = slowestFiles(files, (name) => name.slice(3)).split('\n');
  expect(lines).toHaveLength(15);
  expect(lines[0]).toBe('    28.5 s  19');
  expect(lines.at(-1)).toBe('     7.5 s  5');
});
