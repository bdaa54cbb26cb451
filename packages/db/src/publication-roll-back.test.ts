import { nothingBefore } from '@proofline/domain/publication.ts';
import { expect, test } from 'vitest';
import { settle } from './test-runner.ts';
import { addSet, column, openTestStores, operator, reviewer, type TestStores } from './test-stores.ts';

test('a correction is rolled back on a reviewer’s word: the publication that it replaced stands again, and the photo is in review', () => {
  const stores = corrected('Second');
  stores.publications.rollBack(1, 'the first one was right', reviewer);
  expect(stores.publicationLog.withdrawal(1)).toMatchObject({
    kind: 'roll-back',
    publication: { id: 2 },
    back: { row: { id: 1 } },
  });
  settle(stores);

  expect(states(stores)).toEqual(['published', 'withdrawn']);
  expect(stores.publicationLog.current(1)).toMatchObject({ id: 1, state: 'published' });
  expect(stores.photos.get(1).state).toBe('in-review');
  expect(column(stores, 'SELECT state FROM file_names')).toEqual(['published']);
  expect(column(stores, 'SELECT outcome FROM withdrawals')).toEqual(['done']);
  const kinds = stores.events.list({ photoId: 1 }).filter(({ kind }) => kind.startsWith('publication.roll'));
  expect(kinds).toMatchObject([
    {
      kind: 'publication.roll-back-requested',
      actor: reviewer.name,
      detail: { reason: 'the first one was right', publicationId: 2, backToId: 1 },
    },
    { kind: 'publication.rolled-back', detail: { publicationId: 2, backToId: 1 } },
  ]);
});

test('once a roll-back is on record nothing is to be taken off the site any more, though a run that was killed asks again', () => {
  const stores = corrected('Second');
  stores.publications.rollBack(1, 'wrong', reviewer);
  expect(stores.publicationLog.withdrawal(1)).toMatchObject({ kind: 'roll-back' });
  settle(stores);
  expect(stores.publicationLog.withdrawal(1)).toBe('carried-out');
  expect(states(stores)).toEqual(['published', 'withdrawn']);
});

test('what was rolled back is not published again before a person approves it again', () => {
  const stores = corrected('Second');
  stores.publications.rollBack(1, 'wrong', reviewer);
  settle(stores);
  expect(stores.publications.publish([1], operator).items).toMatchObject([
    {
      change: 'text-changed',
      blockedBy: [{ name: 'approval-void', reason: expect.stringContaining('its publication was rolled back') }],
    },
  ]);
  expect(stores.workLedger.outbox(10)).toEqual([]);
  approveAndPublish(stores);
  settle(stores);
  expect(states(stores)).toEqual(['withdrawn', 'withdrawn', 'published']);
});

test('corrections are rolled back one after the other, the newest first', () => {
  const stores = corrected('Second', 'Third');
  stores.publications.rollBack(1, 'wrong', reviewer);
  settle(stores);
  expect(stores.publicationLog.current(1)).toMatchObject({ id: 2 });
  stores.publications.rollBack(1, 'wrong too', reviewer);
  settle(stores);
  expect(stores.publicationLog.current(1)).toMatchObject({ id: 1 });
  expect(() => stores.publications.rollBack(1, 'once more', reviewer)).toThrow('replaced nothing that was kept');
});

test('a roll-back after a roll-back and a new publication goes to what was on the site, not to what came before by number', () => {
  const stores = corrected('Second');
  stores.publications.rollBack(1, 'wrong', reviewer);
  settle(stores);
  approveAndPublish(stores);
  settle(stores);
  stores.publications.rollBack(1, 'wrong again', reviewer);
  settle(stores);
  expect(stores.publicationLog.current(1)).toMatchObject({ id: 1 });
});

test('a roll-back that met what nobody may touch is over: it takes a new word, and the database lets nothing come back for it', async () => {
  const stores = corrected('Second');
  stores.publications.rollBack(1, 'wrong', reviewer);
  settle(stores, {
    outcome: ({ stage }) =>
      stage === 'withdraw-photo'
        ? { kind: 'skipped', reason: 'a file of somebody else', next: { kind: 'rest', state: 'in-review' } }
        : undefined,
  });
  expect(column(stores, 'SELECT outcome FROM withdrawals')).toEqual(['stopped']);
  expect(stores.publicationLog.current(1)).toMatchObject({ id: 2 });
  expect((await stores.publications.plan()).items).toEqual([]);
  expect(() =>
    stores.sql.transaction(() =>
      stores.sql.exec(
        `UPDATE publications SET state = 'withdrawn' WHERE id = 2; UPDATE publications SET state = 'published' WHERE id = 1`,
      ),
    )(),
  ).toThrow('publication refused');
  stores.publications.rollBack(1, 'wrong still', reviewer);
  settle(stores);
  expect(stores.publicationLog.current(1)).toMatchObject({ id: 1 });
});

