import { expect, test } from 'vitest';
import { newToken, photoJob, run, setJob, settle, type TestWork } from './test-runner.ts';
import { addSet, column, openTestStores, operator, reviewer, type TestStores } from './test-stores.ts';

const request = (stores: TestStores, scope: 'photo' | 'set' | 'run', id: number) =>
  stores.rollbacks.request({ scope, id, reason: 'wrong subject' }, operator);

function withPhotos(work: TestWork = {}): TestStores {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: ['1.jpg', '2.jpg'], ...work });
  return stores;
}

const rowsOf = (stores: TestStores, photoId: number) =>
  [
    'photo_metadata',
    'file_names',
    'renditions',
    'quality_measurements',
    'quality_ratings',
    'text_drafts',
    'reviews',
  ].flatMap((table) => column<number>(stores, `SELECT count(*) FROM ${table} WHERE photo_id = ?`, photoId));

test('a photo gives back its name and everything that was made of it', () => {
  const stores = withPhotos();
  expect(rowsOf(stores, 1)).toEqual([2, 1, 7, 1, 1, 1, 1]);
  expect(request(stores, 'photo', 1)).toEqual({ photoIds: [1], left: [] });
  expect(stores.photos.get(1)).toMatchObject({ state: 'rolling-back', stage: 'roll-back' });
  settle(stores);

  expect(rowsOf(stores, 1)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  expect(stores.photos.get(1)).toMatchObject({ state: 'rolled-back', workingPath: null, contentSha256: null });
  expect(rowsOf(stores, 2)).toEqual([2, 1, 7, 1, 1, 1, 1]);
  expect(stores.rollbackLog.finishedStages(1)).toEqual([]);
  expect(stores.sets.get(1).state).toBe('accepted');
});

test('a set that is rolled back is taken in again under the same names', () => {
  const stores = withPhotos();
  const names = stores.reviews.list({}).map(({ fileName }) => fileName);
  request(stores, 'set', 1);
  expect(stores.sets.get(1).state).toBe('rolling-back');
  settle(stores);
  expect(stores.sets.get(1).state).toBe('rolled-back');
  expect(column(stores, 'SELECT count(*) FROM file_names')).toEqual([0]);

  const again = addSet(stores);
  settle(stores, { files: ['1.jpg', '2.jpg'] });
  expect(stores.reviews.list({ setId: again.id }).map(({ fileName }) => fileName)).toEqual(names);
});

test('a run is rolled back with all its sets', () => {
  const stores = openTestStores();
  addSet(stores);
  const second = addSet(stores, { sourceFolder: '/photos/river' });
  settle(stores);
  expect(second.runId).toBe(1);
  expect(request(stores, 'run', 1).photoIds).toEqual([1, 2, 3, 4, 5, 6]);
  settle(stores);
  expect(stores.sets.list().map(({ state }) => state)).toEqual(['rolled-back', 'rolled-back']);
  expect(addSet(stores).runId).toBe(2);
});

test('running work is fenced: what it wanted to write is not written', () => {
  const stores = withPhotos({ hold: ['render-photo'] });
  const token = newToken();
  stores.workLedger.claim(photoJob(1, 'render-photo'), { token, worker: 'test' });
  request(stores, 'photo', 1);

  expect(stores.workLedger.outbox(10).map(({ job }) => job)).toEqual([
    photoJob(2, 'render-photo'),
    photoJob(1, 'roll-back', 2),
  ]);
  expect(
    stores.workLedger.complete(photoJob(1, 'render-photo'), token, {
      kind: 'refused',
      refusal: { code: 'corrupt', reason: 'x' },
    }),
  ).toBe('overtaken');
  expect(stores.photos.get(1).state).toBe('rolling-back');
});

test('a set that is still being looked at is rolled back at once', () => {
  const stores = openTestStores();
  addSet(stores);
  const token = newToken();
  stores.workLedger.claim(setJob(1, 'validate-set'), { token, worker: 'test' });
  expect(request(stores, 'set', 1)).toEqual({ photoIds: [], left: [] });

  expect(stores.sets.get(1).state).toBe('rolled-back');
  expect(stores.workLedger.outbox(10)).toEqual([]);
  expect(run(stores, setJob(1, 'validate-set'))).toBe('stale');
});

test('published photos are left, and so is what gave everything back already', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, {
    files: ['1.jpg', '2.jpg', '3.jpg', '4.jpg'],
    outcome: ({ subject, stage }) =>
      stage === 'ingest-original' && subject.id === 4
        ? { kind: 'refused', refusal: { code: 'missing', reason: 'gone' } }
        : undefined,
  });
  stores.reviews.approve(1, { revisionHash: stores.reviews.view(1).revisionHash }, reviewer);
  stores.publications.publish([1], operator);
  stores.reviews.reject(2, { reason: 'blurred' }, reviewer);
  settle(stores);

  expect(request(stores, 'set', 1)).toEqual({
    photoIds: [3],
    left: [
      { photoId: 1, reason: 'photo 1 is on the site; withdraw it instead' },
      { photoId: 2, reason: 'photo 2 is rejected already' },
      { photoId: 4, reason: 'photo 4 was refused before anything was made of it' },
    ],
  });
  settle(stores);
  expect(stores.sets.get(1).state).toBe('rolled-back');
  expect(stores.overview.set(1).byState).toEqual({ published: 1, rejected: 1, 'rolled-back': 1, refused: 1 });
  expect(request(stores, 'photo', 3)).toEqual({
    photoIds: [],
    left: [{ photoId: 3, reason: 'photo 3 is rolled-back already' }],
  });
});

