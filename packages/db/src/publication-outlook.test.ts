import fc from 'fast-check';
import { expect, test } from 'vitest';
import { act, actions, type Runs } from './test-history.ts';
import { settle } from './test-runner.ts';
import { areLongTests } from '../../../tests/support/long-tests.ts';
import { addSet, column, openTestStores, operator, reviewer, type TestStores } from './test-stores.ts';

const script = fc.array(fc.record({ action: fc.constantFrom(...actions), pick: fc.nat(1000) }), {
  minLength: 20,
  maxLength: 40,
});

test('who looks at the plan again and again sees what somebody sees who looks for the first time', async () => {
  await fc.assert(
    fc.asyncProperty(script, async (steps) => {
      const stores = openTestStores();
      for (const folder of ['/photos/0', '/photos/1']) addSet(stores, { sourceFolder: folder });
      settle(stores, { files: ['1.jpg', '2.jpg'] });
      const runs: Runs = { open: [], holders: new Map() };
      for (const { action, pick } of steps) {
        act(stores, runs, action, pick);
        const photoIds = column<number>(stores, 'SELECT id FROM photos ORDER BY id');
        expect(await plans(stores, photoIds)).toEqual(await plansSeenAnew(stores, photoIds));
      }
      stores.close();
    }),
    { numRuns: areLongTests ? 30 : 3 },
  );
});

test('what another process decides, asks for and begins is seen', async () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: ['1.jpg'] });
  const approve = () => stores.reviews.approve(1, { revisionHash: stores.reviews.view(1).revisionHash }, reviewer);
  approve();
  expect(await stores.publications.plan()).toMatchObject({ photos: 1, items: [{ blockedBy: [] }] });
  const other = stores.join(2);
  other.reviews.edit(1, { headline: 'Another one' }, reviewer);
  expect(await stores.publications.plan()).toMatchObject({
    photos: 0,
    items: [{ blockedBy: [{ name: 'approval-void' }] }],
  });
  approve();
  other.publications.publish([1], operator);
  expect(await stores.publications.plan([1])).toMatchObject({
    items: [{ blockedBy: [{ reason: 'it is queued at publish-photo, not in review' }] }],
  });
  const job = stores.workLedger.outbox(10).at(-1)!.job;
  expect(other.workLedger.claim(job, { token: 'its-own', worker: 'other' })).toMatchObject({ kind: 'claimed' });
  expect(await stores.publications.plan([1])).toMatchObject({
    items: [{ blockedBy: [{ reason: 'it is running at publish-photo, not in review' }] }],
  });
  expect((await stores.publications.plan()).items).toEqual([]);
});

test('a hold of the set, its new reason and its end are seen', async () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: ['1.jpg'] });
  stores.reviews.approve(1, { revisionHash: stores.reviews.view(1).revisionHash }, reviewer);
  const blockers = async () => (await stores.publications.plan()).items[0]?.blockedBy.map(({ reason }) => reason);
  expect(await blockers()).toEqual([]);
  const other = stores.join(2);
  other.sets.hold(1, 'the client calls back', operator);
  expect(await blockers()).toEqual(['its set 1 is held by Olga Operator: the client calls back']);
  other.sets.hold(1, 'a new reason', operator);
  expect(await blockers()).toEqual(['its set 1 is held by Olga Operator: a new reason']);
  other.sets.resume(1, operator);
  expect(await blockers()).toEqual([]);
});

async function plans(stores: Pick<TestStores, 'publications'>, photoIds: readonly number[]) {
  return { all: await stores.publications.plan(), asked: await stores.publications.plan(photoIds) };
}

async function plansSeenAnew(stores: TestStores, photoIds: readonly number[]) {
  const anew = stores.join(2);
  try {
    return await plans(anew, photoIds);
  } finally {
    anew.close();
  }
}
