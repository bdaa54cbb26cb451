import type { Completion } from '@proofline/domain/work-ledger.ts';
import { expect, test } from 'vitest';
import { settle } from './test-runner.ts';
import { addSet, openTestStores, operator, type TestStores } from './test-stores.ts';

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

test('a file that was mended is read again from its start, after its set got its names', () => {
  const stores = withFailures();
  stores.failures.retry({ state: 'refused', stage: 'ingest-original', code: 'truncated' }, ops);
  settle(stores);
  expect(stateOf(stores, 3)).toBe('in-review');
});

test('what cannot be tried again is left with the reason', () => {
  const stores = withFailures();
  stores.sql.exec(`UPDATE photos SET state = 'refused', stage = 'render-photo' WHERE id = 1`);
  expect(stores.failures.retry({ state: 'refused', stage: 'render-photo', code: 'Timeout' }, ops).left).toMatchObject([
    { photoId: 1, reason: expect.stringContaining('has its file name already') },
  ]);
  stores.sql.exec(`UPDATE photo_sets SET state = 'discarded'`);
  expect(stores.failures.retry(drafting, ops).left).toMatchObject([
    { photoId: 2, reason: expect.stringContaining('was taken back or ended') },
  ]);
  stores.sql.exec(`UPDATE photo_sets SET state = 'accepted'`);
  stores.rollbacks.request({ scope: 'photo', id: 2, reason: 'x' }, operator);
  expect(() => stores.failures.retry(drafting, ops)).toThrow(expect.objectContaining({ code: 'not_found' }));
});