test('a set of which everything is on the site stays as it is', () => {
  const stores = withPhotos({ files: ['1.jpg'] });
  stores.reviews.approve(1, { revisionHash: stores.reviews.view(1).revisionHash }, reviewer);
  stores.publications.publish([1], operator);
  settle(stores);
  request(stores, 'set', 1);
  expect(stores.sets.get(1).state).toBe('accepted');
});

test('a photo that was refused or given up after it got a name gives it back with its set', () => {
  const stores = withPhotos({
    outcome: ({ subject, stage }) => {
      if (stage !== 'render-photo') return undefined;
      return subject.id === 1
        ? { kind: 'refused', refusal: { code: 'corrupt', reason: 'damaged' } }
        : { kind: 'discarded', error: { class: 'Timeout', text: 'too slow' } };
    },
  });
  expect(column(stores, 'SELECT count(*) FROM file_names')).toEqual([2]);
  expect(request(stores, 'set', 1).photoIds).toEqual([1, 2]);
  settle(stores);
  expect(column(stores, 'SELECT count(*) FROM file_names')).toEqual([0]);
  expect(stores.overview.set(1).byState).toEqual({ 'rolled-back': 2 });
});

test('a publication that nobody began is taken back; one that may have sent a file is not', () => {
  const stores = withPhotos();
  for (const id of [1, 2]) stores.reviews.approve(id, { revisionHash: stores.reviews.view(id).revisionHash }, reviewer);
  stores.publications.publish([1, 2], operator);
  stores.workLedger.claim(photoJob(2, 'publish-photo', 2), { token: 'token', worker: 'test' });
  const { publication } = stores.publicationLog.begin(2, 'directory', 'token');

  const uploading = 'photo 2 is being sent to the site; withdraw it once it is published';
  expect(request(stores, 'set', 1)).toEqual({ photoIds: [1], left: [{ photoId: 2, reason: uploading }] });
  expect(column(stores, 'SELECT state FROM publications ORDER BY photo_id')).toEqual(['failed', 'uploading']);

  stores.publicationLog.step(publication.id, 'token', 'embedded', { webSha256: 'a'.repeat(64), webBytes: 1 });
  const error = { class: 'Timeout', text: 'too slow' };
  stores.workLedger.complete(photoJob(2, 'publish-photo', 2), 'token', { kind: 'discarded', error });
  expect(request(stores, 'photo', 2).left).toEqual([
    { photoId: 2, reason: 'photo 2 is on the site; withdraw it instead' },
  ]);
});

test('a roll-back that was cut off goes on where it stopped', () => {
  const stores = withPhotos({ files: ['1.jpg'] });
  request(stores, 'photo', 1);
  const job = photoJob(1, 'roll-back', 2);
  stores.workLedger.claim(job, { token: 'cut-off', worker: 'test' });
  expect(stores.rollbackLog.undo(1, 'cut-off', 'open-review', ['reviewOpened'])).toBe('undone');

  const again = stores.reopen();
  again.workLedger.recover();
  expect(again.rollbackLog.undo(1, 'cut-off', 'draft-text', ['textDraft'])).toBe('overtaken');
  expect(again.rollbackLog.finishedStages(1)).not.toContain('open-review');
  expect(again.rollbackLog.finishedStages(1)).toContain('draft-text');
  settle(again);
  expect(again.photos.get(1).state).toBe('rolled-back');
  expect(rowsOf(again, 1)).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

test('a run that is no roll-back undoes nothing', () => {
  const stores = withPhotos({ files: ['1.jpg'], hold: ['render-photo'] });
  stores.workLedger.claim(photoJob(1, 'render-photo'), { token: 'rendering', worker: 'test' });
  expect(stores.rollbackLog.undo(1, 'rendering', 'reserve-file-names', ['fileNames'])).toBe('overtaken');
  expect(column(stores, 'SELECT count(*) FROM file_names')).toEqual([1]);
});

test('a late roll-back never frees the name of a later epoch', () => {
  const stores = withPhotos({ files: ['1.jpg'] });
  request(stores, 'photo', 1);
  const [{ job } = { job: photoJob(1, 'roll-back', 2) }] = stores.workLedger.outbox(1);
  stores.workLedger.claim(job, { token: 'late', worker: 'test' });
  stores.sql.exec(`UPDATE file_names SET epoch = 3`);
  stores.rollbackLog.undo(1, 'late', 'reserve-file-names', ['fileNames']);
  expect(column(stores, 'SELECT count(*) FROM file_names')).toEqual([1]);
});

test('what is not there cannot be rolled back, and a reason is needed', () => {
  const stores = openTestStores();
  for (const scope of ['photo', 'set', 'run'] as const) {
    expect(() => request(stores, scope, 9)).toThrow(expect.objectContaining({ code: 'not_found' }));
  }
  expect(() => stores.rollbacks.request({ scope: 'photo', id: 1, reason: ' ' }, operator)).toThrow('needs a reason');
});
