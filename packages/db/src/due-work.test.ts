import { expect, test } from 'vitest';
import { photoJob, setJob, settle } from './test-runner.ts';
import { addSet, column, openTestStores, operator } from './test-stores.ts';

test('everything that was under way or due is due again after a crash, and is finished once', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { hold: ['measure-quality', 'render-photo'] });
  const second = addSet(stores, { sourceFolder: '/photos/river' });
  stores.rollbacks.request({ scope: 'photo', id: 3, reason: 'blurred' }, operator);
  stores.workLedger.claim(photoJob(1, 'render-photo'), { token: 'one', worker: 'test' });
  stores.workLedger.claim(photoJob(3, 'roll-back', 2), { token: 'three', worker: 'test' });
  stores.workLedger.claim(setJob(second.id, 'validate-set'), { token: 'set', worker: 'test' });
  stores.workLedger.forgetOutbox(stores.workLedger.outbox(100).map(({ id }) => id));

  const again = stores.reopen();
  expect(again.workLedger.recover()).toEqual({
    orphanedRuns: [
      { subject: { kind: 'photo', id: 1 }, stage: 'render-photo', epoch: 1, token: 'one' },
      { subject: { kind: 'photo', id: 3 }, stage: 'roll-back', epoch: 2, token: 'three' },
      { subject: { kind: 'set', id: second.id }, stage: 'validate-set', epoch: 1, token: 'set' },
    ],
    overtakenRuns: [],
    earlierRuns: [],
    dueJobs: 4,
    setIds: [1, second.id],
  });
  expect(again.workLedger.outbox(100).map(({ job }) => job)).toEqual([
    setJob(second.id, 'validate-set'),
    photoJob(1, 'render-photo'),
    photoJob(2, 'render-photo'),
    photoJob(3, 'roll-back', 2),
  ]);
  settle(again);
  expect(again.overview.set(1).byState).toEqual({ 'in-review': 2, 'rolled-back': 1 });
  expect(again.overview.set(second.id).byState).toEqual({ 'in-review': 3 });
  expect(column(again, `SELECT count(*) FROM stage_attempts WHERE outcome = 'orphaned'`)).toEqual([3]);
});

test('photos over which processes died twice come after all others, which do not have to wait', () => {
  let stores = openTestStores();
  addSet(stores);
  settle(stores, { files: ['1.jpg', '2.jpg', '3.jpg'], hold: ['render-photo'] });
  const dieOver = (ids: readonly number[]) => {
    for (const id of ids)
      stores.workLedger.claim(photoJob(id, 'render-photo'), { token: `${id}-${Math.random()}`, worker: 'test' });
    stores = stores.reopen();
    stores.workLedger.recover();
    return stores.workLedger.outbox(100).map(({ job }) => job.subject.id);
  };
  expect(dieOver([1, 2])).toEqual([1, 2, 3]);
  expect(dieOver([1])).toEqual([2, 3, 1]);
});

test('a twin that had lost its job when the process died is found, and its death is none of the photo', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: ['1.jpg'], hold: ['render-photo'] });
  const job = photoJob(1, 'render-photo');
  stores.workLedger.claim(job, { token: 'overtaken', worker: 'test' });
  stores.workLedger.claim(job, { token: 'current', worker: 'test' });

  const again = stores.reopen();
  const run = { subject: job.subject, stage: job.stage };
  expect(again.workLedger.recover()).toMatchObject({
    orphanedRuns: [{ ...run, token: 'current' }],
    overtakenRuns: [{ ...run, token: 'overtaken' }],
  });
  expect(again.workLedger.deaths(job)).toHaveLength(1);
});

test('an orphaned run is not spent, and cannot write any more', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: ['1.jpg'], hold: ['render-photo'] });
  const job = photoJob(1, 'render-photo');
  stores.workLedger.claim(job, { token: 'dead', worker: 'test' });
  const again = stores.reopen();
  again.workLedger.recover();

  expect(again.workLedger.complete(job, 'dead', { kind: 'snoozed', reason: 'x', delayMs: 0 })).toBe('overtaken');
  expect(again.workLedger.claim(job, { token: 'new', worker: 'test' })).toEqual({ kind: 'claimed', attempt: 1 });
});

test('after a clean stop there is nothing to clear up', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores);
  expect(stores.reopen().workLedger.recover()).toEqual({
    orphanedRuns: [],
    overtakenRuns: [],
    earlierRuns: [],
    dueJobs: 0,
    setIds: [],
  });
});

test('a wiped engine gets what is due again, without the runs that go on', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { hold: ['render-photo'] });
  stores.workLedger.forgetOutbox(stores.workLedger.outbox(100).map(({ id }) => id));
  stores.workLedger.claim(photoJob(2, 'render-photo'), { token: 'goes on', worker: 'test' });

  expect(stores.workLedger.refillOutbox()).toBe(2);
  expect(stores.workLedger.outbox(100).map(({ job }) => job.subject.id)).toEqual([1, 3]);
  expect(
    stores.workLedger.complete(photoJob(2, 'render-photo'), 'goes on', { kind: 'snoozed', reason: 'x', delayMs: 0 }),
  ).toBe('committed');
});

test('a start that is cut off before it has removed the folders of dead runs leaves them to the next one', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { hold: ['render-photo'] });
  const job = photoJob(1, 'render-photo');
  stores.workLedger.claim(job, { token: 'dead', worker: 'test' });
  const cutOff = stores.reopen();
  expect(cutOff.workLedger.recover().orphanedRuns).toEqual([{ ...job, token: 'dead' }]);

  const next = cutOff.reopen();
  const { orphanedRuns, earlierRuns } = next.workLedger.recover();
  expect([orphanedRuns, earlierRuns]).toEqual([[], [{ ...job, token: 'dead' }]]);
  next.workLedger.foldersGone(earlierRuns);
  expect(next.reopen().workLedger.recover().earlierRuns).toEqual([]);
});
