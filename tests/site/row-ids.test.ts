import { expect, test } from 'vitest';
import { watchRowIds } from './row-ids.ts';

test('a row that comes back under another id is told, and one that keeps its own is not', () => {
  const changed = watchRowIds();
  const row = (id: number, fileName: string) => ({ id, File_Name: fileName });
  expect(changed([row(1, 'A.JPG'), row(2, 'B.JPG')])).toEqual([]);
  expect(changed([row(1, 'A.JPG')])).toEqual([]);
  expect(changed([row(1, 'A.JPG'), row(3, 'B.JPG')])).toEqual(['the row of B.JPG has the id 3 instead of 2']);
});
