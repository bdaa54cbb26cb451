import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText, parseCsv } from './csv.ts';

test.each(['"a', 'a"b,c', '"a"b'])('%j is refused with its line', (text) => {
  expect(() => parseCsv(`x\r\n${text}\r\n`)).toThrow('line 2');
});

test('what was written is what is read, whatever is in the cells', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', "'", '=', '+', '@', 'a') }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constant('x'), cell, cell)), (rows) => {
      expect(parseCsv(csvText(rows))).toEqual(rows);
    }),
  );
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('no spreadsheet runs the cell %j', (cell) => {
  expect(
    csvText([[cell]])
      .replace(/^"/, '')
      .startsWith("'"),
  ).toBe(true);
});

test('a byte order mark, bare line ends and empty lines are nothing', () => {
  expect(parseCsv('\uFEFFa,b\n\n1,2\r3,"4\n5"')).toEqual([
    ['a', 'b'],
    ['1', '2'],
    ['3', '4\n5'],
  ]);
});
