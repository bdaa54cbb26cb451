import { stageNames } from '@proofline/domain/stage.ts';
import type { Actor } from '@proofline/domain/actor.ts';
import { expect, test } from 'vitest';
import { newToken, photoJob, settle } from './test-runner.ts';
import { addSet, column, openTestStores, type TestStores } from './test-stores.ts';

const ops: Actor = { name: 'Otto Ops', roles: ['ops'] };
const settingOf = (stores: TestStores, name: string) => stores.stageSettings.list().find(({ stage }) => stage === name);

test('a pause is kept with who, when and why over a restart, until it is taken back', () => {
  const stores = openTestStores();
  stores.stageSettings.pause(['draft-text', 'publish-photo'], 'the model is being changed', ops);
  const again = stores.reopen();
  expect(again.stageSettings.list().map(({ stage }) => stage)).toEqual(stageNames);
  expect(settingOf(again, 'draft-text')).toMatchObject({
    pause: {
      by: 'Otto Ops',
      reason: 'the model is being changed',
      at: expect.stringMatching(/^2026-01-01T/) as string,
    },
  });
  again.stageSettings.resume(['draft-text', 'render-photo'], ops);
  expect(settingOf(again, 'draft-text')?.pause).toBeNull();
  expect(settingOf(again, 'publish-photo')?.pause).not.toBeNull();
  expect(
    column(again, `SELECT kind || ' ' || json_extract(detail, '$.stage') FROM events WHERE actor = 'Otto Ops'`),
  ).toEqual(['stage.paused draft-text', 'stage.paused publish-photo', 'stage.resumed draft-text']);
});

test('a limit and a pause of one stage do not disturb each other', () => {
  const stores = openTestStores();
  stores.stageSettings.limit('draft-text', 2, ops);
  stores.stageSettings.pause(['draft-text'], 'first', ops);
  stores.stageSettings.pause(['draft-text'], 'second', ops);
  expect(settingOf(stores, 'draft-text')).toMatchObject({ maxConcurrency: 2, pause: { reason: 'second' } });
  stores.stageSettings.resume(['draft-text'], ops);
  expect(settingOf(stores, 'draft-text')).toMatchObject({ maxConcurrency: 2, pause: null });
  stores.stageSettings.limit('draft-text', null, ops);
  expect(settingOf(stores, 'draft-text')?.maxConcurrency).toBeNull();
});

test('the work of a paused stage stays in the outbox, that of others does not wait for it', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { hold: ['render-photo'] });
  addSet(stores, { sourceFolder: '/photos/river' });
  expect(stores.workLedger.outboxStages().toSorted()).toEqual(['render-photo', 'validate-set']);
  stores.stageSettings.pause(['render-photo'], 'the disk is slow', ops);
  expect(stores.workLedger.outboxStages()).toEqual(['validate-set']);
  stores.stageSettings.resume(['render-photo'], ops);
  expect(stores.workLedger.outboxStages().toSorted()).toEqual(['render-photo', 'validate-set']);
});

test('how many runs of a stage are under way is told', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { hold: ['render-photo'] });
  for (const id of [1, 2]) stores.workLedger.claim(photoJob(id, 'render-photo'), { token: newToken(), worker: 'test' });
  expect(settingOf(stores, 'render-photo')?.running).toBe(2);
  expect(settingOf(stores, 'draft-text')?.running).toBe(0);
});

test('the load of a stage is what is due there and who works on what', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: ['1.jpg', '2.jpg', '3.jpg'], hold: ['render-photo'] });
  stores.workLedger.claim(photoJob(1, 'render-photo'), { token: newToken(), worker: 'worker 7' });
  const loadOf = (name: string) => stores.stageSettings.load().find(({ stage }) => stage === name);
  expect(loadOf('render-photo')).toMatchObject({
    due: 2,
    runs: [{ worker: 'worker 7', subject: { kind: 'photo', id: 1 }, attempt: 1 }],
  });
  expect(loadOf('draft-text')).toEqual({ stage: 'draft-text', due: 0, runs: [] });
});
