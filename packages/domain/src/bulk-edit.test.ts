import { expect, test } from 'vitest';
import { editFor, editProblems, type BulkChange, type EditableFields } from './bulk-edit.ts';

const before: EditableFields = {
  caption: 'A lake. A Lakeside $& path (old)',
  altText: 'Reeds',
  keywords: ['Lake', 'reed'],
  headline: null,
  qualityRating: null,
};
const edited = (...changes: BulkChange[]) => editFor(changes, before);

test('what would be too long is a problem in words', () => {
  expect(editProblems({ caption: 'x'.repeat(2001) })[0]).toContain('caption');
});

test('what is found is literal text, in any case unless it is asked for', () => {
  const replace = { kind: 'replace', field: 'caption', find: 'lake', replacement: '$& pond' } as const;
  expect(edited(replace)).toEqual({ edit: { caption: 'A $& pond. A $& pondside $& path (old)' }, matches: 2 });
  expect(edited({ ...replace, matchCase: true }).matches).toBe(1);
  expect(edited({ ...replace, wholeWord: true }).matches).toBe(1);
  expect(edited({ ...replace, find: '(OLD)', replacement: '' }).edit).toEqual({
    caption: 'A lake. A Lakeside $& path ',
  });
  expect(edited({ ...replace, find: '.', replacement: '!' }).matches).toBe(1);
});

test('nothing found is nothing to write', () => {
  expect(edited({ kind: 'replace', field: 'altText', find: 'boat', replacement: 'ship' })).toEqual({
    edit: {},
    matches: 0,
  });
});

test('keywords are replaced as a whole where that is what was asked for', () => {
  expect(edited({ kind: 'set-keywords', keywords: ['ice', 'Ice', 'boat'] }).edit).toEqual({
    keywords: ['ice', 'boat'],
  });
  expect(edited({ kind: 'set-keywords', keywords: ['Lake', 'reed'] }).edit).toEqual({});
});

test('changes follow each other', () => {
  expect(
    edited(
      { kind: 'set', field: 'headline', value: 'Reeds at dawn' },
      { kind: 'replace', field: 'headline', find: 'dawn', replacement: 'dusk' },
      { kind: 'add-keywords', keywords: ['dusk', 'LAKE'] },
      { kind: 'remove-keywords', keywords: ['Reed'] },
      { kind: 'rate', value: 8 },
    ),
  ).toEqual({ edit: { headline: 'Reeds at dusk', keywords: ['Lake', 'dusk'], qualityRating: 8 }, matches: 3 });
});
