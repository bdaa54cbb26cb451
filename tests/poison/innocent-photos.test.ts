import { join } from 'node:path';
import type { PhotoState } from '@proofline/domain/photo.ts';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { live, openSimulated } from './simulated-life.ts';
import { areLongTests } from '../support/long-tests.ts';

const PHOTOS = 12;
const KILLS = 20;
const never = Number.POSITIVE_INFINITY;
const none: ReadonlySet<number> = new Set();

test.for(areLongTests ? [1, 2, 3, 4, 5, 6] : [1])(
  '20 kills in a row put no innocent photo in quarantine (seed %i)',
  async (seed) => {
    const file = await addPhotos();
    const random = seeded(seed);
    for (let kill = 0; kill < KILLS; kill += 1) {
      // Mostly at once again, as a crash loop does; now and then after as long as a photo waits for its turn alone.
      const killedAfterMs = kill % 4 === 3 ? random() * 90_000 : random() * 3_000;
      await live(file, { killedAfterMs, poisonous: none, random });
    }
    expect(await live(file, { killedAfterMs: never, poisonous: none, random })).toBe('nothing-left');
    expect(states(file)).toEqual({ queued: PHOTOS });
  },
);

test('killed 20 times as soon as anything runs, photos are not blamed and all arrive', async () => {
  const file = await addPhotos();
  const random = seeded(7);
  for (let kill = 0; kill < KILLS; kill += 1) await live(file, { killedAfterMs: 1, poisonous: none, random });
  await live(file, { killedAfterMs: never, poisonous: none, random });
  expect(states(file)).toEqual({ queued: PHOTOS });
});

test.for(areLongTests ? [1, 2, 3] : [1])(
  'a photo that kills the process is quarantined, and nobody else is (seed %i)',
  async (seed) => {
    const file = await addPhotos();
    const random = seeded(seed);
    let deaths = 0;
    while ((await live(file, { killedAfterMs: never, poisonous: new Set([5]), random })) === 'killed') deaths += 1;
    expect(deaths).toBe(4);
    expect(quarantined(file)).toEqual([5]);
    expect(states(file)).toEqual({ queued: PHOTOS - 1, refused: 1 });
  },
);

test.for(areLongTests ? [1, 2, 3] : [1])(
  'among kills from outside the guilty is found and the innocent are not blamed (seed %i)',
  async (seed) => {
    const file = await addPhotos();
    const random = seeded(seed);
    const poisonous = new Set([2, 9]);
    for (let kill = 0; kill < KILLS; kill += 1)
      await live(file, { killedAfterMs: random() * 20_000, poisonous, random });
    let deaths = 0;
    while ((await live(file, { killedAfterMs: never, poisonous, random })) === 'killed') deaths += 1;
    expect(deaths).toBeLessThanOrEqual(8);
    expect(quarantined(file)).toEqual([2, 9]);
  },
);

/** A set whose photos are due; resolves with the path of its database. */
async function addPhotos(): Promise<string> {
  const file = join(await temporaryFolder(), 'review.db');
  const stores = openSimulated(file);
  stores.sets.add(
    {
      sourceFolder: '/photos/lake',
      includeSubfolders: true,
      subject: 'Lake',
      location: 'Amsterdam',
      folderKey: 'nature',
      captioner: 'template',
      onBlocked: 'pause',
    },
    { name: 'Olga Operator', roles: ['operator'] },
  );
  const job = { subject: { kind: 'set', id: 1 }, stage: 'validate-set', epoch: 1 } as const;
  stores.workLedger.claim(job, { token: 'validation', worker: 'simulated' });
  const files = Array.from({ length: PHOTOS }, (_, index) => ({
    path: `/photos/lake/${index}.jpg`,
    relativePath: `${index}.jpg`,
    bytes: 1000,
  }));
  stores.workLedger.complete(job, 'validation', {
    kind: 'done',
    output: { sourceFiles: { files, ignored: [] } },
    next: { kind: 'each-photo', stage: 'ingest-original' },
  });
  stores.close();
  return file;
}

function states(file: string): Readonly<Partial<Record<PhotoState, number>>> {
  const stores = openSimulated(file);
  const { byState } = stores.overview.set(1);
  stores.close();
  return byState;
}

function quarantined(file: string): readonly number[] {
  const stores = openSimulated(file);
  const { refused } = stores.overview.set(1);
  stores.close();
  return refused.filter(({ code }) => code === 'quarantined').map(({ photoId }) => photoId);
}

/** Numerical Recipes' linear congruential generator: the same seed gives the same kills. */
function seeded(seed: number): () => number {
  let state = seed * 7_919;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
