import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Subject } from '@proofline/domain/stage.ts';
import { expect, test } from 'vitest';
import { temporaryFolder } from './fixtures/temporary-folder.ts';
import { openWorkspace } from './workspace.ts';

const photo: Subject = { kind: 'photo', id: 7 };

test('a run gets a folder that carries its token, under the shard and the photo', async () => {
  const { dataFolder, workspace } = await newWorld();
  const folder = await workspace.openAttempt(photo, 'render-photo', 'token-1');
  expect(folder).toEqual({
    relativePath: 'work/0000/p7/render-photo-token-1',
    absolutePath: join(dataFolder, 'work', '0000', 'p7', 'render-photo-token-1'),
  });
  await writeFile(join(folder.absolutePath, 'web.jpg'), 'pixels');
});

test('subjects share folders of a thousand, and a set is no photo', async () => {
  const { workspace } = await newWorld();
  const paths = await Promise.all(
    [photo, { kind: 'set', id: 7 }, { kind: 'photo', id: 999 }, { kind: 'photo', id: 1_234_567 }] //
      .map((subject) => workspace.openAttempt(subject as Subject, 'render-photo', 't')),
  );
  expect(paths.map(({ relativePath }) => relativePath)).toEqual([
    'work/0000/p7/render-photo-t',
    'work/0000/s7/render-photo-t',
    'work/0000/p999/render-photo-t',
    'work/1234/p1234567/render-photo-t',
  ]);
});

test('taking away the folder of one run leaves the folders of all others', async () => {
  const { workspace, write, files } = await newWorld();
  for (const token of ['1', '2']) {
    const { relativePath } = await workspace.openAttempt(photo, 'render-photo', token);
    await write(`${relativePath}/deep/web.jpg`);
  }
  await workspace.removeAttempt(photo, 'render-photo', '1');
  expect(await files()).toEqual(['work/0000/p7/render-photo-2/deep/web.jpg']);
});

test('with the last run of a photo its folder goes too', async () => {
  const { dataFolder, workspace } = await newWorld();
  await workspace.openAttempt(photo, 'ingest-original', '1');
  await workspace.removeAttempt(photo, 'ingest-original', '1');
  await workspace.removeAttempt(photo, 'ingest-original', '1');
  expect(await readdir(join(dataFolder, 'work', '0000'))).toEqual([]);
});

test('removing a photo takes everything that any run made for it, and nothing of another', async () => {
  const { workspace, write, files } = await newWorld();
  await write(
    'work/0000/p7/ingest-original-1/original.jpg',
    'work/0000/p7/render-photo-2/web.jpg',
    'work/0000/p70/render-photo-3/web.jpg',
    'work/0000/s7/validate-set-4/listing',
    'review.db',
  );
  await workspace.removePhoto(7);
  expect(await files()).toEqual([
    'review.db',
    'work/0000/p70/render-photo-3/web.jpg',
    'work/0000/s7/validate-set-4/listing',
  ]);
});

test('removing files takes exactly these', async () => {
  const { workspace, write, files } = await newWorld();
  await write('work/0000/p7/r/web.jpg', 'work/0000/p7/r/plane', 'work/0000/p7/r/preview.jpg');
  await workspace.removeFiles(['work/0000/p7/r/plane', 'work/0000/p7/r/preview.jpg']);
  expect(await files()).toEqual(['work/0000/p7/r/web.jpg']);
});

test('with the last file of a run its folder goes, and another of the photo stays', async () => {
  const { dataFolder, workspace, write } = await newWorld();
  await write('work/0000/p7/ingest-original-1/original.jpg', 'work/0000/p7/render-photo-2/web.jpg');
  await workspace.removeFiles(['work/0000/p7/ingest-original-1/original.jpg']);
  expect(await readdir(join(dataFolder, 'work', '0000', 'p7'))).toEqual(['render-photo-2']);
  // Cut off between file and folder, it is called again.
  await mkdir(join(dataFolder, 'work', '0000', 'p7', 'ingest-original-1'));
  await workspace.removeFiles(['work/0000/p7/ingest-original-1/original.jpg']);
  expect(await readdir(join(dataFolder, 'work', '0000', 'p7'))).toEqual(['render-photo-2']);
});

test('removing what is not there is no error', async () => {
  const { workspace, files } = await newWorld();
  await workspace.removeAttempt(photo, 'render-photo', 'never opened');
  await workspace.removePhoto(7);
  await workspace.removeFiles(['work/0000/p7/gone.jpg']);
  expect(await files()).toEqual([]);
});

test.each([
  'review.db',
  'site/2025/nature/1.JPG',
  '',
  '.',
  'work',
  'work/',
  'work/.',
  'work/..\\review.db',
  'work/../review.db',
  'work/0000/../../review.db',
  '../data/work/0000/p7/web.jpg',
  'workspace/notes.txt',
])('%j is not below the work folder: it is refused, and so is what was to be removed with it', async (path) => {
  const { workspace, write, files } = await newWorld();
  await write('review.db', 'site/2025/nature/1.JPG', 'workspace/notes.txt', 'work/0000/p7/web.jpg');
  const before = await files();
  await expect(workspace.removeFiles(['work/0000/p7/web.jpg', path])).rejects.toThrow(
    `not below the work folder: ${JSON.stringify(path)}; nothing was removed`,
  );
  expect(await files()).toEqual(before);
});

test('a folder is not removed as if it were a file', async () => {
  const { workspace, write, files } = await newWorld();
  await write('work/0000/p7/web.jpg');
  await expect(workspace.removeFiles(['work/0000/p7'])).rejects.toThrow(/directory/i);
  expect(await files()).toEqual(['work/0000/p7/web.jpg']);
});

test('a link in a photo’s folder goes, and what it points to stays', async () => {
  const { dataFolder, workspace, write, files } = await newWorld();
  await write('work/0000/p7/web.jpg', 'originals/IMG_7.JPG');
  await symlink(join(dataFolder, 'originals'), join(dataFolder, 'work', '0000', 'p7', 'link'), 'junction');
  await workspace.removePhoto(7);
  expect(await files()).toEqual(['originals/IMG_7.JPG']);
  expect(await readFile(join(dataFolder, 'originals', 'IMG_7.JPG'), 'utf8')).toBe('originals/IMG_7.JPG');
});

/** A data folder of its own. */
async function newWorld() {
  const dataFolder = join(await temporaryFolder(), 'data');
  await mkdir(dataFolder);
  return {
    dataFolder,
    workspace: openWorkspace({ dataFolder }),
    /** Each file holds its own path. */
    async write(...paths: readonly string[]) {
      for (const path of paths) {
        await mkdir(join(dataFolder, dirname(path)), { recursive: true });
        await writeFile(join(dataFolder, path), path);
      }
    },
    /** Every file below the data folder, with `/`. */
    async files() {
      const entries = await readdir(dataFolder, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) =>
          join(parentPath, name)
            .slice(dataFolder.length + 1)
            .replaceAll('\\', '/'),
        )
        .toSorted();
    },
  };
}
