import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { generatePhotos } from '../support/generated-photos.ts';
import { hasRedis, startRedis } from '../support/redis-server.ts';
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
