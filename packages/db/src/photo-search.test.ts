import { wordsIn } from '@proofline/domain/photo-list.ts';
import { expect, test } from 'vitest';
import { settle } from './test-runner.ts';
import { addSet, openTestStores, operator, reviewer, type TestStores } from './test-stores.ts';

function inReview(): TestStores {
  const stores = openTestStores();
  addSet(stores, { subject: 'Größe Heron' });
  settle(stores);
  return stores;
}

const found = (stores: TestStores, text: string, page: { before?: number; limit?: number } = {}) =>
  stores.photoLists.search({ words: wordsIn(text), limit: 50, ...page }).photos.map(({ id }) => id);

test('signs of the query language are no operators', () => {
  const stores = inReview();
  const all = found(stores, 'heron');
  expect(all.length).toBeGreaterThan(1);
  for (const text of ['heron*', '"heron', '-heron', '^heron', 'heron)', 'words:heron'])
    expect([all, []]).toContainEqual(found(stores, text));
  expect(found(stores, 'NEAR OR NOT AND')).toEqual([]);
});

test('photos are found by whole words, however they are accented, newest first, page by page', () => {
  const stores = inReview();
  const heron = found(stores, 'heron');
  expect(heron).toEqual([3, 2, 1]);
  for (const text of ['größe HERON', 'GROßE', 'Gro\u0308ße']) expect(found(stores, text)).toEqual(heron);
  expect(found(stores, 'hero')).toEqual([]);
  const first = stores.photoLists.search({ words: ['heron'], limit: 1 });
  expect(first.photos.map(({ id }) => id)).toEqual(heron.slice(0, 1));
  expect(found(stores, 'heron', { before: first.before! })).toEqual(heron.slice(1));
  expect(stores.photoLists.search({ words: ['heron'], limit: 50 }).before).toBeNull();
});

test('an edit is found by its new words and no more by the old ones', () => {
  const stores = inReview();
  const [id = 0] = found(stores, 'heron');
  stores.reviews.edit(id, { caption: 'Skaters crossing' }, reviewer);
  expect(found(stores, 'skaters')).toEqual([id]);
  stores.reviews.edit(id, { caption: 'Nobody crossing' }, reviewer);
  expect(found(stores, 'skaters')).toEqual([]);
});

test('what was rolled back is not found', () => {
  const stores = inReview();
  const [id = 0] = found(stores, 'heron');
  stores.rollbacks.request({ scope: 'photo', id, reason: 'wrong' }, operator);
  settle(stores);
  expect(found(stores, 'heron')).not.toContain(id);
});
