import { ApprovalVoid, type PublicationStep } from '@proofline/domain/publication.ts';
import type { Completion } from '@proofline/domain/work-ledger.ts';
import { expect, test } from 'vitest';
import { next, photoJob, receiptOf, run, settle } from './test-runner.ts';
import { addSet, column, openTestStores, operator, reviewer, type TestStores } from './test-stores.ts';

/** A photo whose publication was asked for, and the run that holds it. */
function publishing(): TestStores & { readonly token: string } {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: ['1.jpg'] });
  stores.reviews.approve(1, { revisionHash: stores.reviews.view(1).revisionHash }, reviewer);
  stores.publications.publish([1], operator);
  const token = 'publishing';
  stores.workLedger.claim(job, { token, worker: 'test' });
  return { ...stores, token };
}

const job = photoJob(1, 'publish-photo', 2);
const published: Completion = {
  kind: 'done',
  output: { published: { publicationId: 1 } },
  next: next['publish-photo'],
};
const changeText = `UPDATE photo_metadata SET fields = '{"description":"Other"}' WHERE layer = 'inferred'`;
const embedded = { webSha256: receiptOf(1).webSha256, webBytes: 120 };

test('a run gets exactly what was approved', () => {
  const stores = publishing();
  const { publication, photo, ownWebSha256s } = stores.publicationLog.begin(1, 'directory', stores.token);
  expect(photo).toEqual(stores.reviews.view(1).published);
  expect(publication).toMatchObject({ state: 'uploading', revisionHash: stores.reviews.view(1).revisionHash });
  expect(ownWebSha256s).toEqual([]);
  expect(stores.publicationLog.begin(1, 'directory', stores.token).publication.id).toBe(publication.id);
});

test('text that changed after publication was asked for stops it, before and in the middle', () => {
  const before = publishing();
  before.sql.exec(changeText);
  expect(() => before.publicationLog.begin(1, 'directory', before.token)).toThrow(ApprovalVoid);
  expect(() => before.publicationLog.begin(1, 'directory', before.token)).toThrow(
    'the text changed after the approval',
  );

  const middle = publishing();
  const { publication } = middle.publicationLog.begin(1, 'directory', middle.token);
  middle.publicationLog.assertApproved(publication.id);
  middle.sql.exec(changeText);
  expect(() => middle.publicationLog.assertApproved(publication.id)).toThrow(ApprovalVoid);
  expect(() => middle.publicationLog.finish(publication.id, middle.token, receiptOf(1))).toThrow('publication refused');
});

test('a photo whose approval is void rests in review again, and its publication is closed', () => {
  const stores = publishing();
  stores.publicationLog.begin(1, 'directory', stores.token);
  const returned: Completion = { kind: 'skipped', reason: 'void', next: { kind: 'rest', state: 'in-review' } };
  stores.workLedger.complete(job, stores.token, returned);

  expect(stores.photos.get(1).state).toBe('in-review');
  expect(column(stores, 'SELECT state FROM publications')).toEqual(['failed']);
  expect(stores.publications.publish([1], operator).items).toMatchObject([{ blockedBy: [] }]);
  settle(stores);
  expect(stores.photos.get(1).state).toBe('published');
});

test('an approval of another revision does not cover a publication that was asked for earlier', () => {
  const stores = publishing();
  stores.sql.exec(changeText);
  stores.sql.exec(`UPDATE text_judgements SET revision_hash = '${stores.reviews.view(1).revisionHash}'`);
  stores.sql.exec(`INSERT INTO approvals (photo_id, revision_hash, reviewer, approved_at)
    VALUES (1, '${stores.reviews.view(1).revisionHash}', 'x', '2026-01-01T00:00:00.000Z')`);
  stores.sql.exec(
    `UPDATE reviews SET status = 'approved', revision_hash = (SELECT revision_hash FROM approvals ORDER BY id DESC LIMIT 1)`,
  );
  expect(() => stores.publicationLog.begin(1, 'directory', stores.token)).toThrow('was approved anew');
});

test('an overtaken run writes nothing', () => {
  const stores = publishing();
  const { publication } = stores.publicationLog.begin(1, 'directory', stores.token);
  stores.workLedger.claim(job, { token: 'newer', worker: 'test' });

  expect(() => stores.publicationLog.begin(1, 'directory', stores.token)).toThrow('held by a newer run');
  expect(() => stores.publicationLog.step(publication.id, stores.token, 'web-sent', {})).toThrow('held by a newer run');
  expect(() => stores.publicationLog.finish(publication.id, stores.token, receiptOf(1))).toThrow('held by a newer run');
  expect(column(stores, 'SELECT count(*) FROM publication_steps')).toEqual([0]);
});

