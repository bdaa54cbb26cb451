import { existsSync, renameSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { Blocked } from '@proofline/domain/blocking.ts';
import { setFaultHook } from '@proofline/domain/fault-point.ts';
import { afterEach, describe, expect, test } from 'vitest';
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
    expect.stringMatching(
      /^the site folder .* cannot be written to .*; bring the place .* back within reach, or mend what is said of it$/,
    ),
  ]);
});

test.skipIf(process.platform === 'win32')('a listing follows links, and not in circles', async () => {
  const folder = await makeFolder();
  const elsewhere = await makeFolder();
  await writeFile(join(elsewhere, 'A.JPG'), 'abc');
  await mkdir(join(folder, '2025'));
  await symlink(elsewhere, join(folder, '2025', 'nature'));
  await symlink(join(elsewhere, 'A.JPG'), join(folder, 'B.JPG'));
  await symlink(folder, join(folder, '2025', 'around'));
  await symlink('nowhere', join(folder, 'C.JPG'));
  expect(await openDirectoryTarget({ folder }).list('', signal)).toEqual([
    { path: '2025/nature/A.JPG', bytes: 3 },
    { path: 'B.JPG', bytes: 3 },
  ]);
});

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'a listing that cannot look into a folder fails',
  async () => {
    const folder = await makeFolder();
    await mkdir(join(folder, 'closed'), { mode: 0o000 });
    await expect(openDirectoryTarget({ folder }).list('', signal)).rejects.toThrow('EACCES');
  },
);

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

describe('a site folder that goes away', () => {
  const bytes = Buffer.from('pixels');
  const asset = { bytes, sha256: contentSha256(bytes) };

  test('is never taken for one without files, and never made anew', async () => {
    const folder = await makeFolder();
    const target = openDirectoryTarget({ folder });
    await target.put('2025/A.JPG', asset, signal);
    await rename(folder, `${folder}-away`);
    folders.push(`${folder}-away`);
    const uses = [
      () => target.get('2025/A.JPG', signal),
      () => target.stat('2025/A.JPG', signal),
      () => target.remove('2025/A.JPG', signal),
      () => target.list('', signal),
      () => target.put('2025/B.JPG', asset, signal),
    ];
    for (const use of uses) await expect(use()).rejects.toMatchObject({ condition: 'target-unreachable' });
    expect(existsSync(folder)).toBe(false);

    await writeFile(folder, 'a file in its place');
    for (const use of uses) await expect(use()).rejects.toMatchObject({ condition: 'target-unreachable' });
    await rm(folder);
    await rename(`${folder}-away`, folder);
    expect(await target.get('2025/A.JPG', signal)).toEqual(bytes);
  });

  test('is made when it could not be made at the start', async () => {
    const parent = join(await makeFolder(), 'mount');
    await writeFile(parent, 'not mounted yet');
    const target = openDirectoryTarget({ folder: join(parent, 'site') });
    await expect(target.get('A.JPG', signal)).rejects.toMatchObject({ condition: 'target-unreachable' });
    await rm(parent);
    await mkdir(parent);
    expect(await target.put('A.JPG', asset, signal)).toEqual({ sent: true });
  });

  test('is full below its floor, and nothing is written', async () => {
    const folder = await makeFolder();
    const target = openDirectoryTarget({ folder, floorBytes: 2 ** 60 });
    await expect(target.put('A.JPG', asset, signal)).rejects.toMatchObject({
      condition: 'disk-full',
      message: expect.stringMatching(/MB left and \d+ MB are kept free$/),
    });
    expect(await readdir(folder)).toEqual([]);
  });

  test('is told apart from one file that cannot be written: that is no condition of the place', async () => {
    const folder = await makeFolder();
    await mkdir(join(folder, 'A.JPG', 'below'), { recursive: true });
    const failed = await openDirectoryTarget({ folder })
      .put('A.JPG', asset, signal)
      .catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Error);
    expect(failed).not.toBeInstanceOf(Blocked);
  });
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

test('what was half sent when the share went away is removed once it is back', async () => {
  const folder = await makeFolder();
  const target = openDirectoryTarget({ folder });
  const bytes = Buffer.from('pixels');
  const put = () => target.put('2025/A.JPG', { bytes, sha256: contentSha256(bytes) }, signal);
  setFaultHook((point) => point === 'temporary-file-verified' && renameSync(folder, `${folder}-away`));
  await expect(put()).rejects.toThrow('the site folder');
  setFaultHook(() => {});
  await rename(`${folder}-away`, folder);
  expect(await readdir(join(folder, '2025'))).toEqual([expect.stringMatching(/\.tmp$/)]);

  await put();
  expect(await readdir(join(folder, '2025'))).toEqual(['A.JPG']);
});
