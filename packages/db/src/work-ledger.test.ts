import { expect, test } from 'vitest';
import { newToken, next, photoJob, run, setJob, settle } from './test-runner.ts';
import { addSet, column, openTestStores } from './test-stores.ts';
import { areLongTests } from '../../../tests/support/long-tests.ts';

const error = { class: 'NetworkError', text: 'the line is down' };

test('a set of three photos reaches review, each under its own name', () => {
  const stores = openTestStores();
  const set = addSet(stores);
  settle(stores);

  expect(stores.overview.set(set.id).byState).toEqual({ 'in-review': 3 });
  expect(stores.reviews.list({}).map(({ fileName }) => fileName)).toEqual(
    ['001', '002', '003'].map(
      (number) => `Frozen_Lake_Amsterdam_Netherlands_Nature_Photography_Canon_EOS_R5_2025_${number}.JPG`,
    ),
  );
  expect(stores.sets.get(set.id)).toMatchObject({ state: 'accepted', namesReservedAt: expect.any(String) });
});

test('a job of an old epoch, another stage or a subject that is not there is stale', () => {
  const stores = openTestStores();
  const set = addSet(stores);
  const claim = (job: Parameters<typeof stores.workLedger.claim>[0]) =>
    stores.workLedger.claim(job, { token: newToken(), worker: 'test' }).kind;

  expect(claim(setJob(set.id, 'validate-set', 2))).toBe('stale');
  expect(claim(setJob(set.id, 'reserve-file-names'))).toBe('stale');
  expect(claim(setJob(99, 'validate-set'))).toBe('stale');
  expect(claim(photoJob(1, 'ingest-original'))).toBe('stale');
  expect(claim(setJob(set.id, 'validate-set'))).toBe('claimed');
});

test('a later claim overtakes an earlier one, which writes nothing', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: ['1.jpg'], hold: ['ingest-original'] });
  const job = photoJob(1, 'ingest-original');
  stores.workLedger.claim(job, { token: 'first', worker: 'a' });
  stores.workLedger.claim(job, { token: 'second', worker: 'b' });
  const done = (workingPath: string) =>
    ({
      kind: 'done',
      output: { original: { workingPath, contentSha256: 'a'.repeat(64) } },
      next: next[job.stage],
    }) as const;

  expect(stores.workLedger.complete(job, 'first', done('first.jpg'))).toBe('overtaken');
  expect(stores.photos.get(1)).toMatchObject({ state: 'running', workingPath: null });
  expect(stores.workLedger.complete(job, 'second', done('second.jpg'))).toBe('committed');
  expect(stores.photos.get(1).workingPath).toBe('second.jpg');
  expect(stores.workLedger.complete(job, 'second', done('again.jpg'))).toBe('overtaken');
  stores.workLedger.letGo(job, 'first', 'gone');
  expect(column(stores, `SELECT outcome FROM stage_attempts WHERE stage = 'ingest-original' ORDER BY id`)).toEqual([
    'overtaken',
    'done',
  ]);
});

test('a run that failed is due again later and counts as spent; a snoozed one does not count', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: ['1.jpg'], hold: ['ingest-original'] });
  stores.workLedger.forgetOutbox(stores.workLedger.outbox(10).map(({ id }) => id));
  const job = photoJob(1, 'ingest-original');
  const attempt = () => {
    const token = newToken();
    return { token, claim: stores.workLedger.claim(job, { token, worker: 'test' }) };
  };

  const first = attempt();
  expect(first.claim).toEqual({ kind: 'claimed', attempt: 1 });
  stores.workLedger.complete(job, first.token, { kind: 'retryable', error, delayMs: 60_000 });
  const [waiting, ...others] = stores.workLedger.outbox(10);
  expect(others).toEqual([]);
  expect(waiting).toMatchObject({ job });
  expect(waiting!.delayMs).toBeGreaterThan(59_000);
  expect(waiting!.delayMs).toBeLessThanOrEqual(60_000);
  expect(stores.photos.get(1).state).toBe('queued');

  const second = attempt();
  expect(second.claim).toEqual({ kind: 'claimed', attempt: 2 });
  stores.workLedger.complete(job, second.token, { kind: 'snoozed', reason: 'the disk is nearly full', delayMs: 10 });
  expect(attempt().claim).toEqual({ kind: 'claimed', attempt: 2 });
  expect(column(stores, `SELECT error_text FROM stage_attempts WHERE outcome = 'retryable'`)).toEqual([error.text]);
});

test('a refused photo ends by name and the rest of its set goes on', () => {
  const stores = openTestStores();
  const set = addSet(stores);
  const refusal = { code: 'corrupt', reason: '2.jpg is damaged; copy it again from the camera' } as const;
  settle(stores, {
    outcome: ({ subject, stage }) =>
      stage === 'extract-metadata' && subject.id === 2 ? { kind: 'refused', refusal } : undefined,
  });

  expect(stores.overview.set(set.id)).toMatchObject({
    byState: { 'in-review': 2, refused: 1 },
    refused: [{ photoId: 2, originalFileName: '2.jpg', ...refusal }],
  });
  expect(stores.photos.get(2).refusal).toEqual(refusal);
});

