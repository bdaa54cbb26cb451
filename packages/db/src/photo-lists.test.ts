import { expect, test } from 'vitest';
import { settle } from './test-runner.ts';
import { addSet, openTestStores, operator, reviewer } from './test-stores.ts';

function published() {
  const stores = openTestStores();
  addSet(stores);
  addSet(stores, { sourceFolder: '/photos/river' });
  settle(stores, { files: ['1.jpg', '2.jpg', '3.jpg'], content: {} });
  return stores;
}

test('pages hold every photo once, also when one is added in between', () => {
  const stores = published();
  const seen: number[] = [];
  for (let after = 0; ;) {
    const page = stores.photoLists.photos({ after, limit: 2 });
    if (page.length === 0) break;
    seen.push(...page.map(({ id }) => id));
    after = page.at(-1)!.id;
    if (seen.length === 2) addSet(stores, { sourceFolder: '/photos/sea' });
  }
  expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
});

test('a set, a state and both narrow the list', () => {
  const stores = published();
  const ids = (filter: Parameters<typeof stores.photoLists.photos>[0]) =>
    stores.photoLists.photos(filter).map(({ id }) => id);
  stores.reviews.reject(1, { reason: 'blurred' }, reviewer);
  settle(stores);
  expect(ids({ setId: 2, limit: 9 })).toEqual([4, 5, 6]);
  expect(ids({ state: 'rejected', limit: 9 })).toEqual([1]);
  expect(ids({ state: 'rejected', setId: 2, limit: 9 })).toEqual([]);
  expect(stores.photoLists.photos({ state: 'rejected', limit: 1 })).toMatchObject([{ fileName: null, setId: 1 }]);
});

test('what the site shows comes newest first, page by page', () => {
  const stores = published();
  for (const photoId of [1, 2, 3]) {
    stores.reviews.approve(photoId, { revisionHash: stores.reviews.view(photoId).revisionHash }, reviewer);
    stores.publications.publish([photoId], operator);
    settle(stores);
  }
  stores.publications.withdraw(2, 'asked for', reviewer);
  settle(stores);
  const [first] = stores.photoLists.onSite({ limit: 1 });
  expect(first).toMatchObject({ photoId: 3, requestedBy: operator.name });
  expect(stores.photoLists.onSite({ before: first!.publicationId, limit: 9 })).toMatchObject([{ photoId: 1 }]);
});

test('an address of the site is given where it is a public one, of the list and of what a search finds', () => {
  const stores = published();
  stores.reviews.approve(1, { revisionHash: stores.reviews.view(1).revisionHash }, reviewer);
  stores.publications.publish([1], operator);
  settle(stores);
  const addresses = () => [
    stores.photoLists.onSite({ limit: 1 })[0]?.webUrl,
    stores.photoLists.search({ words: ['lake'], limit: 9 }).photos.map(({ id, onSite }) => [id, onSite?.webUrl]),
  ];
  const unpublished = stores.photoLists.search({ words: ['lake'], limit: 9 }).photos.filter(({ id }) => id !== 1);
  expect(unpublished.map(({ onSite }) => onSite)).toEqual(unpublished.map(() => null));
  expect(addresses()[0]).toBeNull();
  stores.sql.exec(
    `UPDATE publications SET published_photo = json_set(published_photo, '$.webUrl', 'https://photos.example/A.JPG')`,
  );
  expect(addresses()).toEqual([
    'https://photos.example/A.JPG',
    expect.arrayContaining([[1, 'https://photos.example/A.JPG']]),
  ]);
});

test('no page reads a whole table', () => {
  const { sql } = openTestStores();
  const plan = (query: string) =>
    (sql.prepare(`EXPLAIN QUERY PLAN ${query}`).all() as { detail: string }[]).map(({ detail }) => detail).join();
  expect(plan(`SELECT id FROM photos p WHERE p.state = 'x' AND p.id > 1 ORDER BY p.id LIMIT 9`)).not.toMatch(
    /SCAN|TEMP/,
  );
  expect(plan(`SELECT id FROM photos p WHERE p.set_id = 1 AND p.id > 1 ORDER BY p.id LIMIT 9`)).not.toMatch(
    /SCAN|TEMP/,
  );
  expect(plan(`SELECT id FROM publications WHERE state = 'published' AND id < 9 ORDER BY id DESC`)).toContain(
    'publications_standing',
  );
});
