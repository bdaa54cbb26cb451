import { expect, test } from 'vitest';
import { newToken, photoJob, settle } from './test-runner.ts';
import { addSet, openTestStores } from './test-stores.ts';

test('a job that is due again before its old row was forgotten is not lost', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: ['1.jpg'], hold: ['ingest-original'] });
  const [handedOver] = stores.workLedger.outbox(10);
  const job = photoJob(1, 'ingest-original');
  const token = newToken();
  stores.workLedger.claim(job, { token, worker: 'test' });
  stores.workLedger.complete(job, token, { kind: 'snoozed', reason: 'busy', delayMs: 0 });

  stores.workLedger.forgetOutbox([handedOver!.id]);
  expect(stores.workLedger.outbox(10)).toMatchObject([{ job }]);
});

test('a clock that was set back puts no job off for hours', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: ['1.jpg'], hold: ['ingest-original'] });
  const job = photoJob(1, 'ingest-original');
  stores.workLedger.claim(job, { token: 'token', worker: 'test' });
  stores.workLedger.complete(job, 'token', { kind: 'snoozed', reason: 'busy', delayMs: 60_000 });
  expect(stores.workLedger.outbox(10)[0]!.delayMs).toBeGreaterThan(59_000);
  stores.clock.ms -= 86_400_000;
  expect(stores.workLedger.outbox(10)).toMatchObject([{ job, delayMs: 0 }]);
});

test('rows come oldest first, and only as many as asked for', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { hold: ['ingest-original'] });
  expect(stores.workLedger.outbox(2).map(({ job }) => job.subject.id)).toEqual([1, 2]);
});
