import { expect, test } from 'vitest';
import { newToken, photoJob, run, settle } from './test-runner.ts';
import { addSet, column, openTestStores, operator, reviewer, type TestStores } from './test-stores.ts';

const lake = { files: ['1.jpg', '2.jpg'] };
const river = { files: ['3.jpg', '4.jpg'] };
const WHY = 'the client calls back';

test('a held set stands still over a restart while another goes on, and goes on where it was, no attempt burned', () => {
  const stores = inTheMiddle();
  stores.sets.hold(1, WHY, operator);
  expect(stores.sets.get(1).hold).toEqual({ at: expect.stringMatching(/Z$/), by: operator.name, reason: WHY });
  expect(stores.workLedger.outbox(10)).toEqual([]);
  addSet(stores, { sourceFolder: '/photos/river', subject: 'River' });
  settle(stores, river);
  expect(states(stores)).toEqual(['queued', 'queued', 'in-review', 'in-review']);

  const again = stores.reopen();
  expect(again.workLedger.recover()).toMatchObject({ dueJobs: 0, setIds: [] });
  expect(again.sets.get(1).hold).toMatchObject({ reason: WHY });
  settle(again, lake);
  expect(states(again)).toEqual(['queued', 'queued', 'in-review', 'in-review']);

  again.sets.resume(1, operator);
  expect(again.sets.get(1).hold).toBeNull();
  settle(again, lake);
  expect(states(again)).toEqual(['in-review', 'in-review', 'in-review', 'in-review']);
  expect(column(again, 'SELECT max(attempt) FROM stage_attempts')).toEqual([1]);
  expect(heldEvents(again)).toEqual([`set.held ${operator.name} ${WHY}`, `set.resumed ${operator.name} null`]);
});

test('a job that the engine has already is handed back without an attempt, and is no drift', () => {
  const stores = inTheMiddle();
  const job = photoJob(1, 'render-photo', 1);
  const attempts = () => column(stores, 'SELECT count(*) FROM stage_attempts');
  const before = attempts();
  stores.sets.hold(1, WHY, operator);
  expect(stores.workLedger.claim(job, { token: newToken(), worker: 'test' })).toEqual({ kind: 'stale' });
  expect(attempts()).toEqual(before);
  expect(stores.workLedger.dueJobs()).toEqual([]);
  expect(stores.workLedger.isDue(job)).toBe(true);
  // What a runner or the reconciler would put back waits for the end of the hold.
  expect(stores.workLedger.refillOutbox([job])).toBe(0);
  expect(stores.workLedger.refillOutbox()).toBe(0);

  stores.sets.resume(1, operator);
  expect(stores.workLedger.outbox(10).map(({ job: due }) => due)).toEqual([job, photoJob(2, 'render-photo', 1)]);
});

test('a photo under way finishes its stage, and the next one waits', () => {
  const stores = inTheMiddle();
  const job = photoJob(1, 'render-photo', 1);
  stores.workLedger.claim(job, { token: 'under way', worker: 'test' });
  stores.sets.hold(1, WHY, operator);
  const completion = { kind: 'skipped', reason: 'known', next: { kind: 'stage', stage: 'measure-quality' } } as const;
  expect(stores.workLedger.complete(job, 'under way', completion)).toBe('committed');
  expect(stores.photos.get(1)).toMatchObject({ stage: 'measure-quality', state: 'queued' });
  expect(stores.workLedger.outbox(10)).toEqual([]);
});

test('a set that is held while its folder is looked through is taken in, and no photo of it begins', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { ...lake, outcome: () => void (stores.sets.get(1).hold ?? stores.sets.hold(1, WHY, operator)) });
  expect(states(stores)).toEqual(['queued', 'queued']);
  expect(column(stores, 'SELECT DISTINCT stage FROM photos')).toEqual(['ingest-original']);
});

