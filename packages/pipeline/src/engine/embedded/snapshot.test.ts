import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEngine } from '../open-engine.ts';
import { readSnapshot, snapshotPath } from './snapshot.ts';

/** Creating a database takes two seconds on an idle machine. */
const CREATING_MS = 120_000;

let folder: string;
let cacheFolder: string;
let path: string;
/** Made by the first start. */
let sound: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proofline snapshöt '));
  cacheFolder = join(folder, 'made by the first start');
  path = snapshotPath(cacheFolder);
  await startAndUse(cacheFolder);
  sound = await readFile(path);
}, CREATING_MS);
afterAll(() => rm(folder, { recursive: true }));

test('a later start uses the snapshot of the first and leaves it as it is', async () => {
  const before = await stat(path);
  await startAndUse(cacheFolder);
  expect((await stat(path)).ino).toBe(before.ino);
});

test('a snapshot is read as it was written; none and a damaged one are null', async () => {
  const copy = join(folder, 'copy.tar.gz');
  const readBack = async (bytes: Uint8Array) => {
    await writeFile(copy, bytes);
    return readSnapshot(copy);
  };
  expect(await readSnapshot(copy)).toBeNull();
  expect((await readBack(sound))?.length).toBeGreaterThan(10_000_000);
  expect(await readBack(Buffer.alloc(0))).toBeNull();
  expect(await readBack(sound.subarray(0, sound.length / 2))).toBeNull();
  expect(await readBack(flipByte(sound, sound.length >> 1))).toBeNull();
});

test('a snapshot that unpacks but is no database is replaced by a sound one', { timeout: CREATING_MS }, async () => {
  const otherCache = join(folder, 'other');
  const otherPath = snapshotPath(otherCache);
  await mkdir(otherCache);
  await writeFile(otherPath, gzipSync('not a tar'));
  await startAndUse(otherCache);
  const { ino, size } = await stat(otherPath);
  expect(size).toBeGreaterThan(1_000_000);
  await startAndUse(otherCache);
  expect((await stat(otherPath)).ino).toBe(ino);
});

test('a cache folder that cannot be made is said by its name', async () => {
  await writeFile(join(folder, 'file'), '');
  await expect(startAndUse(join(folder, 'file', 'cache'))).rejects.toThrow(join(folder, 'file'));
});

async function startAndUse(cache: string): Promise<void> {
  const engine = await openEngine({ url: undefined, cacheFolder: cache });
  const queue = engine.queue('render-photo');
  await queue.add('render-photo', { subject: { kind: 'photo', id: 1 }, stage: 'render-photo', epoch: 1 });
  expect(await queue.getJobCounts('waiting')).toEqual({ waiting: 1 });
  await engine.close();
}

function flipByte(bytes: Buffer, index: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[index] = copy[index]! ^ 0xff;
  return copy;
}
