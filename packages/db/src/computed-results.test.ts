import type { Completion, Job } from '@proofline/domain/work-ledger.ts';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { expect, test } from 'vitest';
import { createComputedResults } from './computed-results.ts';
import { next, photoJob, run, settle } from './test-runner.ts';
import { addSet, column, openTestStores, operator, sha256, type TestStores } from './test-stores.ts';
import { createUnitOfWork } from './unit-of-work.ts';

const inputsSha256 = sha256('meter 1');
const result = { measured: [1, 2.5, { deep: 'true' }] };

test('a result is found again by content, stage and inputs, and by nothing else', () => {
  const stores = withResult();
  const from = { stage: 'measure-quality', contentSha256: contentOf(stores, 1), inputsSha256 } as const;
  expect(stores.computedResults.find(from)).toEqual(result);
  expect(stores.computedResults.find({ ...from, stage: 'draft-text' })).toBeNull();
  expect(stores.computedResults.find({ ...from, contentSha256: contentOf(stores, 2) })).toBeNull();
  expect(stores.computedResults.find({ ...from, inputsSha256: sha256('meter 2') })).toBeNull();
});

test('it outlives the roll-back of its photo, and a restart', () => {
  const stores = withResult();
  const from = { stage: 'measure-quality', contentSha256: contentOf(stores, 1), inputsSha256 } as const;
  stores.rollbacks.request({ scope: 'set', id: 1, reason: 'captioner-unavailable' }, operator);
  settle(stores);
  expect(stores.photos.get(1)).toMatchObject({ state: 'rolled-back', contentSha256: null });
  expect(stores.reopen().computedResults.find(from)).toEqual(result);
});

test('it is kept once, however often it is computed, and dropped when a photo of that content is published', () => {
  const stores = withResult();
  const keptCount = () => column(stores, 'SELECT count(*) FROM computed_results');
  expect(keptCount()).toEqual([1]);
  settle(stores);
  stores.reviews.approve(1, { revisionHash: stores.reviews.view(1).revisionHash }, { name: 'R', roles: ['reviewer'] });
  stores.publications.publish([1], operator);
  settle(stores);
  expect(stores.photos.get(1).state).toBe('published');
  expect(keptCount()).toEqual([0]);
});

test('a result that nobody asked for in a season is dropped at the next start', () => {
  const stores = withResult();
  expect(column(stores.reopen(), 'SELECT count(*) FROM computed_results')).toEqual([1]);
  const old = openTestStores();
  old.sql.prepare(insertResult).run(sha256('old'), '2025-09-01T00:00:00.000Z');
  old.sql.prepare(insertResult).run(sha256('young'), '2025-12-01T00:00:00.000Z');
  expect(column(old.reopen(), 'SELECT content_sha256 FROM computed_results')).toEqual([sha256('young')]);
});

test('of more results than are kept the oldest go', () => {
  const stores = openTestStores();
  const unit = createUnitOfWork(
    { sqlite: stores.sql, orm: drizzle(stores.sql) },
    () => new Date('2026-01-01T00:00:00.000Z'),
  );
  const days = ['01', '02', '03', '04', '05'];
  for (const day of days) stores.sql.prepare(insertResult).run(sha256(day), `2025-12-${day}T00:00:00.000Z`);
  createComputedResults(unit, { mostResults: 3 }).prune();
  expect(column(stores, 'SELECT content_sha256 FROM computed_results ORDER BY computed_at')).toEqual(
    days.slice(2).map(sha256),
  );
});

const insertResult = `INSERT INTO computed_results (content_sha256, stage, inputs_sha256, result, computed_at)
  VALUES (?, 'measure-quality', '${'0'.repeat(64)}', '1', ?)`;

/** Photo 1 of three is measured, with a result to keep. */
function withResult(): TestStores {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { hold: ['measure-quality'] });
  expect(run(stores, photoJob(1, 'measure-quality'), { outcome: keeping })).toBe('committed');
  return stores;
}

const keeping = (job: Job): Completion => ({
  kind: 'done',
  output: {
    quality: { measurements: [], rating: null, band: 'NA', origin: 'measured' },
    computed: [{ inputsSha256, result }],
  },
  next: next[job.stage],
});

function contentOf(stores: TestStores, photoId: number): string {
  return stores.photos.get(photoId).contentSha256!;
}
