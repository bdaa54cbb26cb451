import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { contentSha256 } from './content-hash.ts';
import { openKeptFiles } from './kept-files.ts';

const { signal } = new AbortController();
const asset = (text: string) => ({ bytes: Buffer.from(text), sha256: contentSha256(Buffer.from(text)) });

test('what was kept is there to the byte, by photo', async () => {
  const { kept } = await emptyWorld();
  await kept.keep(1, asset('lake'), signal);
  await kept.keep(1, asset('lake'), signal);
  expect(await kept.get(1, asset('lake').sha256, signal)).toEqual(Buffer.from('lake'));
  expect(await kept.get(2, asset('lake').sha256, signal)).toBeNull();
});

test('a file that the disk spoilt is not given out, and is kept anew', async () => {
  const { kept, folder } = await emptyWorld();
  await kept.keep(1, asset('lake'), signal);
  await writeFile(join(folder, 'p1', `${asset('lake').sha256}.jpg`), 'lak');
  expect(await kept.get(1, asset('lake').sha256, signal)).toBeNull();
  await kept.keep(1, asset('lake'), signal);
  expect(await kept.get(1, asset('lake').sha256, signal)).toEqual(Buffer.from('lake'));
});

test('bytes of another hash are not kept', async () => {
  const { kept, folder } = await emptyWorld();
  const cut = { bytes: Buffer.from('lak'), sha256: asset('lake').sha256 };
  await kept.keep(1, cut, signal).catch(() => undefined);
  expect(await kept.get(1, cut.sha256, signal)).toBeNull();
  expect(await readdir(folder, { recursive: true }).catch(() => [])).not.toContain(`${cut.sha256}.jpg`);
});

test('what is not needed any more goes, half-written files with it, and the folder with the last', async () => {
  const { kept, folder } = await emptyWorld();
  await kept.keep(1, asset('lake'), signal);
  await kept.keep(1, asset('sea'), signal);
  await writeFile(join(folder, 'p1', '.proofline-0a0a.part'), 'half');
  await kept.dropAllBut(1, [asset('sea').sha256]);
  expect(await readdir(join(folder, 'p1'))).toEqual([`${asset('sea').sha256}.jpg`]);
  await kept.dropAllBut(1, []);
  expect(await readdir(folder)).toEqual([]);
  await kept.dropAllBut(1, []);
});

async function emptyWorld() {
  const folder = await mkdtemp(join(tmpdir(), 'proofline-kept-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return { folder, kept: openKeptFiles({ folder }) };
}
