import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFakeOllama } from '@proofline/pipeline/fixtures/fake-servers/fake-ollama.ts';
import { expect, onTestFinished, test, vi } from 'vitest';
import { hasLocalRedis, startLocalRedis } from '../support/redis-server.ts';
import { startSystem } from '../support/running-system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { generatePhotos } from '../support/generated-photos.ts';

const LONG = { timeout: 600_000 };
const isRedisHere = await hasLocalRedis();

/** What worker processes do is denied and written down by a module that is loaded before them. */
async function withWatchedWorkers(variables: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder();
  const log = join(folder, 'denied.log');
  const preload = new URL('../support/loopback-only-process.ts', import.meta.url).href;
  vi.stubEnv('NODE_OPTIONS', `--import=${preload}`);
  vi.stubEnv('LOOPBACK_ONLY_LOG', log);
  onTestFinished(() => void vi.unstubAllEnvs());
  const redis = await startLocalRedis();
  const running = await startSystem(join(folder, 'data'), {
    QUEUE_URL: redis.url,
    PROOFLINE_WORKERS: '1',
    PROOFLINE_CONCURRENCY: '2',
    PROOFLINE_CAPTIONER: 'ollama',
    ...variables,
  });
  onTestFinished(async () => {
    await running.stop();
    await redis.stop();
  });
  const photos = join(folder, 'photos');
  await generatePhotos(photos, 3);
  const lines = () => readFileSync(log, 'utf8').trimEnd().split('\n');
  const pids = () =>
    lines()
      .filter((line) => line.endsWith('watched'))
      .map((line) => Number(line.split(' ')[0]));
  return { running, photos, lines, pids };
}

test.skipIf(!isRedisHere)('a worker that takes photos to review contacts nobody but this machine', LONG, async () => {
  const fake = await openFakeOllama();
  onTestFinished(() => fake.close());
  const { running, photos, lines, pids } = await withWatchedWorkers({ PROOFLINE_OLLAMA_URL: fake.url });
  expect((await running.add({ sourceFolder: photos })).byState).toEqual({ 'in-review': 3 });
  expect(pids()).toHaveLength(1);
  expect(pids()).not.toContain(process.pid);
  expect(lines().filter((line) => line.includes('denied'))).toEqual([]);
});

test.skipIf(!isRedisHere)(
  'a worker that is told to send photos elsewhere is denied it: the watch sees real attempts',
  LONG,
  async () => {
    const { running, photos, lines, pids } = await withWatchedWorkers({
      PROOFLINE_OLLAMA_URL: 'http://192.0.2.1:11434',
      PROOFLINE_CAPTIONER_REMOTE: 'on',
    });
    await running.client.sets.$post({
      json: { sourceFolder: photos, subject: 'Test Subject', location: 'Test Place', folderKey: 'nature' },
    });
    await vi.waitFor(() => expect(lines()).toContain(`${pids()[0]} denied 192.0.2.1`), {
      timeout: 240_000,
      interval: 100,
    });
  },
);
