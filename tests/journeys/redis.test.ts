import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { generatePhotos } from '../support/generated-photos.ts';
import { hasLocalRedis, hasRedis, startLocalRedis, startRedis } from '../support/redis-server.ts';
import { startSystem } from '../support/running-system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test.skipIf(!(await hasRedis()))('two data folders on one Redis each take their photos to their own site', async () => {
  const redis = await startRedis();
  onTestFinished(() => redis.stop());
  const folder = await temporaryFolder();
  const photos = [join(folder, 'photos a'), join(folder, 'photos b')];
  await generatePhotos(photos[0]!, 4);
  await generatePhotos(photos[1]!, 6, { startAt: 101 });
  const systems = await Promise.all(
    ['a', 'b'].map((name) => startSystem(join(folder, `data ${name}`), { QUEUE_URL: redis.url })),
  );
  onTestFinished(async () => {
    await Promise.all(systems.map((running) => running.stop()));
  });

  const ended = await Promise.all(
    systems.map(async (running, index) => {
      const { set } = await running.add({ sourceFolder: photos[index]! });
      await running.approveAll(set.id);
      await running.client.publications.$post({ json: {} });
      return (await running.settled(set.id)).byState;
    }),
  );

  expect(ended).toEqual([{ published: 4 }, { published: 6 }]);
});

test.skipIf(!(await hasLocalRedis()))(
  'a Redis that is wiped in the middle of a set gets its work back, pressing no button',
  async () => {
    const local = await startLocalRedis();
    onTestFinished(() => local.stop());
    const folder = await temporaryFolder();
    const photos = join(folder, 'photos');
    await generatePhotos(photos, 40);
    const running = await startSystem(join(folder, 'data'), { QUEUE_URL: local.url });
    onTestFinished(() => running.stop());
    const { reviews, sets, events } = running.system.stores;
    const adding = running.add({ sourceFolder: photos });
    for (const inReview of [1, 15]) {
      await vi.waitFor(() => expect(reviews.list({ limit: 100 }).length).toBeGreaterThanOrEqual(inReview), {
        timeout: 120_000,
        interval: 10,
      });
      await local.wipe();
    }

    const { byState } = await adding;

    expect(byState).toEqual({ 'in-review': 40 });
    expect(sets.list()).toHaveLength(1);
    const drift = events.list({ limit: 1000 }).filter(({ kind }) => kind === 'engine.reconciled');
    expect(drift.length).toBeGreaterThan(0);
  },
);
