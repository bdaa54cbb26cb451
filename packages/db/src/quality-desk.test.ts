import { plainReading } from '@proofline/domain/fixtures/photo-reading.ts';
import { sceneStatistics } from '@proofline/domain/naturalness.ts';
import type { Completion, Job } from '@proofline/domain/work-ledger.ts';
import { expect, test } from 'vitest';
import { next, photoJob, run, settle } from './test-runner.ts';
import { addSet, column, openTestStores, operator, reviewer, type TestStores } from './test-stores.ts';

const grid = (step: number) =>
  Buffer.from(Uint8Array.from({ length: 1024 }, (_, at) => (at * step + (at >> 5) * 31) % 200)).toString('base64');

const featuresOf = (id: number) => ({
  values: Array.from({ length: 36 }, (_, index) => index / 36 + id),
  meter: 'analysis-plane',
  meterVersion: '2',
});

/** Photos 1 and 2 show the same, photo 3 something else; all were taken in the same second. */
const measured = ({ subject: { id }, stage }: Job): Completion | undefined => {
  if (stage !== 'measure-quality') return undefined;
  const isOther = id === 3;
  const photoReading = plainReading({
    technical: [{ measure: 'sharpness', value: 10 * id, meter: 'analysis-plane', meterVersion: '1' }],
    absent: [{ measure: 'nimaScore', reason: 'no NIMA model is configured' }],
    hashes: isOther
      ? { dHash: 'ffff0000ffff0000', pHash: 'ffff0000ffff0000', thumbprint: grid(7) }
      : { dHash: '00ff00ff00ff00ff', pHash: '00ff00ff00ff00ff', thumbprint: grid(3) },
    brisqueFeatures: isOther ? null : featuresOf(id),
    scene: sceneStatistics([Array.from({ length: 36 }, (_, index) => index + id)]),
  });
  const quality = { measurements: [], rating: null, band: 'NA', origin: 'measured' } as const;
  return { kind: 'done', output: { quality, photoReading }, next: next[stage] };
};

test('a set is grouped when all of it was measured, whichever photo came last', () => {
  const stores = withSet();
  expect(stores.quality.groups({ setId: 1 })).toEqual([
    { groupId: expect.any(Number) as number, setId: 1, kind: 'burst', photoIds: [2, 1], bestPhotoId: 2 },
  ]);
  const { group, absent, technical } = stores.quality.get(1);
  expect(group).toMatchObject({ kind: 'burst', bestPhotoId: 2 });
  expect(absent).toEqual([{ measure: 'nimaScore', reason: 'no NIMA model is configured' }]);
  expect(technical?.reasons).toEqual([expect.stringContaining('soft: sharpest tile p')]);
  expect(stores.quality.get(3).group).toBeNull();
});

test('BRISQUE’s features stay with their photo and its meter; a photo that has none says so; a part of them is refused', () => {
  const stores = withSet();
  expect([1, 2, 3].map((id) => stores.quality.get(id).brisqueFeatures)).toEqual([featuresOf(1), featuresOf(2), null]);
  const few = JSON.stringify({ ...featuresOf(1), values: [1, 2] });
  for (const wrong of [few, '{}', '[]'])
    expect(() => stores.sql.prepare('UPDATE photo_readings SET brisque_features = ?').run(wrong)).toThrow('CHECK');
});

test('nothing is grouped while a photo may still be measured', () => {
  const stores = openTestStores();
  addSet(stores);
  const work = { ...named, outcome: measured };
  settle(stores, { ...work, hold: ['measure-quality'] });
  for (const id of [3, 1]) run(stores, photoJob(id, 'measure-quality'), work);
  expect(stores.quality.groups({ setId: 1 })).toEqual([]);
  run(stores, photoJob(2, 'measure-quality'), work);
  expect(stores.quality.groups({ setId: 1 })).toMatchObject([{ kind: 'burst', photoIds: [2, 1] }]);
});

test('a photo that is taken back leaves its group', () => {
  const stores = withSet();
  stores.rollbacks.request({ scope: 'photo', id: 2, reason: 'wrong' }, operator);
  settle(stores);
  expect(stores.quality.groups({ setId: 1 })).toEqual([]);
  expect(column(stores, 'SELECT photo_id FROM photo_readings ORDER BY photo_id')).toEqual([1, 3]);
});

test('what was measured is no part of the revision: an approval outlives a new model', async () => {
  const stores = withSet();
  for (const id of [1, 2, 3])
    stores.reviews.approve(id, { revisionHash: stores.reviews.view(id).revisionHash }, reviewer);
  await expect(stores.quality.fit(operator)).rejects.toThrow('at least 50 approved photos and there are 3');
  stores.sql.exec(`UPDATE technical_measurements SET value = value + 1`);
  expect(stores.reviews.view(1).dossier.review?.status).toBe('approved');
});

test('a rating by a person wins, and the computed one is kept beside it', () => {
  const stores = withSet();
  stores.reviews.edit(1, { qualityRating: 8.5 }, reviewer);
  expect(stores.quality.get(1)).toMatchObject({ ratingByPerson: 8.5, assessment: { rating: null, band: 'NA' } });
  expect(stores.events.list({ photoId: 1 }).map(({ kind }) => kind)).toContain('review.edited');
});

test('fifty approved photos teach what photos look like, and every photo is measured by that', async () => {
  const stores = openTestStores();
  addSet(stores);
  const files = Array.from({ length: 52 }, (_, index) => `IMG_${100 + index}.JPG`);
  settle(stores, { files, outcome: measured, fields: named.fields });
  for (let id = 1; id <= 50; id += 1)
    stores.reviews.approve(id, { revisionHash: stores.reviews.view(id).revisionHash }, reviewer);
  // Percentiles were asked for before there was anything to have one of.
  expect(stores.quality.get(52).measurements.map(({ measure }) => measure)).not.toContain('naturalness');
  const fit = await stores.quality.fit(operator);
  expect(fit).toMatchObject({ photos: 50, measured: 52 });
  const natural = stores.quality.get(52).measurements.find(({ measure }) => measure === 'naturalness');
  expect(natural).toMatchObject({ meter: 'naturalness-model', meterVersion: fit.version });
  expect(natural?.shareBelow).toBeGreaterThanOrEqual(0);
  expect(stores.events.list({ after: 0, limit: 10_000 }).at(-1)).toMatchObject({
    kind: 'quality.naturalness-fitted',
    actor: operator.name,
  });
});

const named = {
  files: ['IMG_1.JPG', 'IMG_2.JPG', 'IMG_3.JPG'],
  fields: { make: 'Canon', model: 'Canon EOS R5', dateTimeOriginal: '2025-02-03T08:09:10' },
};

function withSet(): TestStores {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { ...named, outcome: measured });
  return stores;
}