test('a held set gives up its turn for names: later sets do not wait for it, and it gets the next numbers', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { ...lake, hold: ['extract-metadata'] });
  addSet(stores, { sourceFolder: '/photos/river' });
  settle(stores, { ...river, hold: ['extract-metadata'] });
  // The later set is through first and waits for the earlier one, until that is held.
  for (const id of [3, 4]) run(stores, photoJob(id, 'extract-metadata', 1), river);
  expect(states(stores)).toEqual(['queued', 'queued', 'waiting', 'waiting']);
  stores.sets.hold(1, WHY, operator);
  settle(stores, river);
  expect(states(stores)).toEqual(['queued', 'queued', 'in-review', 'in-review']);

  stores.sets.resume(1, operator);
  settle(stores, lake);
  expect(column(stores, 'SELECT photo_id FROM file_names ORDER BY sequence')).toEqual([3, 4, 1, 2]);
});

test('a set that is held at the barrier is named when it goes on', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { ...lake, hold: ['extract-metadata'] });
  run(stores, photoJob(1, 'extract-metadata', 1), lake);
  stores.workLedger.claim(photoJob(2, 'extract-metadata', 1), { token: 'the last', worker: 'test' });
  stores.sets.hold(1, WHY, operator);
  stores.workLedger.complete(photoJob(2, 'extract-metadata', 1), 'the last', toBarrier);
  expect(states(stores)).toEqual(['waiting', 'waiting']);
  expect(stores.sets.get(1).state).toBe('accepted');
  stores.sets.resume(1, operator);
  settle(stores, lake);
  expect(states(stores)).toEqual(['in-review', 'in-review']);
});

test('a held set is rolled back like any other, and that ends the hold', () => {
  const stores = inTheMiddle();
  stores.sets.hold(1, WHY, operator);
  stores.rollbacks.request({ scope: 'set', id: 1, reason: 'the wrong folder' }, operator);
  settle(stores);
  expect(stores.sets.get(1)).toMatchObject({ state: 'rolled-back', hold: null });
  expect(states(stores)).toEqual(['rolled-back', 'rolled-back']);
});

test('photos of a held set are reviewed, rejected and withdrawn, and not published before it goes on', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, lake);
  approve(stores, 1);
  stores.publications.publish([1], operator);
  settle(stores);
  stores.sets.hold(1, WHY, operator);
  stores.publications.withdraw(1, 'asked for', reviewer);
  settle(stores);
  expect(states(stores)).toEqual(['withdrawn', 'in-review']);

  approve(stores, 2);
  const blockedBy = [
    { name: 'set-held', reason: `its set 1 is held by ${operator.name}: ${WHY}`, liftedBy: 'operator' },
  ];
  expect(stores.publications.publish([2], operator)).toMatchObject({ photos: 0, items: [{ photoId: 2, blockedBy }] });
  expect(stores.photos.get(2).state).toBe('in-review');
  stores.sets.resume(1, operator);
  expect(stores.publications.publish([2], operator)).toMatchObject({ photos: 1, items: [{ blockedBy: [] }] });
});

test('a photo that was on its way to the site waits there, and one that is there is tidied up', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, lake);
  for (const id of [1, 2]) approve(stores, id);
  stores.publications.publish([1], operator);
  settle(stores, { hold: ['release-workspace'] });
  stores.publications.publish([2], operator);
  stores.sets.hold(1, WHY, operator);
  settle(stores);
  expect(states(stores)).toEqual(['published', 'queued']);
  expect(stores.photos.get(2).stage).toBe('publish-photo');
  stores.sets.resume(1, operator);
  settle(stores);
  expect(states(stores)).toEqual(['published', 'published']);
});

test('a photo that is half sent when its held set is rolled back is left, says why, and goes on with the hold gone', () => {
  const { stores, halfSent } = withHalfSentPhoto();
  const { left } = stores.rollbacks.request({ scope: 'set', id: 1, reason: 'the wrong folder' }, operator);
  const reason = 'photo 2 is being sent to the site; withdraw it once it is published';
  expect(left).toEqual([{ photoId: 2, reason }]);
  settle(stores);
  expect(stores.sets.get(1).hold).toBeNull();
  expect(states(stores)).toEqual(['rolled-back', 'published']);
  expect(halfSent()).toBe(false);
});

