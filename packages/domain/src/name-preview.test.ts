import { expect, test } from 'vitest';
import { parseFileNameTemplate, DEFAULT_FILE_NAME_TEMPLATE } from './file-name-template.ts';
import { createNamePreviewer } from './name-preview.ts';

const preview = createNamePreviewer(
  {
    template: parseFileNameTemplate(DEFAULT_FILE_NAME_TEMPLATE),
    fallbackCamera: 'Unknown_Camera',
    fallbackYear: 'Undated',
  },
  { nature: 'Nature Landscape Photography', wildlife: 'Wildlife Photography' },
);

test('a folder that is nearly known names the one that may be meant, and the name is told all the same', () => {
  const told = preview({ subject: 'Frozen Lake', location: 'Amsterdam', folderKey: 'wildlifes' });
  expect(told).toMatchObject({ folderKey: null, nearest: ['wildlife'], problems: [] });
  expect(told.name).toMatch(/^Frozen_Lake_Amsterdam_Wildlifes_Photography_.*_001\.JPG$/);
});

test('a folder by its display name is the key that the site knows', () => {
  expect(preview({ subject: 'Fox', location: 'Tel Aviv', folderKey: 'Wildlife Photography' })).toMatchObject({
    folderKey: 'wildlife',
    nearest: [],
  });
});

test('what no name can be made of is said', () => {
  expect(preview({ subject: '???', location: 'Amsterdam', folderKey: 'nature' }).problems).not.toEqual([]);
});