test('a photo that is given up is discarded with the error', () => {
  const stores = openTestStores();
  const set = addSet(stores);
  settle(stores, {
    outcome: ({ subject, stage }) =>
      stage === 'render-photo' && subject.id === 2 ? { kind: 'discarded', error } : undefined,
  });

  expect(stores.overview.set(set.id)).toMatchObject({
    byState: { 'in-review': 2, discarded: 1 },
    discarded: [{ photoId: 2, code: error.class, reason: error.text }],
  });
  expect(stores.photos.get(2).refusal).toBeNull();
});

test('a refused set keeps every problem and takes nothing in', () => {
  const stores = openTestStores();
  const set = addSet(stores);
  const problems = ['the folder is missing', 'there is no captioner x'];
  settle(stores, { outcome: () => ({ kind: 'set-refused', problems }) });

  expect(stores.sets.get(set.id)).toMatchObject({ state: 'refused', problems });
  expect(stores.overview.set(set.id).photos).toBe(0);
});

test('the photos of a set whose names cannot be given are discarded with it, and the next set goes on', () => {
  const stores = openTestStores();
  const [first, second] = [addSet(stores), addSet(stores, { sourceFolder: '/photos/river' })];
  settle(stores, {
    outcome: ({ subject, stage }) =>
      stage === 'reserve-file-names' && subject.id === first.id ? { kind: 'discarded', error } : undefined,
  });

  expect(stores.sets.get(first.id)).toMatchObject({ state: 'discarded', problems: [error.text] });
  expect(stores.overview.set(first.id).byState).toEqual({ discarded: 3 });
  expect(stores.overview.set(second.id).byState).toEqual({ 'in-review': 3 });
});

test('an output that the database refuses leaves nothing behind, and the run may still be completed otherwise', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: ['1.jpg'], hold: ['ingest-original'] });
  const job = photoJob(1, 'ingest-original');
  stores.workLedger.claim(job, { token: 'token', worker: 'test' });
  const output = { original: { workingPath: 'x.jpg', contentSha256: 'no hash' } };

  expect(() => stores.workLedger.complete(job, 'token', { kind: 'done', output, next: next[job.stage] })).toThrow(
    'CHECK',
  );
  expect(stores.photos.get(1)).toMatchObject({ state: 'running', stage: 'ingest-original' });
  expect(stores.workLedger.complete(job, 'token', { kind: 'discarded', error })).toBe('committed');
});

test('a stage cannot add what is not its own', () => {
  const stores = openTestStores();
  addSet(stores);
  const outcome = run.bind(null, stores, setJob(1, 'validate-set'), {
    outcome: () => ({ kind: 'done', output: { reviewOpened: true }, next: next['validate-set'] }),
  });
  expect(outcome).toThrow('a stage of set 1 cannot add reviewOpened');
});

test('every transition leaves an event', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: ['1.jpg'] });

  expect(stores.events.list({ photoId: 1 }).map(({ kind, detail }) => [kind, detail['stage']])).toEqual([
    ['photo.stage-done', 'ingest-original'],
    ['photo.stage-done', 'extract-metadata'],
    ['photo.stage-done', 'render-photo'],
    ['photo.stage-done', 'measure-quality'],
    ['photo.stage-done', 'draft-text'],
    ['review.opened', undefined],
    ['photo.stage-done', 'open-review'],
  ]);
  expect(
    stores.events
      .list({ setId: 1 })
      .filter(({ photoId }) => photoId === null)
      .map(({ kind }) => kind),
  ).toEqual(['set.added', 'set.accepted', 'set.names-due', 'set.names-reserved']);
});

const MANY = areLongTests ? 100_000 : 20_000;
test(`a set of ${MANY} photos is taken in and named`, { timeout: 600_000 }, () => {
  const stores = openTestStores();
  const set = addSet(stores);
  const files = Array.from({ length: MANY }, (_, index) => `${index}.jpg`);
  const ignored = [{ relativePath: 'notes.txt', reason: 'no photo' }];
  const completion = {
    kind: 'done',
    output: {
      sourceFiles: { files: files.map((name) => ({ path: `/photos/${name}`, relativePath: name, bytes: 1 })), ignored },
    },
    next: next['validate-set'],
  } as const;
  stores.workLedger.forgetOutbox(stores.workLedger.outbox(1).map(({ id }) => id));
  run(stores, setJob(set.id, 'validate-set'), { outcome: () => completion });

  expect(stores.workLedger.outbox(2 * MANY)).toHaveLength(MANY);
  expect(stores.events.list({ setId: set.id })).toContainEqual(
    expect.objectContaining({ kind: 'set.files-ignored', detail: { ignored } }),
  );
  expect(stores.overview.set(set.id).byState).toEqual({ queued: MANY });

  // Every photo but the last has come to the barrier.
  stores.sql.exec(`DELETE FROM outbox; UPDATE photos SET state = 'waiting', stage = 'reserve-file-names',
    content_sha256 = lower(hex(randomblob(32))) WHERE position < ${MANY - 1}`);
  run(stores, photoJob(MANY, 'ingest-original'));
  settle(stores, { hold: ['render-photo'] });
  expect(column(stores, 'SELECT count(*) FROM file_names')).toEqual([MANY]);
  expect(stores.workLedger.outbox(2 * MANY)).toHaveLength(MANY);
});
