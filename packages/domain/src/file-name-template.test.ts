import { describe, expect, test } from 'vitest';
import { DEFAULT_FILE_NAME_TEMPLATE, fillStem, parseFileNameTemplate } from './file-name-template.ts';

const values = {
  subject: 'Frozen_Lake',
  location: 'Amsterdam_Netherlands',
  folder: 'Nature',
  folderPhotography: 'Nature_Photography',
  camera: 'Canon_EOS_R5_Mark_II',
  year: '2025',
};

const problemsOf = (source: string): string => {
  try {
    parseFileNameTemplate(source);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

describe('file name template', () => {
  test('the default is the grammar of the site', () => {
    expect(fillStem(parseFileNameTemplate(DEFAULT_FILE_NAME_TEMPLATE), values)).toBe(
      'Frozen_Lake_Amsterdam_Netherlands_Nature_Photography_Canon_EOS_R5_Mark_II_2025_',
    );
  });

  test.each([
    [
      '{subject}_{location}_{folderPhotography}_{sequence}.JPG',
      'Frozen_Lake_Amsterdam_Netherlands_Nature_Photography_',
    ],
    ['My-Site-{year}_{folder}_{sequence}.JPG', 'My-Site-2025_Nature_'],
    ['{sequence}.JPG', ''],
  ])('%s is a template', (source, stem) => {
    expect(fillStem(parseFileNameTemplate(source), values)).toBe(stem);
  });

  test.each([
    ['{subject}_{place}_{sequence}.JPG', 'unknown token {place}; there is {subject}, {location}'],
    ['{subject}_{sequence}.jpg', 'must end with {sequence}.JPG'],
    ['{subject}_.JPG', 'must end with {sequence}.JPG'],
    ['{subject}', 'must end with {sequence}.JPG'],
    ['', 'must end with {sequence}.JPG'],
    ['{sequence}_{subject}_{sequence}.JPG', 'only once'],
    ['{subject}{sequence}.JPG', '_ or - before {sequence}'],
    ['{subject}_2{sequence}.JPG', '_ or - before {sequence}'],
    ['{subject}{location}_{sequence}.JPG', 'between two tokens'],
    ['{subject_{sequence}.JPG', 'without its partner'],
    ['{subject}/{location}_{sequence}.JPG', 'only letters A to Z'],
    ['..{subject}_{sequence}.JPG', 'only letters A to Z'],
    ['é{subject}_{sequence}.JPG', 'only letters A to Z'],
    ['-{subject}_{sequence}.JPG', 'must not start'],
    ['{subject}__{sequence}.JPG', 'in a row'],
    [`${'a'.repeat(61)}_{sequence}.JPG`, 'more than 60 characters of fixed text'],
    ['{toString}_{sequence}.JPG', 'unknown token {toString}'],
  ])('%s is refused: %s', (source, problem) => {
    expect(problemsOf(source)).toContain(problem);
  });

  test('all problems are told at once, each with the template', () => {
    const problems = problemsOf(' {subjekt}__{camera').split('; the ');
    expect(problems).toHaveLength(6);
    expect(problems.join()).toMatch(/subjekt.*only letters|only letters.*subjekt/su);
  });
});
