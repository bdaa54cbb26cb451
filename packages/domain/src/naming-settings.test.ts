import { describe, expect, test } from 'vitest';
import { DomainError } from './domain-error.ts';
import { parseNamingSettings } from './naming-settings.ts';
import type { NamingSettingsText } from './naming-settings.ts';

const problemsOf = (text: NamingSettingsText): readonly string[] => {
  try {
    parseNamingSettings(text);
    return [];
  } catch (error) {
    if (error instanceof DomainError) return error.problems;
    throw error;
  }
};

describe('naming settings', () => {
  test('default to the grammar of the site and to stated gaps', () => {
    expect(parseNamingSettings({ fallbackYear: null })).toMatchObject({
      template: { source: '{subject}_{location}_{folderPhotography}_{camera}_{year}_{sequence}.JPG' },
      fallbackCamera: 'Unknown_Camera',
      fallbackYear: 'Undated',
    });
  });

  test('take what the operator writes', () => {
    const settings = parseNamingSettings({
      fileNameTemplate: '{subject}_{sequence}.JPG',
      fallbackCamera: 'Film',
      fallbackYear: '0000',
    });
    expect(settings).toMatchObject({
      template: { source: '{subject}_{sequence}.JPG' },
      fallbackCamera: 'Film',
      fallbackYear: '0000',
    });
  });

  test('tell every problem of every setting at once', () => {
    expect(problemsOf({ fileNameTemplate: '{subject}', fallbackCamera: 'no camera', fallbackYear: '../..' })).toEqual([
      expect.stringContaining('must end with {sequence}.JPG'),
      expect.stringContaining('_ or - before'),
      'the fallback camera "no camera" cannot stand in a file name; write it as no_camera',
      'the fallback year "../.." has no letter or digit',
    ]);
  });

  test.each([
    ['nul', 'device name'],
    ['x'.repeat(31), 'more than 30 characters'],
    ['', 'no letter or digit'],
  ])('refuse the fallback year %j: %s', (fallbackYear, problem) => {
    expect(problemsOf({ fallbackYear })).toEqual([expect.stringContaining(problem)]);
  });
});