test('only a reviewer rolls back, only what is on the site, and only what replaced something', () => {
  const stores = corrected();
  const rollBack =
    (photoId: number, actor = reviewer) =>
    () =>
      stores.publications.rollBack(photoId, 'x', actor);
  expect(rollBack(1, operator)).toThrow(expect.objectContaining({ code: 'not_allowed' }));
  expect(rollBack(1)).toThrow('replaced nothing that was kept');
  expect(rollBack(7)).toThrow(expect.objectContaining({ code: 'not_found' }));
  stores.publications.withdraw(1, 'asked', reviewer);
  expect(rollBack(1)).toThrow(expect.objectContaining({ code: 'conflict' }));
  expect(column(stores, 'SELECT kind FROM withdrawals')).toEqual(['withdrawal']);
});

test('the database lets nothing come back that no reviewer asked for', () => {
  const stores = corrected('Second');
  const comeBack = stores.sql.transaction(() =>
    stores.sql.exec(`
      UPDATE publications SET state = 'withdrawn' WHERE id = 2;
      UPDATE publications SET state = 'published' WHERE id = 1`),
  );
  expect(comeBack).toThrow('publication refused');
  stores.publications.rollBack(1, 'wrong', reviewer);
  settle(stores);
  expect(() =>
    stores.sql.exec(
      `UPDATE publications SET state = 'withdrawn' WHERE id = 1; UPDATE publications SET state = 'published' WHERE id = 2`,
    ),
  ).toThrow('publication refused');
});

test('withdrawing a photo that was corrected puts back what stood there before its first publication', () => {
  const stores = corrected('Second');
  stores.publications.withdraw(1, 'asked', reviewer);
  expect(stores.publicationLog.withdrawal(1)).toMatchObject({ kind: 'withdrawal', back: nothingBefore });
  settle(stores);
  expect(states(stores)).toEqual(['withdrawn', 'withdrawn']);
  expect(column(stores, 'SELECT state FROM file_names')).toEqual(['retired']);
  expect(stores.publicationLog.neededSha256s(1)).toEqual([]);
});

test('the files of the last three corrections are kept, older ones are not', () => {
  const stores = corrected('2', '3', '4', '5');
  stores.sql.exec(`UPDATE publications SET previous = json_set(previous, '$.web.sha256', 'of ' || id) WHERE id > 1`);
  expect(stores.publicationLog.neededSha256s(1)).toEqual(['of 5', 'of 4', 'of 3']);
});

test('a publication after one that was given up half way still knows what the site had before that one', () => {
  const stores = corrected();
  stores.reviews.edit(1, { headline: 'Half way' }, reviewer);
  approveAndPublish(stores);
  const [{ job, id } = { job: null, id: 0 }] = stores.workLedger.outbox(1);
  stores.workLedger.forgetOutbox([id]);
  stores.workLedger.claim(job!, { token: 'half', worker: 'test' });
  const { publication } = stores.publicationLog.begin(1, 'directory', 'half');
  const previous = { row: { id: 9 }, web: null, thumb: null };
  stores.publicationLog.step(publication.id, 'half', 'previous-kept', { previous });
  stores.publicationLog.step(publication.id, 'half', 'embedded', { webSha256: 'a'.repeat(64), webBytes: 1 });
  stores.workLedger.complete(job!, 'half', {
    kind: 'skipped',
    reason: 'given up',
    next: { kind: 'rest', state: 'in-review' },
  });
  expect(stores.publicationLog.current(1)).toMatchObject({ id: 1 });
  expect(begunAgain(stores)).toMatchObject({ previous });
});

/** A photo that was published, and once more under each of the headlines. */
function corrected(...headlines: readonly string[]): TestStores {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: ['1.jpg'] });
  approveAndPublish(stores);
  settle(stores);
  for (const headline of headlines) {
    stores.reviews.edit(1, { headline }, reviewer);
    approveAndPublish(stores);
    settle(stores);
  }
  return stores;
}

function approveAndPublish(stores: TestStores): void {
  stores.reviews.approve(1, { revisionHash: stores.reviews.view(1).revisionHash }, reviewer);
  stores.publications.publish([1], operator);
}

function begunAgain(stores: TestStores) {
  stores.publications.publish([1], operator);
  const [{ job } = { job: null }] = stores.workLedger.outbox(1);
  stores.workLedger.claim(job!, { token: 'again', worker: 'test' });
  return stores.publicationLog.begin(1, 'directory', 'again');
}

function states(stores: TestStores): string[] {
  return column(stores, 'SELECT state FROM publications ORDER BY id');
}
