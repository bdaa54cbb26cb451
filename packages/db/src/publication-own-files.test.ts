import type { Job } from '@proofline/domain/work-ledger.ts';
import { expect, test } from 'vitest';
import { photoJob, receiptOf, settle } from './test-runner.ts';
import { addSet, column, openTestStores, operator, reviewer, sha256, type TestStores } from './test-stores.ts';

const [first, second, third] = ['first', 'second', 'third'].map(sha256) as [string, string, string];

test('before its first file is made nothing on the site is the photo’s own, from then on that file is', () => {
  const stores = inReview();
  const { publicationId, token, ownWebSha256s } = begin(stores, 'First');
  expect(ownWebSha256s).toEqual([]);
  expect(stores.publicationLog.ownWebSha256s(publicationId)).toEqual([]);

  embed(stores, { publicationId, token }, first);
  expect(stores.publicationLog.ownWebSha256s(publicationId)).toEqual([first]);
  expect(stores.publicationLog.begin(1, 'directory', token).ownWebSha256s).toEqual([first]);
});

test('a revision that failed before its file landed leaves the file that it was to replace known as own', () => {
  const stores = inReview();
  publishWhole(stores, 'First', first);
  failAfterEmbedding(stores, 'Second', second);

  const { publicationId, token, ownWebSha256s } = begin(stores, 'Third');
  expect(ownWebSha256s).toEqual([first, second]);
  finish(stores, { publicationId, token }, third);
  expect(stores.publicationLog.current(1)).toMatchObject({ id: publicationId, webSha256: third });
});

test('withdrawing after a half-sent revision knows the file of either', () => {
  const stores = inReview();
  publishWhole(stores, 'First', first);
  failAfterEmbedding(stores, 'Second', second);

  stores.publications.withdraw(1, 'the client asked', reviewer);
  const onSite = stores.publicationLog.current(1);
  expect(onSite).toMatchObject({ state: 'published', webSha256: first });
  expect(stores.publicationLog.ownWebSha256s(onSite!.id)).toEqual([first, second]);
  settle(stores);
  expect(stores.photos.get(1).state).toBe('withdrawn');
  expect(stores.publicationLog.current(1)).toBeNull();
});

test('a photo of which no publication was ever finished can be withdrawn by the file that may be out', () => {
  const stores = inReview();
  failAfterEmbedding(stores, 'First', first);

  stores.publications.withdraw(1, 'the client asked', reviewer);
  const onSite = stores.publicationLog.current(1);
  expect(onSite).toMatchObject({ state: 'failed' });
  expect(stores.publicationLog.ownWebSha256s(onSite!.id)).toEqual([first]);
});

test('a file that failed twice under the same revision is own once', () => {
  const stores = inReview();
  failAfterEmbedding(stores, 'First', first);
  failAfterEmbedding(stores, 'First', first);
  expect(begin(stores, 'First').ownWebSha256s).toEqual([first]);
});

test('the file of a revision that was replaced long ago is own still', () => {
  const stores = inReview();
  publishWhole(stores, 'First', first);
  publishWhole(stores, 'Second', second);
  expect(begin(stores, 'Third').ownWebSha256s).toEqual([first, second]);
});

test('files of another photo and files at another path are not own', () => {
  const stores = inReview(['1.jpg', '2.jpg']);
  publishWhole(stores, 'First', first);
  const other = begin(stores, 'Another photo', 2);
  expect(other.ownWebSha256s).toEqual([]);

  stores.sql.exec(`UPDATE publications SET web_path = '1999/elsewhere/x.JPG' WHERE photo_id = 1`);
  expect(begin(stores, 'Second').ownWebSha256s).toEqual([]);
});

test('a publication that was given up is failed, with the reason on record, and can be asked for again', async () => {
  const stores = inReview();
  failAfterEmbedding(stores, 'First', first);
  expect(column(stores, 'SELECT state FROM publications')).toEqual(['failed']);
  expect(stores.photos.get(1)).toMatchObject({ state: 'in-review' });
  expect(stores.events.list({ photoId: 1 }).slice(-2)).toMatchObject([
    { kind: 'photo.stage-skipped', detail: { stage: 'publish-photo', state: 'in-review', reason: givenUp } },
    { kind: 'publication.failed', detail: { publicationId: 1 } },
  ]);

  const asked = stores.publications.publish([1], operator).items;
  expect(asked).toMatchObject([{ photoId: 1, blockedBy: [], lastFailure: givenUp }]);
  settle(stores);
  expect(column(stores, 'SELECT state FROM publications ORDER BY id')).toEqual(['failed', 'published']);
  expect(stores.photos.get(1).state).toBe('published');
  expect((await stores.publications.plan([1])).items).toMatchObject([{ change: 'unchanged', lastFailure: null }]);
});

test('going back to the published text after a half-sent revision publishes that text again', () => {
  const stores = inReview();
  publishWhole(stores, 'First', first);
  failAfterEmbedding(stores, 'Second', second);

  expect(begin(stores, 'First').ownWebSha256s).toEqual([first, second]);
});

test('a publication that does not exist has no files to tell', () => {
  expect(() => inReview().publicationLog.ownWebSha256s(7)).toThrow('there is no publication 7');
});

const givenUp = 'given up after 6 attempts: the disk is full';

type Run = { readonly publicationId: number; readonly token: string };

function inReview(files = ['1.jpg']): TestStores {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files });
  return stores;
}

/** Approves the photo under `caption`, asks for its publication and begins the run that carries it out. */
function begin(stores: TestStores, caption: string, photoId = 1) {
  stores.reviews.edit(photoId, { caption }, reviewer);
  stores.reviews.approve(photoId, { revisionHash: stores.reviews.view(photoId).revisionHash }, reviewer);
  stores.publications.publish([photoId], operator);
  const job = publishJob(stores, photoId);
  const token = `publishing-${photoId}-${job.epoch}`;
  stores.workLedger.claim(job, { token, worker: 'test' });
  const { publication, ownWebSha256s } = stores.publicationLog.begin(photoId, 'directory', token);
  return { publicationId: publication.id, token, ownWebSha256s };
}

function embed(stores: TestStores, { publicationId, token }: Run, webSha256: string): void {
  stores.publicationLog.step(publicationId, token, 'embedded', { webSha256, webBytes: 120 });
}

function finish(stores: TestStores, run: Run, webSha256: string): void {
  embed(stores, run, webSha256);
  stores.publicationLog.finish(run.publicationId, run.token, { ...receiptOf(1), webSha256 });
  stores.workLedger.complete(publishJob(stores, 1), run.token, {
    kind: 'done',
    output: { published: { publicationId: run.publicationId } },
    next: { kind: 'stage', stage: 'release-workspace' },
  });
  settle(stores);
}

function publishWhole(stores: TestStores, caption: string, webSha256: string): void {
  finish(stores, begin(stores, caption), webSha256);
}

/** Given up after the step from which on its file may be on the site. */
function failAfterEmbedding(stores: TestStores, caption: string, webSha256: string): void {
  const run = begin(stores, caption);
  embed(stores, run, webSha256);
  stores.workLedger.complete(publishJob(stores, 1), run.token, {
    kind: 'skipped',
    reason: givenUp,
    next: { kind: 'rest', state: 'in-review' },
  });
}

function publishJob(stores: TestStores, photoId: number): Job {
  return photoJob(photoId, 'publish-photo', stores.photos.get(photoId).epoch);
}
