import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { parseResponse } from '@proofline/api/client.ts';
import { expect, test, vi } from 'vitest';
import { generatePhotos } from '../support/generated-photos.ts';
import { areLongTests } from '../support/long-tests.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { EMBEDDED } from '../support/test-engine.ts';

const PHOTOS = areLongTests ? 40 : 10;
/** Photos in review when it is lost: while copying, while rendering, while opening reviews. */
const LOST_AT = areLongTests ? [0, 5, 20] : [3];
const PATIENCE = { timeout: 120_000, interval: 20 };

test('an embedded engine that is lost again and again is replaced while the system runs, and every photo arrives once', async () => {
  const threads = watchEngineThreads();
  const folder = await temporaryFolder();
  const photos = join(folder, 'photos');
  await generatePhotos(photos, PHOTOS);
  await using running = await startSystem(join(folder, 'data'), EMBEDDED);
  const before = threads.count();
  const set = await parseResponse(
    running.client.sets.$post({
      json: { sourceFolder: photos, subject: 'Lost Engine', location: 'Test Place', folderKey: 'nature' },
    }),
  );

  for (const [losses, inReview] of LOST_AT.entries()) {
    await vi.waitFor(() => {
      const { photos: known, byState } = running.system.stores.overview.set(set.id);
      expect(known).toBe(PHOTOS);
      expect(byState['in-review'] ?? 0).toBeGreaterThanOrEqual(inReview);
    }, PATIENCE);
    await threads.newest().terminate();
    await vi.waitFor(() => expect(eventsOf(running, 'engine.rebuilt')).toHaveLength(losses + 1), PATIENCE);
  }

  expect((await running.settled(set.id)).byState).toEqual({ 'in-review': PHOTOS });
  const fileNames = running.system.stores.reviews.list({ setId: set.id, limit: 100 }).map(({ fileName }) => fileName);
  expect(new Set(fileNames).size).toBe(PHOTOS);
  expect(eventsOf(running, 'engine.lost')).toHaveLength(LOST_AT.length);
  expect(threads.count()).toBe(before + LOST_AT.length);

  const reports = await crashReports(running);
  expect(reports).toHaveLength(LOST_AT.length);
  expect(reports[0]).toMatchObject({ kind: 'engine-lost', reason: expect.stringContaining('thread exited') as string });
  const listed = await parseResponse(running.client['crash-reports'].$get({ query: {} }));
  expect(listed).toMatchObject({ count: LOST_AT.length, newest: LOST_AT.map(() => ({ kind: 'engine-lost' })) });
});

test('a system whose engine is lost while nothing is due takes work as before, and stops in good order', async () => {
  const threads = watchEngineThreads();
  const folder = await temporaryFolder();
  const photos = join(folder, 'photos');
  await generatePhotos(photos, 3);
  const running = await startSystem(join(folder, 'data'), EMBEDDED);
  await threads.newest().terminate();
  await vi.waitFor(() => expect(eventsOf(running, 'engine.rebuilt')).toHaveLength(1), PATIENCE);
  expect((await running.add({ sourceFolder: photos })).byState).toEqual({ 'in-review': 3 });

  // In the middle of letting go of the old engine.
  await threads.newest().terminate();
  await running.stop();
  expect(await crashReports(running)).toHaveLength(2);
});

/** The threads of embedded engines that were started since. */
function watchEngineThreads() {
  const posted = vi.spyOn(Worker.prototype, 'postMessage');
  const threads = () => [...new Set(posted.mock.contexts as unknown as Worker[])];
  return { newest: () => threads().at(-1)!, count: () => threads().length };
}

function eventsOf({ system }: RunningSystem, kind: string) {
  return system.stores.events.list({ limit: 10_000 }).filter((event) => event.kind === kind);
}

async function crashReports({ config }: RunningSystem): Promise<readonly unknown[]> {
  const folder = join(config.dataFolder, 'crash-reports');
  const names = await readdir(folder);
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as unknown));
}
