import { expect, test } from 'vitest';
import { newToken, photoJob, settle } from './test-runner.ts';
import { addSet, column, openTestStores, type TestStores } from './test-stores.ts';

const WORKER = 200;
const OTHER = 201;
const [first, second] = [photoJob(1, 'render-photo'), photoJob(2, 'render-photo')];

/** Three photos at `render-photo`, their jobs in the engine; the system runs, and workers can join it. */
function rendering(): TestStores {
  const stores = openTestStores();
  stores.processLog.begin(100);
  addSet(stores);
  settle(stores, { hold: ['render-photo'] });
  stores.workLedger.forgetOutbox(stores.workLedger.outbox(100).map(({ id }) => id));
  return stores;
}

const dueAgain = (stores: TestStores) => stores.workLedger.outbox(100).map(({ job }) => job);

test('what a dead worker held is due again, and what the others hold stays theirs', () => {
  const stores = rendering();
  const [dead, living] = [stores.join(WORKER), stores.join(OTHER)];
  dead.workLedger.claim(first, { token: 'dead', worker: 'a' });
  living.workLedger.claim(second, { token: 'living', worker: 'b' });

  expect(stores.workLedger.recoverWorker(WORKER)).toEqual({
    orphanedRuns: [{ ...first, token: 'dead' }],
    overtakenRuns: [],
    earlierRuns: [],
    dueJobs: 1,
    setIds: [1],
  });
  expect(dueAgain(stores)).toEqual([first]);
  expect(column(stores, `SELECT run_token FROM photos ORDER BY id`)).toEqual([null, 'living', null]);
  expect(stores.workLedger.recoverWorker(WORKER)).toEqual({
    orphanedRuns: [],
    overtakenRuns: [],
    earlierRuns: [],
    dueJobs: 0,
    setIds: [],
  });
  expect(column(stores, `SELECT json_extract(detail, '$.pid') FROM events WHERE kind = 'worker.died'`)).toEqual([
    WORKER,
  ]);
});

test('a photo that another worker took over from the dead one stays with it', () => {
  const stores = rendering();
  const [dead, living] = [stores.join(WORKER), stores.join(OTHER)];
  dead.workLedger.claim(first, { token: 'dead', worker: 'a' });
  living.workLedger.claim(first, { token: 'living', worker: 'b' });

  expect(stores.workLedger.recoverWorker(WORKER).dueJobs).toBe(0);
  expect(dueAgain(stores)).toEqual([]);
  expect(column(stores, `SELECT run_token FROM photos WHERE id = 1`)).toEqual(['living']);
});

test('a worker that was declared dead and wakes up can neither claim nor complete', () => {
  const stores = rendering();
  const zombie = stores.join(WORKER);
  zombie.workLedger.claim(first, { token: 'zombie', worker: 'a' });
  stores.workLedger.recoverWorker(WORKER);

  expect(() => zombie.workLedger.claim(second, { token: newToken(), worker: 'a' })).toThrow(/declared dead/);
  expect(zombie.workLedger.complete(first, 'zombie', { kind: 'snoozed', reason: 'x', delayMs: 1 })).toBe('overtaken');
  expect(column(stores, `SELECT state FROM photos ORDER BY id`)).toEqual(['queued', 'queued', 'queued']);
});

test('a worker that died counts as a death of the photos that it held, one that was told to stop does not', () => {
  const stores = rendering();
  const [killed, stopped] = [stores.join(WORKER), stores.join(OTHER)];
  killed.workLedger.claim(first, { token: 'killed', worker: 'a' });
  stopped.workLedger.claim(second, { token: 'stopped', worker: 'b' });
  stopped.processLog.requestStop();
  stores.workLedger.recoverWorker(WORKER);
  stores.workLedger.recoverWorker(OTHER);

  expect(stores.workLedger.deaths(first)).toMatchObject([{ process: 'whole', alone: false }]);
  expect(stores.workLedger.deaths(second)).toEqual([]);
});

test('a worker that ended in good order leaves nothing to recover', () => {
  const stores = rendering();
  stores.join(WORKER).processLog.end();
  expect(stores.workLedger.recoverWorker(WORKER).orphanedRuns).toEqual([]);
  expect(column(stores, `SELECT ending FROM processes ORDER BY id`)).toEqual([null, 'orderly']);
});

test('how the system before ended is told of the system, not of its workers', () => {
  const stores = rendering();
  stores.processLog.requestStop();
  stores.join(WORKER);
  expect(stores.reopen().processLog.begin(102)).toMatchObject({ pid: 100, ending: 'cut-short' });
});
