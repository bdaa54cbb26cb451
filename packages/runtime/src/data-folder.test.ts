import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError } from './config-error.ts';
import { dataFolderAt, prepareDataFolder } from './data-folder.ts';
import { diskSizeBytes, freeDiskSpaceBytes } from './free-disk-space.ts';

const emptyFolder = () => mkdtempSync(join(tmpdir(), 'proofline data ä-'));

test('the parts of a new data folder are made and nothing is left of the writing test', async () => {
  const folder = await prepareDataFolder(join(emptyFolder(), 'deep', 'data'));
  expect(readdirSync(folder.root).toSorted()).toEqual(['backups', 'cache', 'logs', 'work']);
  expect(readdirSync(folder.work)).toEqual([]);
  await expect(prepareDataFolder(folder.root)).resolves.toMatchObject({ root: folder.root });
});

test('what a start that was killed left of the writing test goes with the next one', async () => {
  const { root, work } = await prepareDataFolder(join(emptyFolder(), 'data'));
  writeFileSync(join(work, '.probe'), '');
  await prepareDataFolder(root);
  expect(readdirSync(work)).toEqual([]);
});

test('a data folder that is a file is refused with what to do', async () => {
  const path = join(emptyFolder(), 'data');
  writeFileSync(path, '');
  const refusal = prepareDataFolder(path);
  await expect(refusal).rejects.toThrow(ConfigError);
  await expect(refusal).rejects.toThrow(/cannot be used .* nothing was started; .* PROOFLINE_DATA$/);
});

test('every part that cannot be written to is named at once', async () => {
  const root = emptyFolder();
  for (const part of ['work', 'logs']) writeFileSync(join(root, part), 'a file where a folder should be');
  await expect(prepareDataFolder(root)).rejects.toThrow(
    /cannot be used \([^)]*work'; [^)]*logs'\); nothing was started/,
  );
});

test('a stored path is found below the data folder', () => {
  const folder = dataFolderAt('/srv/data');
  expect(folder.resolve('work/p7/web.jpg')).toBe(join('/srv/data', 'work', 'p7', 'web.jpg'));
});

test.each([
  '../secret',
  'work/../../secret',
  '/etc/passwd',
  'C:/Windows',
  'work\\..\\..\\x',
  'work//x',
  '',
  '.',
  'a\0b',
])('the stored path %j is not followed', (path) => {
  expect(() => dataFolderAt('/srv/data').resolve(path)).toThrow(/is not a path below the data folder/);
});

test('a disk that is in use holds more than is free on it', async () => {
  const folder = emptyFolder();
  expect(await diskSizeBytes(folder)).toBeGreaterThan(await freeDiskSpaceBytes(folder));
});

test('free disk space is a number of bytes, and a missing folder has none', async () => {
  expect(await freeDiskSpaceBytes(emptyFolder())).toBeGreaterThan(0);
  await expect(freeDiskSpaceBytes(join(emptyFolder(), 'absent'))).rejects.toThrow(/ENOENT/);
});
