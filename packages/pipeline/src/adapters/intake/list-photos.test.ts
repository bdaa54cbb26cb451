import { chmod, copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { testPhoto } from '../../fixtures/test-photos.ts';
import { listPhotos } from './list-photos.ts';

const never = new AbortController().signal;

async function folderWith(...relativePaths: readonly string[]): Promise<string> {
  const folder = await temporaryFolder();
  for (const relativePath of relativePaths) {
    await mkdir(dirname(join(folder, relativePath)), { recursive: true });
    await writeFile(join(folder, relativePath), 'x');
  }
  return folder;
}

async function list(folder: string, includeSubfolders = true) {
  const listing = await listPhotos(folder, includeSubfolders, never);
  return {
    paths: listing.files.map((file) => file.relativePath),
    ignored: Object.fromEntries(listing.ignored.map(({ relativePath, reason }) => [relativePath, reason])),
    problems: listing.problems,
  };
}

test('photos come in natural order of their path, with spaces and letters of any script', async () => {
  const folder = await folderWith(
    'IMG_10.jpg',
    'IMG_9.JPG',
    'Zürich Übung/a b.jpeg',
    '日本/写真 2.png',
    'IMG_10 b.jpg',
  );
  expect((await list(folder)).paths).toEqual([
    'IMG_9.JPG',
    'IMG_10 b.jpg',
    'IMG_10.jpg',
    'Zürich Übung/a b.jpeg',
    '日本/写真 2.png',
  ]);
});

test('a listed file says where it is and how many bytes it has', async () => {
  const folder = await folderWith('one/IMG_1.jpg');
  expect((await listPhotos(folder, true, never)).files).toEqual([
    { path: join(folder, 'one', 'IMG_1.jpg'), relativePath: 'one/IMG_1.jpg', bytes: 1 },
  ]);
});

test('a small file also says how many pixels its header states, whatever kind it is; one that does not say has none', async () => {
  const folder = await folderWith('not-really.jpg');
  await copyFile(testPhoto('edge/Landscape_6.jpg'), join(folder, 'turned.jpg'));
  await copyFile(testPhoto('edge/hopper_orientation_3.webp'), join(folder, 'small.webp'));
  const { files } = await listPhotos(folder, true, never);
  const pixelsOf = Object.fromEntries(files.map(({ relativePath, pixels }) => [relativePath, pixels]));
  expect(pixelsOf).toEqual({ 'not-really.jpg': undefined, 'small.webp': 128 * 128, 'turned.jpg': 1200 * 1800 });
});

test('subfolders are walked only when asked for, and named when not', async () => {
  const folder = await folderWith('a.jpg', 'sub/b.jpg');
  expect((await list(folder, true)).paths).toEqual(['a.jpg', 'sub/b.jpg']);
  const flat = await list(folder, false);
  expect(flat.paths).toEqual(['a.jpg']);
  expect(flat.ignored).toEqual({ sub: 'a subfolder, and subfolders are not included' });
});

test('whatever is no photo is ignored with its reason', async () => {
  const folder = await folderWith(
    'a.jpg',
    'a.xmp',
    'clip.MOV',
    'notes.txt',
    '.DS_Store',
    '._a.jpg',
    'Thumbs.db',
    '@eaDir/a.jpg/SYNOFILE_THUMB_M.jpg',
  );
  expect(await list(folder)).toEqual({
    paths: ['a.jpg'],
    problems: [],
    ignored: {
      'a.xmp': 'an XMP sidecar; metadata is read from the photo itself',
      'clip.MOV': 'a video',
      'notes.txt': 'not a photo by its name or content',
      '.DS_Store': 'hidden',
      '._a.jpg': 'hidden',
      'Thumbs.db': 'a system file or folder',
      '@eaDir': 'a system file or folder',
    },
  });
});

test('a photo without a telling extension is found by its first bytes', async () => {
  const folder = await temporaryFolder();
  await copyFile(testPhoto('edge/Landscape_1.jpg'), join(folder, 'scan.001'));
  expect((await list(folder)).paths).toEqual(['scan.001']);
});

test('an empty photo file is a candidate, so that it is refused by name and not lost', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'empty.jpg'), '');
  expect((await list(folder)).paths).toEqual(['empty.jpg']);
});

test('a loop of links ends and each photo is listed once', async () => {
  const folder = await folderWith('a/1.jpg', 'b/2.jpg');
  await symlink(folder, join(folder, 'b', 'up'), 'dir');
  await symlink(join(folder, 'a'), join(folder, 'c'), 'dir');
  const listing = await list(folder);
  expect(listing.paths).toEqual(['a/1.jpg', 'b/2.jpg']);
  expect(listing.ignored).toEqual({
    'b/up': 'a link to a folder that is listed already',
    c: 'a link to a folder that is listed already',
  });
});

test.skipIf(process.platform === 'win32')(
  'a device and a link that leads nowhere are ignored without being opened',
  async () => {
    const folder = await folderWith('a.jpg');
    await symlink('/dev/zero', join(folder, 'endless'));
    await symlink(join(folder, 'gone.jpg'), join(folder, 'link.jpg'));
    expect((await list(folder)).ignored).toEqual({
      endless: 'not a regular file',
      'link.jpg': 'a link that leads nowhere',
    });
  },
);

test('a missing folder, a file and a folder without photos are told in words', async () => {
  const folder = await folderWith('notes.txt');
  expect((await list(join(folder, 'gone'))).problems).toEqual([
    `there is no folder ${join(folder, 'gone')}; check the path and that its disk is connected`,
  ]);
  expect((await list(join(folder, 'notes.txt'))).problems).toEqual([
    `${join(folder, 'notes.txt')} is not a folder; name the folder that holds the photos`,
  ]);
  expect((await list(folder)).problems).toEqual([
    `there are no photos in ${folder}: what it holds (1) is no photo; name the folder that holds the photos`,
  ]);
  expect((await list(await temporaryFolder(), false)).problems).toEqual([
    expect.stringContaining('it is empty; name the folder that holds the photos, or include its subfolders'),
  ]);
});

// Root reads everything, and Windows has no such modes.
test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'an unreadable subfolder is a problem, since its photos would be missing',
  async () => {
    const folder = await folderWith('a.jpg', 'locked/b.jpg');
    await chmod(join(folder, 'locked'), 0o000);
    const { paths, problems } = await list(folder);
    expect(paths).toEqual(['a.jpg']);
    expect(problems).toEqual([expect.stringContaining('locked cannot be read (EACCES)')]);
    await chmod(join(folder, 'locked'), 0o700);
  },
);

test('an aborted listing stops with the reason of the abort', async () => {
  const folder = await folderWith('a.jpg');
  await expect(listPhotos(folder, true, AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
});
