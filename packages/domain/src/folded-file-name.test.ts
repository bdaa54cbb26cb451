import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldFileName, numberedFileName, splitFileName } from './folded-file-name.ts';

describe('folding a file name', () => {
  test.each([
    ['letter case', 'Lake_001.JPG', 'lAKE_001.jpg'],
    ['the extension', 'Lake_001.JPG', 'Lake_001.jpeg'],
    ['a missing extension', 'Lake_001.JPG', 'Lake_001'],
    ['the composed and the decomposed form', 'Café_001.JPG'.normalize('NFC'), 'Café_001.JPG'.normalize('NFD')],
    ['ligatures and full-width letters', 'ﬁsh_Ａ_001.JPG', 'fish_A_001.JPG'],
    ['ß and SS', 'Straße_001.JPG', 'STRASSE_001.JPG'],
    ['the two small sigmas', 'ΟΔΟΣ_001.JPG', 'οδος_001.JPG'],
    ['dots and spaces at the end, which Windows drops', 'Lake_001.JPG', 'Lake_001.JPG. .'],
  ])('takes away the difference of %s', (_what, a, b) => {
    expect(foldFileName(a)).toBe(foldFileName(b));
  });

  test('keeps what makes two files', () => {
    const names = ['Lake_001.JPG', 'Lake_002.JPG', 'Lake-001.JPG', 'Lakes_001.JPG', 'Lake_001.PNG', 'Läke_001.JPG'];
    expect(new Set(names.map(foldFileName)).size).toBe(names.length);
  });

  test('folding twice is folding once, for any text and every character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(foldFileName(foldFileName(name))).toBe(foldFileName(name));
      }),
      { numRuns: 3000 },
    );
    const unstable: number[] = [];
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const folded = foldFileName(`a${String.fromCodePoint(code)}b`);
      if (foldFileName(folded) !== folded) unstable.push(code);
    }
    expect(unstable).toEqual([]);
  });
});

describe('taking a file name apart', () => {
  test.each([
    ['Frozen_Lake_2025_001.JPG', 'Frozen_Lake_2025_', 'frozen_lake_2025_', 1],
    ['Frozen_Lake_2025_1000.jpeg', 'Frozen_Lake_2025_', 'frozen_lake_2025_', 1000],
    ['007.JPG', '', '', 7],
    ['Straße_012.JPG', 'Straße_', 'strasse_', 12],
    ['a.jpg042.JPG', 'a.jpg', 'a.jpg', 42],
  ])('%s', (name, stem, seriesKey, sequence) => {
    expect(splitFileName(name)).toEqual({ stem, seriesKey, sequence });
  });

  test.each(['Frozen_Lake.JPG', 'Lake_01.JPG', 'Lake_0001.JPG', 'Lake_1234567890123456.JPG', ''])(
    '%j has no sequence number',
    (name) => {
      expect(splitFileName(name)).toBeNull();
    },
  );

  test('gives back what a name was made of', () => {
    const stems = fc.stringMatching(/^(?:[A-Za-zé0-9]{1,8}_){0,3}$/);
    fc.assert(
      fc.property(stems, fc.integer({ min: 1, max: 99_999 }), (stem, sequence) => {
        const name = numberedFileName(stem, sequence);
        expect(splitFileName(name)).toMatchObject({ stem, sequence });
        expect(splitFileName(name)?.seriesKey).toBe(splitFileName(numberedFileName(stem, sequence + 1))?.seriesKey);
      }),
    );
  });
});

test('numbers have three digits and go on with four', () => {
  expect([1, 42, 999, 1000, 12_345].map((sequence) => numberedFileName('Lake_', sequence))).toEqual([
    'Lake_001.JPG',
    'Lake_042.JPG',
    'Lake_999.JPG',
    'Lake_1000.JPG',
    'Lake_12345.JPG',
  ]);
});
