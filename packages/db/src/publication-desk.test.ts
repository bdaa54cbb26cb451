import { expect, test } from 'vitest';
import { settle } from './test-runner.ts';
import { addSet, column, openTestStores, operator, reviewer, type TestStores } from './test-stores.ts';

function inReview(files = ['1.jpg', '2.jpg']): TestStores {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files });
  return stores;
}

function approve(stores: TestStores, photoId: number): void {
  stores.reviews.approve(photoId, { revisionHash: stores.reviews.view(photoId).revisionHash }, reviewer);
}

test('the plan holds what is approved, and what was approved and changed, with the reason', async () => {
  const stores = inReview(['1.jpg', '2.jpg', '3.jpg']);
  approve(stores, 1);
  approve(stores, 2);
  stores.reviews.edit(2, { headline: 'New' }, reviewer);

  expect((await stores.publications.plan()).items).toEqual([
    {
      photoId: 1,
      fileName: stores.dossiers.get(1).fileName,
      change: 'new',
      bytes: 200,
      blockedBy: [],
      lastFailure: null,
      webUrl: null,
    },
    {
      photoId: 2,
      fileName: stores.dossiers.get(2).fileName,
      change: 'new',
      bytes: 200,
      blockedBy: [
        {
          name: 'approval-void',
          reason: 'its approval no longer holds: the text changed after the approval; approve it again',
          liftedBy: 'reviewer',
        },
      ],
      lastFailure: null,
      webUrl: null,
    },
  ]);
});

test('asked for by id, a photo says why it would not be published', async () => {
  const stores = inReview(['1.jpg', '2.jpg', '3.jpg']);
  stores.reviews.reject(2, { reason: 'blurred' }, reviewer);
  settle(stores);

  expect((await stores.publications.plan([3, 2, 1, 1])).items).toMatchObject([
    { photoId: 3, blockedBy: [{ name: 'not-approved', reason: 'nobody has approved it', liftedBy: 'reviewer' }] },
    {
      photoId: 2,
      blockedBy: [{ name: 'not-in-review', reason: 'it is rejected at roll-back, not in review', liftedBy: null }],
      fileName: '2.jpg',
      bytes: 0,
    },
    { photoId: 1, blockedBy: [{ name: 'not-approved', reason: 'nobody has approved it', liftedBy: 'reviewer' }] },
  ]);
  await expect(stores.publications.plan([7, 1, 8])).rejects.toThrow(
    expect.objectContaining({ code: 'not_found', problems: ['there is no photo 7', 'there is no photo 8'] }),
  );
});

test('publishing makes due exactly what nothing stands against', () => {
  const stores = inReview();
  approve(stores, 1);
  const plan = stores.publications.publish([1, 2], operator);

  expect(plan.items.map(({ blockedBy }) => blockedBy.length)).toEqual([0, 1]);
  expect(stores.workLedger.outbox(10)).toMatchObject([
    { job: { stage: 'publish-photo', subject: { id: 1 }, epoch: 2 } },
  ]);
  expect(stores.photos.get(1)).toMatchObject({ state: 'queued', stage: 'publish-photo' });
  expect(stores.photos.get(2).state).toBe('in-review');
  expect(stores.events.list({ photoId: 1 }).at(-1)).toMatchObject({
    kind: 'publication.requested',
    actor: operator.name,
  });
});

test('asking twice publishes once', async () => {
  const stores = inReview(['1.jpg']);
  approve(stores, 1);
  stores.publications.publish(undefined, operator);
  expect(stores.publications.publish([1], operator).items).toMatchObject([
    { blockedBy: [{ reason: 'it is queued at publish-photo, not in review' }] },
  ]);
  settle(stores);
  expect(stores.publications.publish([1], operator).items).toMatchObject([{ change: 'unchanged', blockedBy: [] }]);
  expect((await stores.publications.plan()).items).toEqual([]);
  expect(stores.workLedger.outbox(10)).toEqual([]);
  expect(column(stores, 'SELECT state FROM publications')).toEqual(['published']);
  expect(stores.overview.set(1)).toMatchObject({ byState: { published: 1 }, approved: 0 });
});

test('a withdrawal takes a reviewer and a photo on the site', () => {
  const stores = inReview(['1.jpg', '2.jpg']);
  approve(stores, 1);
  stores.publications.publish([1], operator);
  settle(stores);

  expect(() => stores.publications.withdraw(1, 'asked', operator)).toThrow(
    expect.objectContaining({ code: 'not_allowed' }),
  );
  expect(() => stores.publications.withdraw(2, 'asked', reviewer)).toThrow(
    expect.objectContaining({ code: 'conflict' }),
  );
  expect(() => stores.publications.withdraw(3, 'asked', reviewer)).toThrow(
    expect.objectContaining({ code: 'not_found' }),
  );

  stores.publications.withdraw(1, 'the client asked', reviewer);
  expect(() => stores.publications.withdraw(1, 'again', reviewer)).toThrow(
    expect.objectContaining({ code: 'conflict' }),
  );
  settle(stores);
  expect(stores.photos.get(1).state).toBe('withdrawn');
  expect(stores.publicationLog.current(1)).toBeNull();
  expect(column(stores, 'SELECT state FROM publications')).toEqual(['withdrawn']);
});
