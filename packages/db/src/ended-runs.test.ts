import { expect, test } from 'vitest';
import { photoJob, settle } from './test-runner.ts';
import { addSet, column, openTestStores, type TestStores } from './test-stores.ts';

const job = photoJob(1, 'render-photo');
const done = { kind: 'snoozed', reason: 'x', delayMs: 0 } as const;

test('a run whose outcome could not be written is due again as soon as the database takes writes, without its queue', () => {
  const stores = claimed();
  whileLocked(stores, () => {
    expect(() => stores.workLedger.complete(job, 'token', done)).toThrow('locked');
    expect(stores.workLedger.letGo(job, 'token', 'gone')).toBe(false);
  });
  // The engine was wiped meanwhile: nobody brings the job back.
  expect(stores.workLedger.letGoAgain()).toBe(true);
  expect(stores.workLedger.outbox(10).map((entry) => entry.job)).toEqual([job]);
  expect(stores.photos.get(1).state).toBe('queued');
  expect(column(stores, `SELECT outcome FROM stage_attempts WHERE stage = 'render-photo'`)).toEqual(['snoozed']);
  expect(stores.workLedger.claim(job, { token: 'next', worker: 'test' })).toEqual({ kind: 'claimed', attempt: 1 });
});

test('while nothing can be written it is not taken for given back, and the next claim of anything gives it back', () => {
  const stores = claimed();
  whileLocked(stores, () => {
    expect(stores.workLedger.letGo(job, 'token', 'gone')).toBe(false);
    expect(stores.workLedger.letGoAgain()).toBe(false);
  });
  stores.workLedger.claim(photoJob(99, 'render-photo'), { token: 'other', worker: 'test' });
  expect(stores.workLedger.outbox(10).map((entry) => entry.job)).toEqual([job]);
});

test('a transaction that is taken back takes nothing with it that was given back', async () => {
  const stores = claimed();
  whileLocked(stores, () => expect(stores.workLedger.letGo(job, 'token', 'gone')).toBe(false));
  const taken = stores.commitTogether(() => {
    stores.workLedger.claim(photoJob(99, 'render-photo'), { token: 'other', worker: 'test' });
    throw new Error('the disk is full');
  });
  await expect(taken).rejects.toThrow('full');
  expect(stores.workLedger.letGoAgain()).toBe(true);
  expect(column(stores, `SELECT outcome FROM stage_attempts WHERE stage = 'render-photo'`)).toEqual(['snoozed']);
});

test('an overtaken run that lets go takes nothing from its successor', () => {
  const stores = claimed();
  stores.workLedger.claim(job, { token: 'successor', worker: 'test' });
  stores.workLedger.letGo(job, 'token', 'gone');
  expect(stores.workLedger.complete(job, 'successor', done)).toBe('committed');
  expect(column(stores, `SELECT outcome FROM stage_attempts WHERE stage = 'render-photo' ORDER BY id`)).toEqual([
    'overtaken',
    'snoozed',
  ]);
});

test('the attempt of a run that left files stays open until they are gone, and its job is due at once', () => {
  const stores = claimed();
  stores.workLedger.letGo(job, 'token', 'left');
  expect(stores.workLedger.outbox(10).map((entry) => entry.job)).toEqual([job]);
  expect(stores.leftovers.runs()).toEqual([{ ...job, token: 'token' }]);
  expect(column(stores, `SELECT count(*) FROM stage_attempts WHERE finished_at IS NULL`)).toEqual([1]);

  stores.leftovers.forgetRun('token');
  expect(stores.leftovers.runs()).toEqual([]);
  expect(column(stores, `SELECT count(*) FROM stage_attempts WHERE finished_at IS NULL`)).toEqual([0]);
});

test('after a crash the next start finds the files that a run left', () => {
  const stores = claimed();
  stores.workLedger.letGo(job, 'token', 'left');
  const again = stores.reopen();
  expect(again.workLedger.recover().orphanedRuns).toMatchObject([{ token: 'token' }]);
});

/** Photo 1 is being rendered under `token`, and the engine holds nothing. */
function claimed(): TestStores {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: ['1.jpg'], hold: ['render-photo'] });
  stores.workLedger.forgetOutbox(stores.workLedger.outbox(10).map(({ id }) => id));
  stores.workLedger.claim(job, { token: 'token', worker: 'test' });
  return stores;
}

/** As another program does that has a transaction open. The first write waits for the whole of the busy limit. */
function whileLocked({ sql }: TestStores, act: () => void): void {
  sql.exec('BEGIN IMMEDIATE');
  try {
    act();
  } finally {
    sql.exec('ROLLBACK');
  }
}
