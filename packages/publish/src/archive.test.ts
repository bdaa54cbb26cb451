import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { openArchive, type Archive } from './archive.ts';
import { contentSha256 } from './content-hash.ts';
import { examplePhoto } from './fixtures/published-photo.ts';

const { signal } = new AbortController();
const bytes = Buffer.from('the untouched original');
const photo = examplePhoto({ fileName: 'Frozen_Lake_2025_001.JPG', originalFileName: 'IMG_0042.TIF' });

let folder: string;
let archive: Archive;
let original: { readonly files: readonly string[]; readonly sha256: string };
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proofline-archive-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'original.tif'), bytes);
  archive = openArchive({ folder: join(folder, 'archive'), floorBytes: 0 });
  original = { files: [join(folder, 'gone.tif'), join(folder, 'original.tif')], sha256: contentSha256(bytes) };
});

const place = (name: string) => join(folder, 'archive', '2025', 'nature', name);

test('the original is there under its published name and its own kind, with its text beside it', async () => {
  expect(await archive.put(photo, original, signal)).toEqual({
    path: '2025/nature/Frozen_Lake_2025_001.tif',
    sha256: original.sha256,
    sidecarPath: '2025/nature/Frozen_Lake_2025_001.xmp',
    copied: true,
  });
  expect(await readFile(place('Frozen_Lake_2025_001.tif'))).toEqual(bytes);
  const sidecar = await readFile(place('Frozen_Lake_2025_001.xmp'), 'utf8');
  expect(sidecar).toContain(photo.caption);
  expect(sidecar).toContain('<dc:format>image/tiff</dc:format>');
  expect(await readFile(join(folder, 'original.tif'))).toEqual(bytes);
});

test('a JPEG has the name that it has on the site, to the letter', async () => {
  const put = await archive.put({ ...photo, originalFileName: 'IMG_0042.jpeg' }, original, signal);
  expect(put.path).toBe('2025/nature/Frozen_Lake_2025_001.JPG');
});

test('again it copies nothing, needs no original, and renews the text only', async () => {
  await archive.put(photo, original, signal);
  await rm(join(folder, 'original.tif'));
  const before = await stat(place('Frozen_Lake_2025_001.tif'));
  const again = await archive.put({ ...photo, caption: 'A better caption' }, original, signal);
  expect(again.copied).toBe(false);
  expect((await stat(place('Frozen_Lake_2025_001.tif'))).mtimeMs).toBe(before.mtimeMs);
  expect(await readFile(place('Frozen_Lake_2025_001.xmp'), 'utf8')).toContain('A better caption');
  expect(await readdir(join(folder, 'archive', '2025', 'nature'))).toHaveLength(2);
});

test('a read-only original is archived, and the copy can be replaced', async () => {
  await chmod(join(folder, 'original.tif'), 0o444);
  await archive.put(photo, original, signal);
  expect((await stat(place('Frozen_Lake_2025_001.tif'))).mode & 0o200).toBe(0o200);
});

test('another file in its place is never overwritten, and says so', async () => {
  await mkdir(join(folder, 'archive', '2025', 'nature'), { recursive: true });
  await writeFile(place('Frozen_Lake_2025_001.tif'), 'somebody else’s');
  await expect(archive.put(photo, original, signal)).rejects.toThrow(
    'the archive holds another file as 2025/nature/Frozen_Lake_2025_001.tif; it was not touched and nothing was published',
  );
  expect(await readFile(place('Frozen_Lake_2025_001.tif'), 'utf8')).toBe('somebody else’s');
});

test('an original that is not what was taken in is not archived, and leaves nothing', async () => {
  await writeFile(join(folder, 'original.tif'), 'changed since');
  await expect(archive.put(photo, original, signal)).rejects.toThrow(
    /cannot be archived: none of .*original\.tif has its content any more; nothing was published/,
  );
  expect(await readdir(join(folder, 'archive'), { recursive: true })).toEqual([]);
});

test('a sidecar of another program stays, and ours stands beside it', async () => {
  await mkdir(join(folder, 'archive', '2025', 'nature'), { recursive: true });
  const theirs = '<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Another program"/>';
  await writeFile(place('Frozen_Lake_2025_001.xmp'), theirs);
  const { sidecarPath } = await archive.put(photo, original, signal);
  expect(sidecarPath).toBe('2025/nature/Frozen_Lake_2025_001.proofline.xmp');
  expect(await readFile(place('Frozen_Lake_2025_001.xmp'), 'utf8')).toBe(theirs);
});

test('an archive that is gone halts the publication, and is not made anew', async () => {
  await archive.put(photo, original, signal);
  await rm(join(folder, 'archive'), { recursive: true });
  await expect(archive.put(photo, original, signal)).rejects.toMatchObject({
    condition: 'target-unreachable',
    message: expect.stringContaining('the archive'),
  });
  expect(await archive.problems(signal)).toHaveLength(1);
  expect(await readdir(folder)).not.toContain('archive');
});

test('an archive whose disk is nearly full halts the publication', async () => {
  const full = openArchive({ folder: join(folder, 'archive'), floorBytes: Number.MAX_SAFE_INTEGER });
  await expect(full.put(photo, original, signal)).rejects.toMatchObject({ condition: 'disk-full' });
});

test('what a kill left half copied is swept: what is ours at once, what is another’s when it is old', async () => {
  const own = openArchive({ folder: join(folder, 'archive'), floorBytes: 0, sender: 'me' });
  await own.put(photo, original, signal);
  await writeFile(place('.proofline-me-3f2a.tmp'), 'half');
  await writeFile(place('.proofline-other-3f2a.tmp'), 'half');
  await writeFile(place('.proofline-other-4f2a.tmp'), 'half');
  await utimes(place('.proofline-other-4f2a.tmp'), new Date(0), new Date(0));
  expect((await own.sweep(signal)).toSorted()).toEqual([
    '2025/nature/.proofline-me-3f2a.tmp',
    '2025/nature/.proofline-other-4f2a.tmp',
  ]);
  expect((await readdir(join(folder, 'archive', '2025', 'nature'))).toSorted()).toEqual([
    '.proofline-other-3f2a.tmp',
    'Frozen_Lake_2025_001.tif',
    'Frozen_Lake_2025_001.xmp',
  ]);
});
