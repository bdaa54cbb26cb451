import type { Completion, Job } from '@proofline/domain/work-ledger.ts';
import { expect, test } from 'vitest';
import { photoJob, run, settle } from './test-runner.ts';
import { addSet, openTestStores, operator, reviewer, type TestStores } from './test-stores.ts';

const progress = (stores: TestStores, setId = 1) =>
  Object.fromEntries(stores.overview.set(setId).stages.map(({ stage, done, total }) => [stage, `${done}/${total}`]));

test('progress counts the photos that left a stage behind and those that are still to', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { hold: ['ingest-original'] });
  expect(progress(stores)).toMatchObject({ 'ingest-original': '0/3', 'open-review': '0/3', 'publish-photo': '0/0' });

  run(stores, photoJob(1, 'ingest-original'));
  run(stores, photoJob(2, 'ingest-original'), {
    outcome: () => ({ kind: 'refused', refusal: { code: 'missing', reason: 'gone' } }),
  });
  expect(progress(stores)).toMatchObject({
    'ingest-original': '1/2',
    'extract-metadata': '0/2',
    'render-photo': '0/2',
  });

  settle(stores, { hold: ['draft-text'] });
  expect(progress(stores)).toMatchObject({ 'measure-quality': '2/2', 'draft-text': '0/2' });
  settle(stores);
  expect(progress(stores)).toMatchObject({ 'open-review': '2/2', 'publish-photo': '0/0', 'release-workspace': '0/0' });

  stores.reviews.approve(1, { revisionHash: stores.reviews.view(1).revisionHash }, reviewer);
  expect(stores.overview.set(1).approved).toBe(1);
  stores.publications.publish([1], operator);
  expect(progress(stores)).toMatchObject({ 'open-review': '2/2', 'publish-photo': '0/1', 'release-workspace': '0/1' });
  // It is on its way to the site: nobody has to ask for it again.
  expect(stores.overview.set(1)).toMatchObject({ byState: { queued: 1, 'in-review': 1 }, approved: 0 });
  settle(stores);
  expect(progress(stores)).toMatchObject({ 'publish-photo': '1/1', 'release-workspace': '1/1' });
  expect(stores.overview.set(1)).toMatchObject({
    photos: 3,
    byState: { published: 1, 'in-review': 1, refused: 1 },
    approved: 0,
  });
});

test('what was rolled back does not count as done', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores);
  stores.rollbacks.request({ scope: 'photo', id: 1, reason: 'blurred' }, operator);
  settle(stores);
  expect(progress(stores)).toMatchObject({ 'ingest-original': '2/2', 'open-review': '2/2' });
});

test('a set that was rolled back says why, and no other', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores);
  expect(stores.overview.set(1).rollbackReason).toBeNull();
  stores.rollbacks.request({ scope: 'set', id: 1, reason: 'the wrong folder' }, operator);
  expect(stores.overview.set(1)).toMatchObject({ set: { state: 'rolling-back' }, rollbackReason: 'the wrong folder' });
  settle(stores);
  expect(stores.overview.set(1)).toMatchObject({ set: { state: 'rolled-back' }, rollbackReason: 'the wrong folder' });
});

const stopped: Completion = {
  kind: 'skipped',
  reason: 'a file is in the way; remove it',
  next: { kind: 'rest', state: 'in-review' },
};
const stopWithdrawal = ({ stage }: Job) => (stage === 'withdraw-photo' ? stopped : undefined);

test('a photo whose withdrawal stopped is listed as still on the site until it is withdrawn', () => {
  const stores = published();
  stores.publications.withdraw(1, 'the client asked', reviewer);
  settle(stores, { outcome: stopWithdrawal });
  const onSite = {
    photoId: 1,
    originalFileName: '1.jpg',
    stage: 'withdraw-photo',
    code: 'foreign-file',
    reason: stopped.reason,
  };
  expect(stores.overview.set(1)).toMatchObject({ byState: { published: 1 }, stillOnSite: [onSite] });

  stores.publications.withdraw(1, 'the client asked again', reviewer);
  expect(stores.overview.set(1).stillOnSite).toEqual([]);
  settle(stores, { outcome: stopWithdrawal });
  expect(stores.overview.set(1).stillOnSite).toEqual([onSite]);

  stores.publications.withdraw(1, 'and again', reviewer);
  settle(stores);
  expect(stores.overview.set(1)).toMatchObject({ byState: { withdrawn: 1 }, stillOnSite: [] });
});

test('an edit does not make a withdrawal that stopped forgotten, another publication does', () => {
  const stores = published();
  stores.publications.withdraw(1, 'the client asked', reviewer);
  settle(stores, { outcome: stopWithdrawal });
  stores.reviews.edit(1, { caption: 'Other' }, reviewer);
  expect(stores.overview.set(1)).toMatchObject({ byState: { 'in-review': 1 }, stillOnSite: [{ photoId: 1 }] });

  publish(stores);
  expect(stores.overview.set(1)).toMatchObject({ byState: { published: 1 }, stillOnSite: [] });
});

test('a withdrawal that stopped is listed with its own set', () => {
  const stores = published();
  stores.publications.withdraw(1, 'the client asked', reviewer);
  settle(stores, { outcome: stopWithdrawal });
  addSet(stores, { sourceFolder: '/another' });
  expect(stores.overview.recent(2).map(({ stillOnSite }) => stillOnSite.length)).toEqual([0, 1]);
});

function published(): TestStores {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: ['1.jpg'] });
  publish(stores);
  return stores;
}

function publish(stores: TestStores): void {
  stores.reviews.approve(1, { revisionHash: stores.reviews.view(1).revisionHash }, reviewer);
  stores.publications.publish([1], operator);
  settle(stores);
}

test('the newest sets come first', () => {
  const stores = openTestStores();
  for (const folder of ['/a', '/b', '/c']) addSet(stores, { sourceFolder: folder });
  expect(stores.overview.recent(2).map(({ set }) => set.id)).toEqual([3, 2]);
  expect(() => stores.overview.set(4)).toThrow(expect.objectContaining({ code: 'not_found' }));
});
