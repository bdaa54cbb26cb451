import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generatePhotos } from '../support/generated-photos.ts';
import { areLongTests } from '../support/long-tests.ts';
import { startSystem } from '../support/running-system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const RUNS = areLongTests ? ['1', '8', '1', '8'] : ['1', '8'];
const PHOTOS = areLongTests ? 200 : 16;

test('a set of photos gets the same names at concurrency 1 and at 8, every time', { timeout: 600_000 }, async () => {
  const folder = await temporaryFolder();
  const photos = join(folder, 'photos');
  await generatePhotos(photos, PHOTOS);

  const lists: (readonly string[])[] = [];
  for (const [run, concurrency] of RUNS.entries()) {
    lists.push(await namesOfRun(photos, join(folder, `data ${run}`), concurrency));
  }

  expect(lists[0]!.length).toBe(PHOTOS);
  expect(new Set(lists[0]!.map((line) => line.split(' → ')[1])).size).toBe(PHOTOS);
  expect(lists.map((list) => list.join('\n'))).toEqual(lists.map(() => lists[0]!.join('\n')));
});

/** `original → name`, by original. */
async function namesOfRun(photos: string, dataFolder: string, concurrency: string): Promise<readonly string[]> {
  await using running = await startSystem(dataFolder, { PROOFLINE_CONCURRENCY: concurrency });
  const { set } = await running.add({ sourceFolder: photos });
  const named = running.system.stores.reviews.list({ setId: set.id, limit: 1000 });
  return named.map(({ originalFileName, fileName }) => `${originalFileName} → ${fileName}`).toSorted();
}
