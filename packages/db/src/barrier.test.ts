import { expect, test } from 'vitest';
import { photoJob, run, setJob, settle, type TestWork } from './test-runner.ts';
import { addSet, column, openTestStores, operator, type TestStores } from './test-stores.ts';

const namesDue = (stores: TestStores) =>
  stores.workLedger
    .outbox(100)
    .filter(({ job }) => job.stage === 'reserve-file-names')
    .map(({ job }) => ({ set: job.subject.id, epoch: job.epoch }));

const holdNames: TestWork = { hold: ['reserve-file-names'] };

test('names are due when the last photo has arrived, not before', () => {
  const stores = openTestStores();
  const set = addSet(stores);
  settle(stores, { hold: ['ingest-original'] });
  for (const photo of [1, 2]) {
    run(stores, photoJob(photo, 'ingest-original'));
    run(stores, photoJob(photo, 'extract-metadata'));
  }
  expect(namesDue(stores)).toEqual([]);
  expect(stores.overview.set(set.id).byState).toEqual({ waiting: 2, queued: 1 });

  run(stores, photoJob(3, 'ingest-original'), {
    outcome: () => ({ kind: 'refused', refusal: { code: 'corrupt', reason: 'damaged' } }),
  });
  expect(namesDue(stores)).toEqual([{ set: set.id, epoch: 1 }]);
});

test('a later set waits for the names of an earlier one, however fast it is', () => {
  const stores = openTestStores();
  const first = addSet(stores);
  settle(stores, { hold: ['ingest-original'] });
  const second = addSet(stores, { sourceFolder: '/photos/river' });
  const ofFirst = stores.workLedger.outbox(100).filter(({ job }) => job.subject.kind === 'photo');
  stores.workLedger.forgetOutbox(ofFirst.map(({ id }) => id));
  settle(stores);
  expect(stores.overview.set(second.id).byState).toEqual({ waiting: 3 });

  for (const { job } of ofFirst) run(stores, job);
  settle(stores, holdNames);
  expect(namesDue(stores)).toEqual([{ set: first.id, epoch: 1 }]);
  settle(stores);
  expect(column(stores, 'SELECT photo_id FROM file_names ORDER BY sequence')).toEqual([1, 2, 3, 4, 5, 6]);
});

test('a set that is still being looked at holds back later sets; once refused it does not', () => {
  const stores = openTestStores();
  const first = addSet(stores);
  const [ofFirst] = stores.workLedger.outbox(1);
  stores.workLedger.forgetOutbox([ofFirst!.id]);
  const second = addSet(stores, { sourceFolder: '/photos/river' });
  settle(stores);
  expect(stores.overview.set(second.id).byState).toEqual({ waiting: 3 });

  run(stores, setJob(first.id, 'validate-set'), { outcome: () => ({ kind: 'set-refused', problems: ['no photos'] }) });
  expect(namesDue(stores)).toEqual([{ set: second.id, epoch: 1 }]);
});

test('rolling back an earlier set lets later sets have their names', () => {
  const stores = openTestStores();
  const first = addSet(stores);
  settle(stores, { hold: ['ingest-original'] });
  stores.workLedger.forgetOutbox(stores.workLedger.outbox(100).map(({ id }) => id));
  const second = addSet(stores, { sourceFolder: '/photos/river' });
  settle(stores);
  expect(namesDue(stores)).toEqual([]);

  stores.rollbacks.request({ scope: 'set', id: first.id, reason: 'wrong folder' }, operator);
  expect(namesDue(stores)).toEqual([{ set: second.id, epoch: 1 }]);
});

test('a set whose photos were all refused has nothing to name and holds nobody back', () => {
  const stores = openTestStores();
  const first = addSet(stores);
  const second = addSet(stores, { sourceFolder: '/photos/river' });
  settle(stores, {
    outcome: ({ subject, stage }) =>
      stage === 'ingest-original' && stores.photos.get(subject.id).setId === first.id
        ? { kind: 'refused', refusal: { code: 'missing', reason: 'gone' } }
        : undefined,
  });
  expect(stores.sets.get(first.id)).toMatchObject({ state: 'accepted', namesReservedAt: null });
  expect(stores.overview.set(second.id).byState).toEqual({ 'in-review': 3 });
});

test('a photo that comes after its set was named gets a name in a new round of the same stage', () => {
  const stores = openTestStores();
  const set = addSet(stores);
  settle(stores, {
    outcome: ({ subject, stage }) =>
      stage === 'extract-metadata' && subject.id === 3
        ? { kind: 'discarded', error: { class: 'Timeout', text: 'too slow' } }
        : undefined,
  });
  // There is no door for a retry yet; this is what it will do to the photo.
  stores.sql.exec(`UPDATE photos SET state = 'queued', epoch = 2 WHERE id = 3`);
  run(stores, photoJob(3, 'extract-metadata', 2));

  expect(namesDue(stores)).toEqual([{ set: set.id, epoch: 2 }]);
  settle(stores);
  expect(stores.overview.set(set.id).byState).toEqual({ 'in-review': 3 });
  expect(column(stores, 'SELECT photo_id FROM file_names ORDER BY sequence')).toEqual([1, 2, 3]);
});

test('a photo that was rolled back while names were being given gets none', () => {
  const stores = openTestStores();
  const set = addSet(stores);
  settle(stores, holdNames);
  const waiting = stores.photosOfSet.waiting(set.id);
  expect(waiting.map(({ photoId }) => photoId)).toEqual([1, 2, 3]);
  stores.workLedger.forgetOutbox(stores.workLedger.outbox(10).map(({ id }) => id));
  run(stores, setJob(set.id, 'reserve-file-names'), {
    outcome() {
      stores.rollbacks.request({ scope: 'photo', id: 2, reason: 'blurred' }, operator);
      const reservation = (photoId: number) => ({
        photoId,
        name: `Lake_00${photoId}.JPG`,
        foldedKey: `lake_00${photoId}`,
        seriesKey: 'lake_',
        sequence: photoId,
      });
      return {
        kind: 'done',
        output: { fileNames: { reservations: [1, 2, 3].map(reservation), refused: [] } },
        next: { kind: 'each-photo', stage: 'render-photo' },
      };
    },
  });
  settle(stores);

  expect(column(stores, 'SELECT photo_id FROM file_names ORDER BY photo_id')).toEqual([1, 3]);
  expect(stores.overview.set(set.id).byState).toEqual({ 'in-review': 2, 'rolled-back': 1 });
});