test('who wants a half sent photo of a held set back is told that the set has to go on first', () => {
  const { stores } = withHalfSentPhoto();
  const reason =
    `photo 2 is being sent to the site, and waits because its set 1 is held by ${operator.name}: ${WHY}; ` +
    'let the set go on, and withdraw the photo once it is published';
  expect(stores.rollbacks.request({ scope: 'photo', id: 2, reason: 'not this one' }, operator).left).toEqual([
    { photoId: 2, reason },
  ]);
  expect(() => stores.publications.withdraw(2, 'not this one', reviewer)).toThrow(
    `it is queued at publish-photo, and its set 1 is held by ${operator.name}: ${WHY}; nothing was changed`,
  );
});

test('holding again changes the reason and keeps the time; what cannot be held is told in words', () => {
  const stores = inTheMiddle();
  stores.sets.hold(1, WHY, operator);
  const at = stores.sets.get(1).hold?.at;
  stores.sets.hold(1, 'a new reason', reviewer);
  expect(stores.sets.get(1).hold).toEqual({ at, by: reviewer.name, reason: 'a new reason' });
  expect(() => stores.sets.hold(1, ' ', operator)).toThrow(expect.objectContaining({ code: 'invalid' }));
  expect(() => stores.sets.hold(9, WHY, operator)).toThrow(expect.objectContaining({ code: 'not_found' }));
  expect(() => stores.sets.resume(9, operator)).toThrow(expect.objectContaining({ code: 'not_found' }));
  stores.sets.resume(1, operator);
  stores.sets.resume(1, operator);
  expect(heldEvents(stores).filter((event) => event.startsWith('set.resumed'))).toHaveLength(1);

  stores.rollbacks.request({ scope: 'set', id: 1, reason: 'the wrong folder' }, operator);
  expect(() => stores.sets.hold(1, WHY, operator)).toThrow(
    expect.objectContaining({ code: 'conflict', problems: ['set 1 is rolling back: there is nothing to hold'] }),
  );
  addSet(stores);
  settle(stores, lake);
  for (const id of [3, 4]) stores.reviews.reject(id, { reason: 'blurred' }, reviewer);
  expect(() => stores.sets.hold(2, WHY, operator)).toThrow(
    expect.objectContaining({ code: 'conflict', problems: ['set 2 is finished: there is nothing to hold'] }),
  );
});

const toBarrier = { kind: 'skipped', reason: 'known', next: { kind: 'barrier', stage: 'reserve-file-names' } } as const;

function approve(stores: TestStores, photoId: number): void {
  stores.reviews.approve(photoId, { revisionHash: stores.reviews.view(photoId).revisionHash }, reviewer);
}

/** A set of two photos whose images are to be made. */
function inTheMiddle(): TestStores {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { ...lake, hold: ['render-photo'] });
  return stores;
}

const states = (stores: TestStores) => column(stores, 'SELECT state FROM photos ORDER BY id');

const heldEvents = (stores: TestStores) =>
  column<string>(
    stores,
    `SELECT kind || ' ' || actor || ' ' || coalesce(detail ->> 'reason', 'null') FROM events
     WHERE kind IN ('set.held', 'set.resumed') ORDER BY id`,
  );

/** Photo 1 waits for a decision; the sending of photo 2 failed after it had begun, and before it was tried again its set was held. */
function withHalfSentPhoto() {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, lake);
  approve(stores, 2);
  stores.publications.publish([2], operator);
  const job = photoJob(2, 'publish-photo', 2);
  const token = newToken();
  stores.workLedger.claim(job, { token, worker: 'test' });
  stores.publicationLog.begin(2, 'directory', token);
  const error = { class: 'Timeout', text: 'the line was cut' };
  stores.workLedger.complete(job, token, { kind: 'retryable', error, delayMs: 1 });
  stores.sets.hold(1, WHY, operator);
  settle(stores);
  const halfSent = () => column(stores, `SELECT 1 FROM publications WHERE state = 'uploading'`).length > 0;
  expect(halfSent()).toBe(true);
  return { stores, halfSent };
}
