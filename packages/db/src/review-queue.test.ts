import { expect, test } from 'vitest';
import { settle } from './test-runner.ts';
import { addSet, openTestStores, reviewer } from './test-stores.ts';

function inReview(files: readonly string[]) {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: [...files] });
  return stores;
}

test('the queue holds what rests in review, with its thumbnail and name, in the order of the list', () => {
  const stores = inReview(['1.jpg', '2.jpg', '3.jpg']);
  const queue = stores.reviews.queue({});
  expect(queue.map(({ photoId }) => photoId)).toEqual(stores.reviews.list({}).map(({ photoId }) => photoId));
  const { renditions, fileName } = stores.dossiers.get(1);
  const hashOf = (wanted: string) => renditions.find(({ kind }) => kind === wanted)?.sha256;
  expect(queue.find(({ photoId }) => photoId === 1)).toMatchObject({
    setId: 1,
    status: 'pending',
    isBlocked: false,
    fileName,
    thumb: { sha256: hashOf('grid-thumb') },
    preview: { sha256: hashOf('review-preview') },
  });
});

test('what was rejected leaves the queue, what was approved stays until it is published', () => {
  const stores = inReview(['1.jpg', '2.jpg']);
  stores.reviews.reject(1, { reason: 'blurred' }, reviewer);
  stores.reviews.approve(2, { revisionHash: stores.reviews.view(2).revisionHash }, reviewer);
  expect(stores.reviews.queue({})).toMatchObject([{ photoId: 2, status: 'approved' }]);
  expect(stores.reviews.queue({ setId: 2 })).toEqual([]);
});
