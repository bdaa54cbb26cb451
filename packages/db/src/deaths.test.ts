import type { AttemptError, Job } from '@proofline/domain/work-ledger.ts';
import { verdictOn, type DeathEvidence } from '@proofline/domain/suspicion.ts';
import { expect, test } from 'vitest';
import { newToken, photoJob, setJob, settle } from './test-runner.ts';
import { addSet, column, openTestStores, type TestStores } from './test-stores.ts';

const job = photoJob(1, 'render-photo');
const bystander = photoJob(2, 'render-photo');
const evidence: DeathEvidence = {
  signal: 'SIGSEGV',
  exitCode: null,
  residentBytes: 1_000_000,
  lastWords: 'free(): invalid pointer',
  byItself: true,
};
const crash: AttemptError = { class: 'DecoderCrashed', text: 'the decoder was ended by SIGSEGV', evidence };

/** Three photos at `render-photo`, in a process that has begun. */
function rendering(): TestStores {
  const stores = openTestStores();
  stores.processLog.begin(100);
  addSet(stores);
  settle(stores, { hold: ['render-photo'] });
  return stores;
}

/** The process dies while these runs are under way; the next one begins. */
function dieDuring(stores: TestStores, ...runs: { readonly job: Job; readonly alone?: boolean }[]): TestStores {
  for (const { job: claimed, alone = false } of runs) {
    stores.workLedger.claim(claimed, { token: newToken(), worker: 'test', alone });
  }
  return nextProcess(stores);
}

function nextProcess(stores: TestStores): TestStores {
  const next = stores.reopen();
  next.processLog.begin(101);
  next.workLedger.recover();
  return next;
}

test('a run that was under way when the process died counts, as often as that happens', () => {
  let stores = rendering();
  expect(stores.workLedger.deaths(job)).toEqual([]);
  stores = dieDuring(stores, { job }, { job: bystander });
  stores = dieDuring(stores, { job });
  expect(stores.workLedger.deaths(job)).toMatchObject([
    { process: 'whole', alone: false, evidence: null },
    { process: 'whole', alone: false, evidence: null },
  ]);
  expect(stores.workLedger.deaths(bystander)).toHaveLength(1);
  expect(stores.workLedger.deaths(photoJob(3, 'render-photo'))).toEqual([]);
});

test('a process that was asked to stop and was cut off blames nobody', () => {
  const stores = rendering();
  stores.workLedger.claim(job, { token: newToken(), worker: 'test' });
  stores.processLog.requestStop();
  const next = stores.reopen();
  expect(next.processLog.begin(101)).toMatchObject({ pid: 100, ending: 'cut-short' });
  next.workLedger.recover();
  expect(next.workLedger.deaths(job)).toEqual([]);
});

test('a process that ended in good order leaves nothing to report', () => {
  const stores = rendering();
  stores.processLog.end();
  const next = stores.reopen();
  expect(next.processLog.begin(101)).toBeNull();
});

test('a process that died is reported to the next one, with an event', () => {
  const next = rendering().reopen();
  expect(next.processLog.begin(101)).toMatchObject({ pid: 100, ending: 'died' });
  expect(column(next, `SELECT json_extract(detail, '$.pid') FROM events WHERE kind = 'process.died'`)).toEqual([100]);
  expect(next.reopen().processLog.begin(102)).toMatchObject({ pid: 101 });
});

test('a death alone is cleared when the process dies without the photo', () => {
  let stores = dieDuring(rendering(), { job, alone: true });
  expect(stores.workLedger.deaths(job)).toMatchObject([{ alone: true, clearedSince: false }]);
  stores = dieDuring(stores, { job: bystander });
  expect(stores.workLedger.deaths(job)).toMatchObject([{ alone: true, clearedSince: true }]);
});

test('a death of the process with nothing under way clears too; an orderly end does not', () => {
  let stores = dieDuring(rendering(), { job, alone: true });
  stores.processLog.end();
  stores = nextProcess(stores);
  expect(stores.workLedger.deaths(job)).toMatchObject([{ clearedSince: false }]);
  stores = nextProcess(stores);
  expect(stores.workLedger.deaths(job)).toMatchObject([{ clearedSince: true }]);
});

test('a death under another photo that ran alone clears nobody', () => {
  const stores = dieDuring(dieDuring(rendering(), { job, alone: true }), { job: bystander, alone: true });
  expect(stores.workLedger.deaths(job)).toMatchObject([{ clearedSince: false }]);
  expect(stores.workLedger.deaths(bystander)).toMatchObject([{ clearedSince: false }]);
});

test('two deaths alone in a row are the photo’s own', () => {
  const stores = dieDuring(dieDuring(rendering(), { job, alone: true }), { job, alone: true });
  expect(stores.workLedger.deaths(job)).toMatchObject([
    { alone: true, clearedSince: false },
    { alone: true, clearedSince: false },
  ]);
  expect(verdictOn(stores.workLedger.deaths(job))).toEqual({ kind: 'quarantine' });
});

test('a decoder’s death is kept with its evidence and spends no attempt', () => {
  const stores = rendering();
  const token = newToken();
  stores.workLedger.claim(job, { token, worker: 'test' });
  stores.workLedger.complete(job, token, { kind: 'retryable', error: crash, delayMs: 5 });
  expect(stores.workLedger.deaths(job)).toMatchObject([{ process: 'decoder', alone: false, evidence }]);
  expect(stores.workLedger.claim(job, { token: newToken(), worker: 'test' })).toEqual({ kind: 'claimed', attempt: 1 });
});

test('a new epoch and another stage begin without a past; a set never has one', () => {
  const stores = dieDuring(rendering(), { job }, { job });
  expect(stores.workLedger.deaths(photoJob(1, 'render-photo', 2))).toEqual([]);
  expect(stores.workLedger.deaths(photoJob(1, 'measure-quality'))).toEqual([]);
  const second = addSet(stores, { sourceFolder: '/photos/river' });
  const next = dieDuring(stores, { job: setJob(second.id, 'validate-set') });
  expect(next.workLedger.deaths(setJob(second.id, 'validate-set'))).toEqual([]);
});

test('a quarantined photo is refused with every death in its event, and its set goes on', () => {
  const stores = rendering();
  const token = newToken();
  stores.workLedger.claim(job, { token, worker: 'test' });
  const deaths = [
    { process: 'decoder', startedAt: '2026-01-01T00:00:00.000Z', alone: false, clearedSince: false, evidence },
  ] as const;
  stores.workLedger.complete(job, token, {
    kind: 'quarantined',
    refusal: { code: 'quarantined', reason: 'two processes died over it' },
    deaths,
    error: crash,
  });
  settle(stores);
  expect(stores.overview.set(1)).toMatchObject({
    byState: { refused: 1, 'in-review': 2 },
    refused: [{ photoId: 1, code: 'quarantined', reason: 'two processes died over it' }],
  });
  const [detail] = column<string>(stores, `SELECT detail FROM events WHERE kind = 'photo.refused'`);
  expect(JSON.parse(detail!)).toMatchObject({ stage: 'render-photo', code: 'quarantined', deaths });
});
