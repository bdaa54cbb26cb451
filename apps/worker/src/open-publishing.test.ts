import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openPublishing } from './open-publishing.ts';

test('what a crash left half sent is removed, and the log says what it was', async () => {
  const world = await emptyWorld();
  const year = join(world.siteFolder, '2025', 'nature');
  const anHourAgo = new Date(Date.now() - 3_600_000);
  await mkdir(year, { recursive: true });
  await writeFile(join(year, 'Frozen_Lake_001.JPG'), 'published');
  await writeFile(join(year, '.proofline-3f2a.tmp'), 'half');
  await utimes(join(year, 'Frozen_Lake_001.JPG'), anHourAgo, anHourAgo);
  await utimes(join(year, '.proofline-3f2a.tmp'), anHourAgo, anHourAgo);

  await (
    await world.open(world.siteFolder)
  ).swept;

  expect(await readdir(year)).toEqual(['Frozen_Lake_001.JPG']);
  expect(world.logged).toEqual([
    {
      level: 'info',
      detail: { removed: ['2025/nature/.proofline-3f2a.tmp'] },
      message: 'removed temporary files that a crash left on the site',
    },
  ]);
});

test('the archive is swept as well', async () => {
  const world = await emptyWorld();
  await mkdir(world.archiveFolder);
  await writeFile(join(world.archiveFolder, '.proofline-3f2a.tmp'), 'half');
  await utimes(join(world.archiveFolder, '.proofline-3f2a.tmp'), new Date(0), new Date(0));

  await (
    await world.open(world.siteFolder)
  ).swept;

  expect(await readdir(world.archiveFolder)).toEqual([]);
  expect(world.logged).toEqual([
    {
      level: 'info',
      detail: { removed: ['.proofline-3f2a.tmp'] },
      message: 'removed temporary files that a crash left in the archive',
    },
  ]);
});

test('a start that finds nothing left over says nothing', async () => {
  const world = await emptyWorld();
  await (
    await world.open(world.siteFolder)
  ).swept;
  expect(world.logged).toEqual([]);
});

test('a site that cannot be looked through is a warning and no reason not to start', async () => {
  const world = await emptyWorld();
  // No file system has a path with this character: reading it fails on every platform and for every user.
  const publishing = await world.open(`${world.siteFolder}\0`);

  await publishing.swept;
  expect(publishing.publisher.target).toBe('directory');
  expect(world.logged).toMatchObject([
    { level: 'warn', detail: { err: { code: 'ERR_INVALID_ARG_VALUE' } }, message: /could not be looked for/ },
  ]);
});

/** A site folder that is not there yet, and a log that remembers. */
async function emptyWorld() {
  const folder = await mkdtemp(join(tmpdir(), 'proofline-publishing-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const logged: { level: string; detail: unknown; message: unknown }[] = [];
  const remember = (level: string) => (detail: unknown, message?: unknown) => {
    logged.push({ level, detail, message });
  };
  return {
    siteFolder: join(folder, 'site'),
    archiveFolder: join(folder, 'archive'),
    logged,
    async open(siteFolder: string) {
      const publishing = await openPublishing({
        siteFolder,
        siteServer: null,
        catalogueFile: join(folder, 'catalogue.db'),
        replacedFolder: join(folder, 'replaced'),
        archiveFolder: join(folder, 'archive'),
        embedText: true,
        catalogueServer: null,
        mirrorFile: join(folder, 'mirror.db'),
        checkPublicUrls: false,
        diskFloorBytes: 0,
        seat: { kind: 'system' },
        logger: { info: remember('info'), warn: remember('warn') },
      });
      onTestFinished(() => publishing.close());
      return publishing;
    },
  };
}
