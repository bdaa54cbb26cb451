import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultFolderMap } from '@proofline/domain/folder-map.ts';
import { describe, expect, test } from 'vitest';
import { readFolderMap } from './folder-map-file.ts';

const path = join(mkdtempSync(join(tmpdir(), 'proofline-folder-map-')), 'folder_map.json');

function read(content: string) {
  writeFileSync(path, content);
  const { folderMap, problems } = readFolderMap(path);
  return { folderMap, problems: problems.map((problem) => problem.replace(`${path}: `, '')) };
}

const problemsOfKeys = (...keys: readonly string[]) =>
  read(JSON.stringify(Object.fromEntries(keys.map((key) => [key, 'Some Photography'])))).problems;

describe('a folder map file', () => {
  test('with the keys that are built in is read as it is', () => {
    expect(read(JSON.stringify(defaultFolderMap))).toEqual({ folderMap: defaultFolderMap, problems: [] });
  });

  test.each(['Night Photography', 'night-photography', '2025', 'Łódź', '東京', 'thumbs2', 'console', 'x'.repeat(100)])(
    'may hold the key %j',
    (key) => {
      expect(read(JSON.stringify({ [key]: ' Some Photography ' }))).toEqual({
        folderMap: { [key]: 'Some Photography' },
        problems: [],
      });
    },
  );

  test.each([
    ['CON', 'is a device name of Windows'],
    ['nul', 'is a device name of Windows'],
    ['com¹', 'is a device name of Windows'],
    ['aux.photos', 'is a device name of Windows'],
    ['thumbs', 'is the folder in which the site keeps its thumbnails'],
    ['Thumbs', 'is the folder in which the site keeps its thumbnails'],
    ['nature/lakes', 'holds a path separator'],
    ['nature\\lakes', 'holds a path separator'],
    ['.nature', 'begins or ends with a dot or a space'],
    ['nature.', 'begins or ends with a dot or a space'],
    [' nature', 'begins or ends with a dot or a space'],
    ['nature ', 'begins or ends with a dot or a space'],
    ['..', 'begins or ends with a dot or a space'],
    ['na\u0000ture', 'holds a control character'],
    ['nature\n', 'holds a control character'],
    ['na\u0085ture', 'holds a control character'],
    ['x'.repeat(101), 'has more than 100 characters'],
    ['thumbs ', 'begins or ends with a dot or a space and is the folder in which the site keeps its thumbnails'],
  ])('is refused for the key %j, which %s', (key, problem) => {
    expect(problemsOfKeys(key)).toEqual([`the folder key ${JSON.stringify(key)} ${problem}; use another`]);
  });

  test.each(['', '_nature', 'na:ture', 'na.ture', 'na\u202Eture', '"'])(
    'is refused for the key %j, which holds something else than letters, digits, spaces, _ and -',
    (key) => {
      expect(problemsOfKeys(key)).toEqual([
        expect.stringMatching(/must begin with a letter or digit and hold letters, digits, spaces, _ and - only$/),
      ]);
    },
  );

  test('is refused for a key that JavaScript gives a meaning of its own', () => {
    expect(read('{"__proto__":"Some Photography","nature":"Nature"}').problems).toEqual([
      expect.stringContaining('the folder key "__proto__" must begin with a letter or digit'),
    ]);
  });

  test('is refused for keys that are one folder where letter case does not count', () => {
    expect(problemsOfKeys('nature', 'Nature', 'night', 'NATURE', 'ä', 'Ä')).toEqual([
      'the folder keys "nature" and "Nature" and "NATURE" are one folder where letter case does not count; keep one of them',
      'the folder keys "ä" and "Ä" are one folder where letter case does not count; keep one of them',
    ]);
  });

  test('is told everything that is wrong with it at once', () => {
    const { folderMap, problems } = read(
      '{"CON":"","thumbs":"Thumbs","a/b":3,"birds":"Birds","Birds":"Birds","fine":"Fine"}',
    );
    expect(folderMap).toEqual({});
    expect(problems).toEqual([
      expect.stringContaining('the folder key "CON"'),
      expect.stringContaining('the folder key "thumbs"'),
      expect.stringContaining('the folder key "a/b"'),
      'the display name of "CON" must be text of 1 to 200 characters',
      'the display name of "a/b" must be text of 1 to 200 characters',
      expect.stringContaining('the folder keys "birds" and "Birds"'),
    ]);
  });

  test.each([
    ['[]', 'it must hold one object of folder keys and display names'],
    ['null', 'it must hold one object of folder keys and display names'],
    ['"nature"', 'it must hold one object of folder keys and display names'],
    ['{}', 'it has no folder keys'],
  ])('that holds %s is refused', (content, problem) => {
    expect(read(content)).toEqual({ folderMap: {}, problems: [problem] });
  });

  test('that is no JSON is refused by its path', () => {
    expect(read('{').problems).toEqual([expect.stringContaining(`${path} cannot be read as JSON`)]);
  });
});
