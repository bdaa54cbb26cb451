import { expect, test } from 'vitest';
import { settle } from './test-runner.ts';
import { addSet, openTestStores, operator } from './test-stores.ts';

test('a set is written down as it was asked for, and its first stage is due', () => {
  const stores = openTestStores();
  const set = addSet(stores, { folderKey: 'macro', includeSubfolders: false });
  expect(set).toEqual({
    id: 1,
    runId: 1,
    sourceFolder: '/photos/lake',
    includeSubfolders: false,
    subject: 'Frozen Lake',
    location: 'Amsterdam Netherlands',
    folderKey: 'macro',
    captioner: 'template',
    onBlocked: 'pause',
    state: 'queued',
    stage: 'validate-set',
    epoch: 1,
    requestedBy: operator.name,
    createdAt: expect.stringMatching(/Z$/),
    namesReservedAt: null,
    problems: [],
    hold: null,
  });
  expect(stores.sets.get(1)).toEqual(set);
  expect(stores.sets.list()).toEqual([set]);
  expect(stores.workLedger.outbox(10)).toMatchObject([
    { job: { subject: { kind: 'set', id: 1 }, stage: 'validate-set', epoch: 1 } },
  ]);
  expect(stores.events.list({ setId: 1 })).toMatchObject([{ kind: 'set.added', actor: operator.name }]);
});

test('a request with several mistakes says all of them and writes nothing', () => {
  const stores = openTestStores();
  expect(() => addSet(stores, { subject: ' ', location: '', folderKey: 'x'.repeat(101) })).toThrow(
    expect.objectContaining({
      code: 'invalid',
      problems: [
        expect.stringContaining('subject'),
        expect.stringContaining('location'),
        expect.stringContaining('folderKey'),
      ],
    }),
  );
  expect(stores.sets.list()).toEqual([]);
  expect(stores.events.list({})).toEqual([]);
});

test('sets that are added while work is left share a run; the next one opens another', () => {
  const stores = openTestStores();
  expect(addSet(stores).runId).toBe(1);
  settle(stores, { hold: ['render-photo'] });
  expect(addSet(stores, { sourceFolder: '/b' }).runId).toBe(1);
  settle(stores);
  expect(addSet(stores, { sourceFolder: '/c' }).runId).toBe(2);
  expect(() => stores.sets.get(9)).toThrow(expect.objectContaining({ code: 'not_found' }));
});
