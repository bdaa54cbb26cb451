import { expect, test } from 'vitest';
import { settle } from './test-runner.ts';
import { addSet, openTestStores, operator, reviewer, type TestStores } from './test-stores.ts';

const RED = 'A skater in a red coat crosses the frozen lake on the edge of town early in the morning';
const alike = (stores: TestStores, photoId: number, text: string) =>
  stores.textLookup.besides(stores.dossiers.get(photoId))('caption', text);

function threePhotos(settings: Parameters<typeof openTestStores>[0] = {}): TestStores {
  const stores = openTestStores(settings);
  addSet(stores);
  settle(stores);
  for (const id of [1, 2, 3]) stores.reviews.edit(id, { caption: `Caption of its own for number ${id}` }, reviewer);
  return stores;
}

test('finds photos of the queue with the same and nearly the same words, never the photo itself', () => {
  const stores = threePhotos();
  stores.reviews.edit(2, { caption: RED }, reviewer);
  expect(alike(stores, 1, RED.toUpperCase())).toEqual([{ of: 'photo 2', photoId: 2, similarity: 1, isSame: true }]);
  expect(alike(stores, 1, RED.replace('morning', 'evening'))).toMatchObject([{ of: 'photo 2', isSame: false }]);
  expect(alike(stores, 1, RED.replace('red coat', 'blue hat'))).toEqual([]);
  expect(alike(stores, 2, RED)).toEqual([]);
});

test('knows what a photo says now, not what it said', () => {
  const stores = threePhotos();
  stores.reviews.edit(2, { caption: RED }, reviewer);
  expect(alike(stores, 1, RED)).toHaveLength(1);
  stores.reviews.edit(2, { caption: 'Something else' }, reviewer);
  stores.reviews.edit(3, { caption: RED }, reviewer);
  expect(alike(stores, 1, RED)).toMatchObject([{ of: 'photo 3' }]);
});

test('a worker knows what was written by other processes since it looked last', () => {
  const stores = threePhotos();
  const worker = stores.join(200);
  const alikeThere = (text: string) => worker.textLookup.besides(worker.dossiers.get(1))('caption', text);
  expect(alikeThere(RED)).toEqual([]);
  stores.reviews.edit(2, { caption: RED }, reviewer);
  expect(alikeThere(RED)).toMatchObject([{ of: 'photo 2', isSame: true }]);
});

test('a photo that was rejected or taken back holds no words', () => {
  const stores = threePhotos();
  stores.reviews.edit(2, { caption: RED }, reviewer);
  stores.reviews.reject(2, { reason: 'blurred' }, operator);
  settle(stores);
  expect(alike(stores, 1, RED)).toEqual([]);
});

test('finds what the site shows already, except under the own name of the photo', () => {
  const publishedTexts = () => [{ fileName: 'Old_001.JPG', caption: RED, altText: '' }];
  const stores = threePhotos({ publishedTexts });
  expect(alike(stores, 1, RED)).toMatchObject([{ of: 'Old_001.JPG on the site', isSame: true }]);
  const own = { ...stores.dossiers.get(1), fileName: 'Old_001.JPG' };
  expect(stores.textLookup.besides(own)('caption', RED)).toEqual([]);
});