test('only the step from which a file may be on the site waits for the disk; others that follow quickly are written with it or at the end', () => {
  const stores = publishing();
  const { publication } = stores.publicationLog.begin(1, 'directory', stores.token);
  const step = (name: PublicationStep, detail = {}) =>
    stores.publicationLog.step(publication.id, stores.token, name, detail);
  const written = () => column<string>(stores, 'SELECT step FROM publication_steps').toSorted();

  step('checked');
  expect(written()).toEqual(['checked']);
  step('archived');
  expect(written()).toEqual(['checked']);
  step('embedded', embedded);
  expect(written()).toEqual(['archived', 'checked', 'embedded']);
  step('web-sent');
  expect(written()).toEqual(['archived', 'checked', 'embedded']);
  stores.publicationLog.begin(1, 'directory', stores.token);
  expect(written()).toEqual(['archived', 'checked', 'embedded', 'web-sent']);
  step('thumb-sent');
  stores.publicationLog.finish(publication.id, stores.token, receiptOf(1));
  expect(written()).toEqual(['archived', 'checked', 'embedded', 'thumb-sent', 'web-sent']);
});

test('on a slow line another process sees each step as it is done, but what was there before only with what replaces it', () => {
  const stores = publishing();
  const { publication } = stores.publicationLog.begin(1, 'directory', stores.token);
  const step = (name: PublicationStep, detail = {}) => {
    stores.clock.ms += 1_000;
    stores.publicationLog.step(publication.id, stores.token, name, detail);
  };
  const written = () => column<string>(stores, 'SELECT step FROM publication_steps').toSorted();

  step('previous-kept', { previous: { row: null, web: null, thumb: null } });
  expect(written()).toEqual([]);
  step('checked');
  expect(written()).toEqual(['checked']);
  step('embedded', embedded);
  expect(written()).toEqual(['checked', 'embedded', 'previous-kept']);
  step('web-sent');
  expect(written()).toEqual(['checked', 'embedded', 'previous-kept', 'web-sent']);
  expect(stores.publicationLog.previous(publication.id)).toEqual({ row: null, web: null, thumb: null });
});

test('finishing publishes the name and says what the site holds', () => {
  const stores = publishing();
  const { publication } = stores.publicationLog.begin(1, 'directory', stores.token);
  stores.publicationLog.step(publication.id, stores.token, 'embedded', embedded);
  stores.publicationLog.step(publication.id, stores.token, 'embedded', embedded);
  expect(() => stores.workLedger.complete(job, stores.token, published)).toThrow('is not finished');
  stores.publicationLog.finish(publication.id, stores.token, receiptOf(1));

  expect(stores.workLedger.complete(job, stores.token, published)).toBe('committed');
  expect(stores.publicationLog.current(1)).toMatchObject({ state: 'published', remoteId: 1001, ...embedded });
  expect(column(stores, 'SELECT state FROM file_names')).toEqual(['published']);
});

test('a run that was cut off right after it finished is gone over again without a second publication', () => {
  const stores = publishing();
  const { publication } = stores.publicationLog.begin(1, 'directory', stores.token);
  stores.publicationLog.finish(publication.id, stores.token, receiptOf(1));

  const again = stores.reopen();
  again.workLedger.recover();
  settle(again);
  expect(again.photos.get(1).state).toBe('published');
  expect(column(again, 'SELECT state FROM publications')).toEqual(['published']);
  expect(again.events.list({ photoId: 1 }).filter(({ kind }) => kind === 'publication.finished')).toHaveLength(1);
});

test('a step that may have put a file out says which', () => {
  const stores = publishing();
  const { publication } = stores.publicationLog.begin(1, 'directory', stores.token);
  expect(() => stores.publicationLog.step(publication.id, stores.token, 'embedded', {})).toThrow('which file');
  expect(stores.publicationLog.current(1)).toBeNull();
  stores.publicationLog.step(publication.id, stores.token, 'embedded', embedded);
  expect(stores.publicationLog.current(1)).toMatchObject({ state: 'uploading', ...embedded });
});

test('the next revision may replace the file of the one before it, and only one publication is on the site', () => {
  const stores = publishing();
  expect(run(stores, job)).toBe('committed');
  settle(stores);
  stores.reviews.edit(1, { caption: 'A better caption' }, reviewer);
  stores.reviews.approve(1, { revisionHash: stores.reviews.view(1).revisionHash }, reviewer);
  stores.publications.publish([1], operator);
  const [{ job: second } = { job }] = stores.workLedger.outbox(1);
  stores.workLedger.claim(second, { token: 'second', worker: 'test' });

  const { publication, ownWebSha256s } = stores.publicationLog.begin(1, 'directory', 'second');
  expect(ownWebSha256s).toEqual([receiptOf(1).webSha256]);
  stores.publicationLog.finish(publication.id, 'second', { ...receiptOf(1), remoteId: 7 });
  expect(column(stores, 'SELECT state FROM publications ORDER BY id')).toEqual(['withdrawn', 'published']);
  expect(stores.publicationLog.current(1)).toMatchObject({ id: publication.id, remoteId: 7 });
});
