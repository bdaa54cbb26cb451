import { expect, test } from 'vitest';
import { photoJob, run, settle } from './test-runner.ts';
import { addSet, openTestStores, operator, reviewer } from './test-stores.ts';

test('the same content twice in a set: the photo that comes first keeps it, whichever was taken in first', () => {
  const content = { '1.jpg': 'lake', '3.jpg': 'lake' };
  const forwards = openTestStores();
  addSet(forwards);
  settle(forwards, { content });

  const backwards = openTestStores();
  addSet(backwards);
  settle(backwards, { hold: ['ingest-original'] });
  for (const photo of [3, 2, 1]) run(backwards, photoJob(photo, 'ingest-original'), { content });
  settle(backwards);

  for (const stores of [forwards, backwards]) {
    expect(stores.photos.get(1).state).toBe('in-review');
    expect(stores.photos.get(3)).toMatchObject({
      state: 'refused',
      refusal: { code: 'duplicate', reason: expect.stringContaining('photo 1 of set 1') },
    });
  }
  expect(forwards.photos.get(3).stage).toBe('ingest-original');
  expect(backwards.photos.get(3).stage).toBe('reserve-file-names');
});

test('a photo of an earlier set is named in the refusal', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: ['1.jpg'] });
  addSet(stores, { sourceFolder: '/photos/copy' });
  settle(stores, { files: ['a.jpg'], content: { 'a.jpg': '/photos/lake/1.jpg' } });

  const { reason } = stores.photos.get(2).refusal!;
  expect(reason).toContain(stores.dossiers.get(1).fileName);
  expect(reason).toContain('/photos/lake/1.jpg');
});

test('content is free again once the photo that held it was rejected or rolled back', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: ['1.jpg', '2.jpg'] });
  stores.reviews.reject(1, { reason: 'blurred' }, reviewer);
  stores.rollbacks.request({ scope: 'photo', id: 2, reason: 'blurred' }, operator);
  settle(stores);
  const again = addSet(stores);
  settle(stores, { files: ['1.jpg', '2.jpg'] });

  expect(stores.overview.set(again.id).byState).toEqual({ 'in-review': 2 });
});

test('a photo that has a name already goes before one that came earlier and has none', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, {
    files: ['1.jpg'],
    content: { '1.jpg': 'lake' },
    outcome: ({ stage }) =>
      stage === 'extract-metadata' ? { kind: 'discarded', error: { class: 'Timeout', text: 'too slow' } } : undefined,
  });
  addSet(stores, { sourceFolder: '/photos/copy' });
  settle(stores, { files: ['a.jpg'], content: { 'a.jpg': 'lake' } });
  expect(stores.photos.get(2).state).toBe('in-review');
  stores.sql.exec(`UPDATE photos SET state = 'waiting', stage = 'reserve-file-names' WHERE id = 1`);

  const [waiting] = stores.photosOfSet.waiting(1);
  expect(stores.photosOfSet.holderOf(waiting!)).toMatchObject({ photoId: 2, fileName: expect.any(String) });
});
