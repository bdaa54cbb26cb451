import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEngine } from '../open-engine.ts';
import { beginPostgres, begunPostgres } from './begun-postgres.ts';
import { SHARED_SESSION } from './postgres-host.ts';
import { snapshotPath } from './snapshot-path.ts';

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

test.each([
  { damage: 'was cut off', bytes: () => sound.subarray(0, sound.length / 2) },
  { damage: 'unpacks but is no database', bytes: () => gzipSync('not a tar') },
])('a snapshot that $damage is replaced by a sound one', { timeout: CREATING_MS }, async ({ bytes }) => {
  const otherCache = await mkdtemp(join(folder, 'other'));
  const otherPath = snapshotPath(otherCache);
  await writeFile(otherPath, bytes());
  await startAndUse(otherCache);
  const { ino, size } = await stat(otherPath);
  expect(size).toBeGreaterThan(1_000_000);
  await startAndUse(otherCache);
  expect((await stat(otherPath)).ino).toBe(ino);
});

test('PostgreSQL that was begun from a snapshot is what the next engine over it uses, once', async () => {
  beginPostgres(cacheFolder);
  const begun = begunPostgres(path);
  expect(begunPostgres(path)).toBeUndefined();
  const host = await begun!;
  expect((await host.query(SHARED_SESSION, 'SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  await host.close();

  beginPostgres(cacheFolder);
  await startAndUse(cacheFolder);
  expect(begunPostgres(path)).toBeUndefined();
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
