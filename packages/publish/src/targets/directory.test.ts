import { mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { contentSha256 } from '../content-hash.ts';
import { temporaryName } from '../target-path.ts';
import { proveAssetTarget } from './asset-target.conformance.ts';
import { openDirectoryTarget } from './directory.ts';

const { signal } = new AbortController();
const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

proveAssetTarget('directory', async () => {
  const root = await makeFolder();
  const folder = join(root, 'site');
  return {
    target: openDirectoryTarget({ folder }),
    listFiles: () => listFiles(root, folder),
    async leaveTemporaryFile(below) {
      const path = join(below, temporaryName('3f2a'));
      await writeFile(join(folder, path), 'half');
      const anHourAgo = new Date(Date.now() - 3_600_000);
      await utimes(join(folder, path), anHourAgo, anHourAgo);
      return path.replaceAll(sep, '/');
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
});

test('a temporary file of another program stays until nobody can be writing to it', async () => {
  const folder = await makeFolder();
  const fresh = join(folder, temporaryName('other'));
  await writeFile(fresh, 'half');
  let nowMs = Date.now();
  const target = openDirectoryTarget({ folder, now: () => nowMs });
  expect(await target.sweep(signal)).toEqual([]);
  nowMs += 11 * 60_000;
  expect(await target.sweep(signal)).toEqual([temporaryName('other')]);
});

test('what this program is sending is never swept, even where the share’s clock is an hour behind', async () => {
  const target = openDirectoryTarget({ folder: await makeFolder(), now: () => Date.now() + 3_600_000 });
  const bytes = Buffer.alloc(8_000_000, 'n');
  let sending = true;
  const done = target.put('A.JPG', { bytes, sha256: contentSha256(bytes) }, signal).finally(() => {
    sending = false;
  });
  while (sending) expect(await target.sweep(signal)).toEqual([]);
  expect(await done).toEqual({ sent: true });
});

test('a folder that cannot be made or written to is a problem in words', async () => {
  const file = join(await makeFolder(), 'file');
  await writeFile(file, '');
  const problems = await openDirectoryTarget({ folder: join(file, 'site') }).problems(signal);
  expect(problems).toEqual([
    expect.stringMatching(/^the site folder .* cannot be written to .*; bring the place .* back within reach$/),
  ]);
});

test('sweeping a folder that is not there yet finds nothing', async () => {
  expect(await openDirectoryTarget({ folder: join(await makeFolder(), 'later') }).sweep(signal)).toEqual([]);
});

test('a failed write says which file, what was left unchanged, and why', async () => {
  const folder = await makeFolder();
  await writeFile(join(folder, '2025'), 'a file in the way');
  const bytes = Buffer.from('pixels');
  const putting = openDirectoryTarget({ folder }).put('2025/A.JPG', { bytes, sha256: contentSha256(bytes) }, signal);
  await expect(putting).rejects.toThrow(/^2025\/A\.JPG was not written to .*; the site has what it had: E/);
  await expect(putting).rejects.toHaveProperty('cause.code');
  expect(await readFile(join(folder, '2025'), 'utf8')).toBe('a file in the way');
});

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'proofline-site-'));
  folders.push(folder);
  return folder;
}

/** Looks at everything below `root`, so that a file which escaped from the site's folder is seen too. */
async function listFiles(root: string, folder: string): Promise<readonly string[]> {
  await mkdir(dirname(folder), { recursive: true });
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
}
