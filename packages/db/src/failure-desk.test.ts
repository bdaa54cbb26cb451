import type { Completion } from '@proofline/domain/work-ledger.ts';
import { expect, test } from 'vitest';
import { settle } from './test-runner.ts';
import { addSet, column, openTestStores, operator, type TestStores } from './test-stores.ts';

const ops = { name: 'Otto Ops', roles: ['ops'] } as const;
const timeout: Completion = { kind: 'discarded', error: { class: 'Timeout', text: 'slower than 60 s' } };
const truncated: Completion = { kind: 'refused', refusal: { code: 'truncated', reason: 'the file ends too early' } };

/** Photos 1 and 2 fail while drafting, photo 3 is truncated, photo 4 goes on. */
function withFailures(): TestStores {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, {
    files: ['1.jpg', '2.jpg', '3.jpg', '4.jpg'],
    outcome: ({ stage, subject: { kind, id } }) => {
      if (kind === 'photo' && stage === 'draft-text' && id < 3) return timeout;
      return kind === 'photo' && stage === 'ingest-original' && id === 3 ? truncated : undefined;
    },
  });
  return stores;
}

const drafting = { state: 'discarded', stage: 'draft-text', code: 'Timeout' } as const;
const stateOf = (stores: TestStores, id: number) => stores.photos.get(id).state;

test('a cause for which nothing failed is not found, and nothing is tried', () => {
  const stores = withFailures();
  expect(() => stores.failures.retry({ ...drafting, code: 'Disk' }, ops)).toThrow(
    expect.objectContaining({ code: 'not_found' }),
  );
  expect(stateOf(stores, 1)).toBe('discarded');
});

test('failures stand together by their cause, the largest group first', () => {
  const stores = withFailures();
  expect(stores.failures.groups()).toMatchObject([
    { ...drafting, photos: 2, lastReason: 'slower than 60 s', sample: [{ photoId: 2 }, { photoId: 1 }] },
    { state: 'refused', stage: 'ingest-original', code: 'truncated', photos: 1, sample: [{ photoId: 3 }] },
  ]);
  expect(stores.failures.groups(7)).toEqual([]);
});

test('one group is tried again and comes to review; the other stays', () => {
  const stores = withFailures();
  expect(stores.failures.retry(drafting, ops)).toEqual({ photoIds: [1, 2], left: [] });
  settle(stores);
  expect([1, 2, 3, 4].map((id) => stateOf(stores, id))).toEqual(['in-review', 'in-review', 'refused', 'in-review']);
  expect(stores.photos.get(1).refusal).toBeNull();
});

test('one photo of a group is tried again alone', () => {
  const stores = withFailures();
  expect(stores.failures.retry({ ...drafting, photoId: 2 }, ops)).toEqual({ photoIds: [2], left: [] });
  expect([1, 2].map((id) => stateOf(stores, id))).toEqual(['discarded', 'queued']);
  expect(() => stores.failures.retry({ ...drafting, photoId: 3 }, ops)).toThrow(/photo 3 no longer is discarded/);
});

test('a file that was mended is read again from its start, after its set got its names', () => {
  const stores = withFailures();
  stores.failures.retry({ state: 'refused', stage: 'ingest-original', code: 'truncated' }, ops);
  settle(stores);
  expect(stateOf(stores, 3)).toBe('in-review');
});

test('a photo that was set aside after it had its name gives the name back and gets one again', () => {
  const stores = openTestStores();
  addSet(stores);
  const quarantined: Completion = {
    kind: 'quarantined',
    refusal: { code: 'quarantined', reason: 'two processes died over it' },
    deaths: [],
    error: null,
  };
  settle(stores, {
    files: ['1.jpg', '2.jpg'],
    outcome: ({ stage, subject: { id } }) => (stage === 'render-photo' && id === 1 ? quarantined : undefined),
  });
  const cause = { state: 'refused', stage: 'render-photo', code: 'quarantined' } as const;
  expect(stores.failures.retry(cause, ops)).toMatchObject({
    left: [{ photoId: 1, reason: expect.stringContaining('still being removed') }],
  });
  stores.leftovers.forget(1);
  expect(stores.failures.retry(cause, ops)).toEqual({ photoIds: [1], left: [] });
  settle(stores, { files: [] });
  expect([1, 2].map((id) => stateOf(stores, id))).toEqual(['in-review', 'in-review']);
  expect(column(stores, `SELECT photo_id FROM file_names WHERE state = 'reserved' ORDER BY photo_id`)).toEqual([1, 2]);
  expect(stores.photos.get(1).refusal).toBeNull();
  expect(stores.failures.groups()).toEqual([]);
});

test('what cannot be tried again is left with the reason', () => {
  const stores = withFailures();
  stores.sql.exec(`UPDATE photo_sets SET state = 'discarded'`);
  expect(stores.failures.retry(drafting, ops).left).toMatchObject([
    { photoId: 1, reason: expect.stringContaining('was taken back or ended') },
    { photoId: 2, reason: expect.stringContaining('was taken back or ended') },
  ]);
  stores.sql.exec(`UPDATE photo_sets SET state = 'accepted'`);
  for (const id of [1, 2]) stores.rollbacks.request({ scope: 'photo', id, reason: 'x' }, operator);
  expect(() => stores.failures.retry(drafting, ops)).toThrow(expect.objectContaining({ code: 'not_found' }));
});
