import { UNDO_STEPS } from '@proofline/domain/review-act.ts';
import { expect, test } from 'vitest';
import { settle } from './test-runner.ts';
import { addSet, column, openTestStores, operator, reviewer, type TestStores } from './test-stores.ts';

const other = { name: 'Ruben Reviewer', roles: ['reviewer'] } as const;

function inReview(files = ['1.jpg']): TestStores {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files });
  return stores;
}

const approve = (stores: TestStores, photoId = 1) =>
  stores.reviews.approve(photoId, { revisionHash: stores.reviews.view(photoId).revisionHash }, reviewer);
const stateOf = (stores: TestStores, photoId = 1) => stores.dossiers.get(photoId).photo.state;
const statusOf = (stores: TestStores, photoId = 1) => stores.dossiers.get(photoId).review?.status ?? null;

test('with nothing done there is nothing to undo', async () => {
  await expect(inReview().reviewActs.undo(reviewer)).rejects.toMatchObject({ code: 'conflict' });
});

test('nobody undoes what somebody else did', async () => {
  const stores = inReview();
  approve(stores);
  await expect(stores.reviewActs.undo(other)).rejects.toMatchObject({ code: 'conflict' });
  await expect(stores.reviewActs.undo(other, 1)).rejects.toMatchObject({ code: 'not_found' });
  expect(statusOf(stores)).toBe('approved');
});

test('what somebody else changed since is left as it is, and said', async () => {
  const stores = inReview();
  stores.reviews.edit(1, { caption: 'A lake' }, reviewer);
  stores.reviews.edit(1, { caption: 'A river' }, other);
  const { photos } = await stores.reviewActs.undo(reviewer);
  expect(photos).toMatchObject([{ undoing: 'left', reason: expect.stringContaining('changed again since') }]);
  expect(stores.reviews.view(1).published.caption).toBe('A river');
});

test('what is on its way to the site is left to the publication', async () => {
  const stores = inReview();
  approve(stores);
  stores.publications.publish([1], operator);
  const { photos } = await stores.reviewActs.undo(reviewer);
  expect(photos).toMatchObject([{ undoing: 'left', reason: expect.stringContaining('not in review any more') }]);
  expect(statusOf(stores)).toBe('approved');
});

test('approve, edit, edit: each step goes back, also after a restart, and the approval holds again', async () => {
  const first = inReview();
  const { revisionHash } = approve(first);
  first.reviews.edit(1, { caption: 'A thawing lake' }, reviewer);
  first.reviews.edit(1, { keywords: ['ice'] }, reviewer);
  const stores = first.reopen();

  await stores.reviewActs.undo(reviewer);
  expect(stores.reviews.view(1).published).toMatchObject({ caption: 'A thawing lake' });
  expect(stores.reviews.view(1).published.keywords).not.toEqual(['ice']);
  await stores.reviewActs.undo(reviewer);
  expect(stores.dossiers.get(1).review).toMatchObject({ status: 'approved', decidedBy: reviewer.name, revisionHash });
  stores.publications.publish([1], operator);
  expect(stateOf(stores)).toBe('queued');
});

test('an approval goes back, and one that was taken back holds again', async () => {
  const stores = inReview();
  approve(stores);
  stores.reviews.takeBack(1, reviewer);
  await stores.reviewActs.undo(reviewer);
  expect(statusOf(stores)).toBe('approved');
  await stores.reviewActs.undo(reviewer);
  expect(statusOf(stores)).toBe('pending');
  await expect(stores.reviewActs.undo(reviewer)).rejects.toMatchObject({ code: 'conflict' });
  expect(stores.reviewActs.list(reviewer, { limit: 10 })).toMatchObject([
    { kind: 'taking-back', undoneAt: expect.any(String) },
    { kind: 'approval', undoneAt: expect.any(String) },
  ]);
});

test.each([true, false])(
  'a rejected photo comes back to review with its words, rolled back already: %s',
  async (isOver) => {
    const stores = inReview(['1.jpg', '2.jpg']);
    stores.reviews.edit(1, { caption: 'My own words' }, reviewer);
    stores.reviews.reject(1, { reason: 'blurred' }, reviewer);
    if (isOver) settle(stores);
    expect(stateOf(stores)).toBe(isOver ? 'rejected' : 'rolling-back');

    const { photos } = await stores.reviewActs.undo(reviewer);
    expect(photos).toMatchObject([{ photoId: 1, undoing: 'under-way' }]);
    settle(stores);
    expect(stateOf(stores)).toBe('in-review');
    expect(stores.reviews.view(1)).toMatchObject({
      published: { caption: 'My own words' },
      dossier: { review: { status: 'pending' } },
    });
    expect(column(stores, 'SELECT count(*) FROM awaited_revivals')).toEqual([0]);
  },
);

test('a rejected photo of a set that was taken back stays rejected', async () => {
  const stores = inReview(['1.jpg', '2.jpg']);
  stores.reviews.reject(1, { reason: 'blurred' }, reviewer);
  settle(stores);
  stores.rollbacks.request({ scope: 'set', id: 1, reason: 'wrong folder' }, operator);
  settle(stores);
  const { photos } = await stores.reviewActs.undo(reviewer);
  expect(photos).toMatchObject([{ undoing: 'left', reason: expect.stringContaining('taken back') }]);
  expect(stateOf(stores)).toBe('rejected');
});

test('the newest two hundred acts can be undone, and no more', async () => {
  const stores = inReview();
  for (let step = 0; step <= UNDO_STEPS; step += 1) stores.reviews.edit(1, { headline: `Step ${step}` }, reviewer);
  for (let step = 0; step < UNDO_STEPS; step += 1) await stores.reviewActs.undo(reviewer);
  expect(stores.reviews.view(1).published.headline).toBe('Step 0');
  await expect(stores.reviewActs.undo(reviewer)).rejects.toMatchObject({ code: 'conflict' });
});
