import { expect, test } from 'vitest';
import { photoJob, receiptOf, settle } from './test-runner.ts';
import { addSet, openTestStores, operator, reviewer, type TestStores } from './test-stores.ts';

const names = ['1.jpg', '2.jpg', '3.jpg'];
const all = { limit: 10 };

/** Three photos whose publication was asked for together. */
function asked() {
  const stores = openTestStores({ publicUrlBase: 'https://photos.example' });
  addSet(stores);
  settle(stores, { files: names });
  for (const id of [1, 2, 3]) approve(stores, id);
  const { asked: range } = stores.publications.publish([1, 2, 3], operator);
  if (range === null) throw new Error('nothing was due');
  return { ...stores, range };
}

const approve = (stores: TestStores, id: number) =>
  stores.reviews.approve(id, { revisionHash: stores.reviews.view(id).revisionHash }, reviewer);

/** Its image is on the site, its thumbnail is not; each step took a second. */
function sendHalf(stores: ReturnType<typeof asked>, photoId: number): string {
  const token = `run of ${photoId}`;
  stores.workLedger.claim(photoJob(photoId, 'publish-photo', 2), { token, worker: 'test' });
  const { publication } = stores.publicationLog.begin(photoId, 'directory', token);
  const { webSha256, webBytes } = receiptOf(photoId);
  for (const [step, detail] of [
    ['checked', {}],
    ['embedded', { webSha256, webBytes }],
    ['web-sent', { bytesSent: webBytes }],
  ] as const) {
    stores.clock.ms += 1_000;
    stores.publicationLog.step(publication.id, token, step, detail);
  }
  return token;
}

test('each photo tells what is done of it, and its target how much went there', () => {
  const stores = asked();
  sendHalf(stores, 1);
  const { targets, items } = stores.publicationProgress.read(stores.range, all);
  expect(targets).toEqual([
    {
      target: 'directory',
      byState: { queued: 2, uploading: 1 },
      bytesSent: 120,
      requestedAt: expect.stringMatching(/^2026-01-01T/),
      verifiedAt: null,
    },
  ]);
  expect(items.map(({ photoId, state }) => [photoId, state])).toEqual([
    [1, 'uploading'],
    [2, 'queued'],
    [3, 'queued'],
  ]);
  expect(items[0]!.steps.map(({ step, bytesSent }) => [step, bytesSent])).toEqual([
    ['checked', null],
    ['embedded', null],
    ['web-sent', 120],
  ]);
});

test('what is on the site has its address, and its bytes count as its publication told them', () => {
  const stores = asked();
  settle(stores);
  const { targets, items } = stores.publicationProgress.read(stores.range, all);
  expect(targets).toMatchObject([{ byState: { published: 3 }, bytesSent: 3 * 160 }]);
  expect(items[0]).toMatchObject({ state: 'published', failure: null });
  expect(items[0]?.webUrl).toMatch(/^https:\/\/photos\.example\//);
});

test('what came to nothing says why, and once it is published again the newer publication counts, in the same range', () => {
  const stores = asked();
  settle(stores, {
    outcome: ({ subject, stage }) =>
      stage === 'publish-photo' && subject.id === 2
        ? { kind: 'skipped', reason: 'the row does not fit', next: { kind: 'rest', state: 'in-review' } }
        : undefined,
  });
  expect(stores.publicationProgress.read(stores.range, { ...all, state: 'failed' }).items).toMatchObject([
    { photoId: 2, state: 'failed', failure: 'the row does not fit', webUrl: null },
  ]);

  stores.publications.publish([2], operator);
  expect(stores.publicationProgress.read(stores.range, all).targets).toMatchObject([
    { byState: { published: 2, queued: 1 } },
  ]);
  settle(stores);
  const { targets, items } = stores.publicationProgress.read(stores.range, all);
  expect(targets).toMatchObject([{ byState: { published: 3 } }]);
  expect(items.map(({ failure }) => failure)).toEqual([null, null, null]);
});

test('pages follow each other by photo, and a page tells of the whole range', () => {
  const stores = asked();
  const page = stores.publicationProgress.read(stores.range, { after: 1, limit: 1 });
  expect(page.items.map(({ photoId }) => photoId)).toEqual([2]);
  expect(page.targets).toMatchObject([{ byState: { queued: 3 } }]);
});

test('what somebody else asked for meanwhile is not counted', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: names });
  for (const id of [1, 2, 3]) approve(stores, id);
  const first = stores.publications.publish([1], operator).asked;
  stores.publications.publish([2], { ...operator, name: 'Oscar' });
  const last = stores.publications.publish([3], operator).asked;
  const { items, targets } = stores.publicationProgress.read({ first: first!.first, last: last!.last }, all);
  expect(items.map(({ photoId }) => photoId)).toEqual([1, 3]);
  expect(targets).toMatchObject([{ byState: { queued: 2 } }]);
});
