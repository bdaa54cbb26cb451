import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFolderBrowser } from './browse-folders.ts';

let world: string;
let photos: string;

beforeEach(async () => {
  world = await realpath(await mkdtemp(join(tmpdir(), 'proofline bröwse-')));
  photos = join(world, 'photos');
  for (const folder of ['2025', '2026/Hula', '.hidden', '2026/@eaDir'])
    await mkdir(join(photos, folder), { recursive: true });
  for (const file of ['2026/IMG_1.JPG', '2026/IMG_2.jpg', '2026/notes.txt', '2026/.IMG_3.jpg', '2026/IMG_1.xmp'])
    await writeFile(join(photos, file), 'x');
  await mkdir(join(world, 'photos-private', 'secret'), { recursive: true });
  await writeFile(join(world, 'photos-private', 'IMG_9.JPG'), 'x');
});

afterEach(() => rm(world, { recursive: true, force: true }));

test('the top lists the configured folders that are there', async () => {
  const browser = openFolderBrowser([photos, join(world, 'not connected')]);
  expect(await browser.list()).toEqual({
    here: null,
    parentPath: null,
    folders: [{ name: 'photos', path: photos, photos: 0, cover: null }],
    isCut: false,
    samples: [],
  });
});

test('a folder shows its folders and how many photos are in it, no hidden and no system folders', async () => {
  const browser = openFolderBrowser([photos]);
  expect(await browser.list(photos)).toMatchObject({
    parentPath: null,
    folders: [
      { name: '2025', photos: 0 },
      { name: '2026', photos: 2 },
    ],
  });
  expect(await browser.list(join(photos, '2026'))).toEqual({
    here: { name: '2026', path: join(photos, '2026'), photos: 2, cover: 'IMG_1.JPG' },
    parentPath: photos,
    folders: [{ name: 'Hula', path: join(photos, '2026', 'Hula'), photos: 0, cover: null }],
    isCut: false,
    samples: ['IMG_1.JPG', 'IMG_2.jpg'],
  });
});

test('links are followed where they stay below a configured folder', async () => {
  await symlink(join(photos, '2026'), join(photos, '2025', 'inside'));
  await symlink(join(world, 'photos-private'), join(photos, '2025', 'outside'));
  await symlink(join(photos, '2025'), join(photos, '2025', 'round'));
  const browser = openFolderBrowser([photos]);
  const { folders } = await browser.list(join(photos, '2025'));
  expect(folders.map(({ name }) => name)).toEqual(['inside', 'round']);
  expect((await browser.list(join(photos, '2025', 'inside'))).here?.path).toBe(join(photos, '2026'));
});

const attacks = [
  '/',
  '/etc',
  '/etc/passwd',
  '..',
  '../..',
  '.',
  '',
  'photos',
  '~',
  '~/photos',
  'C:\\\\',
  '\\\\\\\\server\\\\share',
  'file:///etc',
  'PHOTOS/..',
  'PHOTOS/../photos-private',
  'PHOTOS/2026/../../photos-private',
  'PHOTOS/2026/../../../../../../etc',
  'PHOTOS/./../photos-private/secret',
  'PHOTOS//..//photos-private',
  'PHOTOS-private',
  'PHOTOS/2025/outside',
  'PHOTOS/2025/outside/secret',
  'PHOTOS/2025/outside/../photos-private',
  'PHOTOS/%2e%2e/photos-private',
  'PHOTOS/..%2fphotos-private',
  'PHOTOS/..\\\\photos-private',
  'PHOTOS\\0/../photos-private',
  'PHOTOS/2026\\0.jpg',
  'PHOTOS/missing',
  'PHOTOS/2026/IMG_1.JPG',
  'PHOTOS/2026/IMG_1.JPG/..',
  `PHOTOS/${'../'.repeat(50)}etc`,
  `PHOTOS/${'a'.repeat(5000)}`,
].map((text) => text.replaceAll('\\0', '\0').replaceAll('\\\\', '\\'));

test.each(attacks)('%j leads nowhere, and is answered like what is not there', async (attack) => {
  await symlink(join(world, 'photos-private'), join(photos, '2025', 'outside'));
  const browser = openFolderBrowser([photos]);
  const path = attack.replace('PHOTOS', photos);
  const refusal = { name: 'DomainError', code: 'not_found' };
  await expect(browser.list(path)).rejects.toMatchObject(refusal);
  await expect(browser.resolve(path)).rejects.toMatchObject(refusal);
});

test('a photo is given by its plain name, also where a link leads to one below a configured folder', async () => {
  await symlink(join(photos, '2026', 'IMG_2.jpg'), join(photos, '2025', 'linked.jpg'));
  const browser = openFolderBrowser([photos]);
  expect(await browser.photo(join(photos, '2026'), 'IMG_1.JPG')).toBe(join(photos, '2026', 'IMG_1.JPG'));
  expect(await browser.photo(join(photos, '2025'), 'linked.jpg')).toBe(join(photos, '2026', 'IMG_2.jpg'));
});

const wrongNames = [
  '',
  '.',
  '..',
  'missing.jpg',
  'notes.txt',
  '.IMG_3.jpg',
  'IMG_1.xmp',
  'Hula',
  'folder.jpg',
  'pipe.jpg',
  'outside.jpg',
  'outside-by-folder.jpg',
  'round.jpg',
  '../2026/IMG_1.JPG',
  '../../photos-private/IMG_9.JPG',
  './IMG_1.JPG',
  'IMG_1.JPG/',
  'IMG_1.JPG/.',
  '/etc/passwd',
  '/etc/passwd.jpg',
  'C:\\\\IMG_1.JPG',
  '..\\\\IMG_1.JPG',
  'IMG_1.JPG\\0',
  'IMG_1.JPG\\0.jpg',
  '..%2fIMG_1.JPG',
  '%2e%2e/IMG_1.JPG',
  'file:///etc/passwd.jpg',
  `${'a'.repeat(5000)}.jpg`,
  `${'../'.repeat(50)}etc/passwd.jpg`,
].map((text) => text.replaceAll('\\0', '\0').replaceAll('\\\\', '\\'));

test.each(wrongNames)('no photo is given by the name %j', async (name) => {
  const folder = join(photos, '2026');
  await mkdir(join(folder, 'folder.jpg'));
  await symlink(join(world, 'photos-private', 'IMG_9.JPG'), join(folder, 'outside.jpg'));
  await symlink(join(world, 'photos-private'), join(folder, 'outside-by-folder.jpg'));
  await symlink(join(folder, 'round.jpg'), join(folder, 'round.jpg'));
  if (process.platform !== 'win32') execFileSync('mkfifo', [join(folder, 'pipe.jpg')]);
  const browser = openFolderBrowser([photos]);
  await expect(browser.photo(folder, name)).rejects.toMatchObject({ name: 'DomainError', code: 'not_found' });
});

test.each(attacks)('no photo is given out of the folder %j', async (attack) => {
  await symlink(join(world, 'photos-private'), join(photos, '2025', 'outside'));
  const browser = openFolderBrowser([photos]);
  const path = attack.replace('PHOTOS', photos);
  for (const name of ['IMG_1.JPG', 'IMG_9.JPG'])
    await expect(browser.photo(path, name)).rejects.toMatchObject({ name: 'DomainError', code: 'not_found' });
});
