import type { Completion } from '@proofline/domain/work-ledger.ts';
import type { PhotoState } from '@proofline/domain/photo.ts';
import { expect, test } from 'vitest';
import { photoJob, receiptOf, settle } from './test-runner.ts';
import { addSet, column, openTestStores, operator, reviewer, type TestStores } from './test-stores.ts';

const givenUp = (state: PhotoState): Completion => ({
  kind: 'skipped',
  reason: 'processes died over it',
  next: { kind: 'rest', state },
});

test('a withdrawal that was recorded and then given up leaves no photo that rests as published', () => {
  const stores = published();
  stores.publications.withdraw(1, 'asked for', reviewer);
  const job = photoJob(1, 'withdraw-photo', 3);
  stores.workLedger.claim(job, { token: 'dying', worker: 'test' });
  stores.publicationLog.withdrawn(1, 'dying');
  stores.workLedger.complete(job, 'dying', givenUp('published'));

  expect(stores.photos.get(1).state).toBe('withdrawn');
  expect(column(stores, `SELECT json_extract(detail, '$.state') FROM events ORDER BY id DESC LIMIT 1`)).toEqual([
    'withdrawn',
  ]);
});

test('a withdrawal that was given up before anything was taken away leaves the photo published', () => {
  const stores = published();
  stores.publications.withdraw(1, 'asked for', reviewer);
  const job = photoJob(1, 'withdraw-photo', 3);
  stores.workLedger.claim(job, { token: 'dying', worker: 'test' });
  stores.workLedger.complete(job, 'dying', givenUp('published'));
  expect(stores.photos.get(1).state).toBe('published');
});

test('a photo of which only a failed publication is out does not rest as published when its withdrawal is given up', () => {
  const stores = approved();
  stores.publications.publish([1], operator);
  const publish = photoJob(1, 'publish-photo', 2);
  stores.workLedger.claim(publish, { token: 'cut off', worker: 'test' });
  const { publication } = stores.publicationLog.begin(1, 'directory', 'cut off');
  stores.publicationLog.step(publication.id, 'cut off', 'embedded', embedded);
  stores.workLedger.complete(publish, 'cut off', givenUp('in-review'));
  expect(stores.photos.get(1).state).toBe('in-review');

  stores.publications.withdraw(1, 'asked for', reviewer);
  const job = photoJob(1, 'withdraw-photo', 3);
  stores.workLedger.claim(job, { token: 'dying', worker: 'test' });
  stores.workLedger.complete(job, 'dying', givenUp('published'));
  expect(stores.photos.get(1).state).toBe('in-review');
});

test('a publication that was finished and then given up leaves the photo published', () => {
  const stores = approved();
  stores.publications.publish([1], operator);
  const job = photoJob(1, 'publish-photo', 2);
  stores.workLedger.claim(job, { token: 'dying', worker: 'test' });
  const { publication } = stores.publicationLog.begin(1, 'directory', 'dying');
  stores.publicationLog.step(publication.id, 'dying', 'embedded', embedded);
  stores.publicationLog.finish(publication.id, 'dying', receiptOf(1));
  stores.workLedger.complete(job, 'dying', givenUp('in-review'));
  expect(stores.photos.get(1).state).toBe('published');
});

test.each([
  ['a published photo whose withdrawal stopped', {}, 'published'],
  ['a published photo in review again whose withdrawal stopped', { caption: 'Other' }, 'in-review'],
])('%s rests where it was', (_what, edit, state) => {
  const stores = published();
  if (Object.keys(edit).length > 0) stores.reviews.edit(1, edit, reviewer);
  stores.publications.withdraw(1, 'asked for', reviewer);
  const job = photoJob(1, 'withdraw-photo', stores.photos.get(1).epoch);
  stores.workLedger.claim(job, { token: 'stopped', worker: 'test' });
  stores.workLedger.complete(job, 'stopped', givenUp('in-review'));
  expect(stores.photos.get(1).state).toBe(state);
});

const embedded = { webSha256: receiptOf(1).webSha256, webBytes: receiptOf(1).webBytes };

function approved(): TestStores {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: ['1.jpg'] });
  stores.reviews.approve(1, { revisionHash: stores.reviews.view(1).revisionHash }, reviewer);
  return stores;
}

function published(): TestStores {
  const stores = approved();
  stores.publications.publish([1], operator);
  settle(stores);
  expect(stores.photos.get(1).state).toBe('published');
  return stores;
}
