import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient, parseResponse, type ApiClient } from '@proofline/api/client.ts';
import { expect, onTestFinished, test, vi } from 'vitest';
import { hashFolder } from '../support/folder-hash.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { areLongTests } from '../support/long-tests.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const MAIN = fileURLToPath(new URL('../../apps/cli/src/main.ts', import.meta.url));
const PHOTOS = areLongTests ? 60 : 10;
const PATIENCE = { timeout: 120_000, interval: 50 };

test(
  'a process killed in the middle of a set goes on at the next start: every photo once, no name lost or doubled',
  { timeout: 300_000 },
  async () => {
    const folder = await temporaryFolder();
    const photos = join(folder, 'photos');
    const dataFolder = join(folder, 'data');
    await generatePhotos(photos, PHOTOS);
    const before = await hashFolder(photos);

    let running = await start(dataFolder);
    const set = await parseResponse(
      running.client.sets.$post({
        json: { sourceFolder: photos, subject: 'Killed Set', location: 'Test Place', folderKey: 'nature' },
      }),
    );
    // Once at each of three moments: while copying, while rendering, while opening reviews.
    for (const reviewsOpen of [0, 3, PHOTOS / 2]) {
      await vi.waitFor(async () => {
        const { byState, photos: known } = await overviewOf(running.client, set.id);
        expect(known).toBe(PHOTOS);
        expect(byState['in-review'] ?? 0).toBeGreaterThanOrEqual(reviewsOpen);
      }, PATIENCE);
      // The supervisor and everything it started, as when the power fails.
      process.kill(-running.process.pid!, 'SIGKILL');
      await once(running.process, 'exit');
      running = await start(dataFolder);
    }

    await vi.waitFor(async () => {
      expect((await overviewOf(running.client, set.id)).byState).toEqual({ 'in-review': PHOTOS });
    }, PATIENCE);
    const reviews = await parseResponse(
      running.client.reviews.$get({ query: { setId: String(set.id), limit: '1000' } }),
    );
    const numbers = reviews.map(({ fileName }) => fileName.toLowerCase()).toSorted();
    expect(new Set(numbers).size).toBe(PHOTOS);
    expect(reviews.map(({ originalFileName }) => originalFileName).toSorted()).toEqual(Object.keys(before).toSorted());
    expect(await hashFolder(photos)).toEqual(before);
  },
);

async function start(dataFolder: string): Promise<{ readonly process: ChildProcess; readonly client: ApiClient }> {
  const child = spawn(process.execPath, [MAIN, 'start'], {
    env: { ...process.env, PROOFLINE_DATA: dataFolder, PROOFLINE_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  onTestFinished(() => void child.kill('SIGKILL'));
  const { url, token } = await vi.waitFor(async () => {
    if (child.exitCode !== null) throw new Error(`proofline ended with ${child.exitCode}: ${said}`);
    const announced = JSON.parse(await readFile(join(dataFolder, 'api.json'), 'utf8')) as {
      readonly url: string;
      readonly token: string;
      readonly pid: number;
    };
    expect(announced.pid).toBe(child.pid);
    return announced;
  }, PATIENCE);
  return { process: child, client: createClient(url, token) };
}

async function overviewOf(client: ApiClient, setId: number) {
  const [overview] = await parseResponse(client.overview.$get({ query: { setId: String(setId) } }));
  return overview!;
}
