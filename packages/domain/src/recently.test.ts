import { expect, test } from 'vitest';
import { recently } from './recently.ts';

test('a text that was asked about a moment ago is not worked out again', () => {
  const asked: string[] = [];
  const lengthOf = recently((text) => asked.push(text) && text.length);
  expect([lengthOf('heron'), lengthOf('tern'), lengthOf('heron')]).toEqual([5, 4, 5]);
  expect(asked).toEqual(['heron', 'tern']);
});

test('no more answers are kept than was said, the oldest goes first', () => {
  const asked: string[] = [];
  const lengthOf = recently((text) => asked.push(text) && text.length, 2);
  for (const text of ['a', 'b', 'c', 'b', 'a']) lengthOf(text);
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});

test('an answer of nothing is kept, too', () => {
  let count = 0;
  const nothing = recently(() => {
    count += 1;
    return undefined;
  });
  nothing('a');
  nothing('a');
  expect(count).toBe(1);
});
