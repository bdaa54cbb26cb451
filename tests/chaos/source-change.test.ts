import { expect, test } from 'vitest';
import { changed } from './source-change.ts';

test('a passage is exchanged as it is written, dollar signs and all', () => {
  expect(changed('a = 1;', { file: 'x.ts', from: '1', to: '$&2' })).toBe('a = $&2;');
});

test.each(['b = 2', 'a = 1; a = 1'])('a change that does not fit its file exactly once is an error: %s', (source) => {
  expect(() => changed(source, { file: 'x.ts', from: 'a = 1', to: '' })).toThrow(/not once/);
});
