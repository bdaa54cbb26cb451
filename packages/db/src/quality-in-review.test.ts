import { plainReading } from '@proofline/domain/fixtures/photo-reading.ts';
import type { ReviewFilter } from '@proofline/domain/review.ts';
import type { Completion, Job } from '@proofline/domain/work-ledger.ts';
import { describe, expect, test } from 'vitest';
import { next, settle } from './test-runner.ts';
import { addSet, column, openTestStores, operator, reviewer, type TestStores } from './test-stores.ts';

const grid = (step: number) =>
  Buffer.from(Uint8Array.from({ length: 1024 }, (_, at) => (at * step + (at >> 5) * 31) % 200)).toString('base64');

const lake = { dHash: '00ff00ff00ff00ff', pHash: '00ff00ff00ff00ff', thumbprint: grid(3) };
const bridge = { dHash: 'ffff0000ffff0000', pHash: 'ffff0000ffff0000', thumbprint: grid(7) };
/** One bit of each hash is another. */
const bridgeAgain = { dHash: 'ffff0000ffff0001', pHash: 'ffff0000ffff0001', thumbprint: grid(7) };
const bridgeMoved = { dHash: 'ffff0000ffff003f', pHash: 'ffff0000ffff0001', thumbprint: grid(9) };
const fog = {
  dHash: 'ffff0000ffff0000',
  pHash: 'ffff0000ffff0000',
  thumbprint: Buffer.alloc(1024, 90).toString('base64'),
};

/** Photos 1 and 2 are one burst on a lake; 3, 4 and 5 show the bridge; 6 is fog. Of photo 3 a part is a stand-in. */
const looks = [lake, lake, bridge, bridgeAgain, bridgeMoved, fog];

const measured = ({ subject: { id }, stage }: Job): Completion | undefined => {
  if (stage !== 'measure-quality') return undefined;
  const photoReading = plainReading({
    technical: [{ measure: 'sharpness', value: 10 * id, meter: 'analysis-plane', meterVersion: '1' }],
    hashes: looks[(id - 1) % looks.length]!,
  });
  const origin = id === 3 ? ('proxy' as const) : ('measured' as const);
  const score = { measure: 'blurScore', value: id, origin, meter: 'luma-statistics', meterVersion: '1' } as const;
  const quality = { measurements: [score], rating: id, band: id === 6 ? 'Average' : 'Very Low', origin } as const;
  return { kind: 'done', output: { quality, photoReading }, next: next[stage] };
};

/** A file without a time belongs to no burst. */
const camera = { make: 'Canon', model: 'Canon EOS R5' };
const timed = { ...camera, dateTimeOriginal: '2025-02-03T08:09:10' };

const sets = [
  { sourceFolder: '/photos/lake', files: ['IMG_1.JPG', 'IMG_2.JPG', 'IMG_3.JPG'], fields: timed },
  { sourceFolder: '/photos/river', files: ['IMG_7.JPG', 'IMG_8.JPG', 'IMG_9.JPG'], fields: camera },
];

function inReview(): TestStores {
  const stores = openTestStores();
  for (const { sourceFolder, files, fields } of sets) {
    addSet(stores, { sourceFolder });
    settle(stores, { files, fields, outcome: measured });
  }
  return stores;
}

const idsOf = (stores: TestStores, filter: ReviewFilter) =>
  stores.reviews.list({ order: 'by-photo', ...filter }).map(({ photoId }) => photoId);

describe('a photo in review', () => {
  test('shows who measured what, its place in its group and why, in the list and by itself', () => {
    const stores = inReview();
    const [first] = stores.reviews.list({ order: 'by-photo' });
    const standing = { kind: 'burst', photos: 2, rank: 2, bestPhotoId: 2, why: '50 % as sharp as the sharpest' };
    expect(first).toMatchObject({ photoId: 1, ratingOrigin: 'measured', group: standing, lookalikes: [] });
    expect(first!.technical).toBe(stores.quality.get(1).technical!.rating);
    const { quality } = stores.reviews.view(1);
    expect(quality).toMatchObject({
      standing,
      group: { photoIds: [2, 1] },
      assessment: { measurements: [{ measure: 'blurScore', origin: 'measured', meter: 'luma-statistics' }] },
    });
  });

  test('says where its rating comes from', () => {
    const stores = inReview();
    stores.reviews.edit(4, { qualityRating: 8 }, reviewer);
    const origins = stores.reviews.list({ order: 'by-photo' }).map(({ ratingOrigin }) => ratingOrigin);
    expect(origins).toEqual(['measured', 'measured', 'proxy', 'person', 'measured', 'measured']);
  });

  test('says who drafted its texts', () => {
    expect(inReview().reviews.list({ order: 'by-photo', limit: 1 })).toMatchObject([
      { draftedBy: { captioner: 'template', model: null } },
    ]);
  });

  test('is found again by group, by frame, by band, by what blocks it and by what shows the same', () => {
    const stores = inReview();
    const groupId = stores.reviews.list({ order: 'by-photo' })[0]!.group!.groupId;
    stores.reviews.edit(1, { qualityRating: 9 }, reviewer);
    expect(idsOf(stores, { groupId })).toEqual([1, 2]);
    expect(idsOf(stores, { frames: 'best' })).toEqual([2, 3, 4, 5, 6]);
    expect(idsOf(stores, { frames: 'others' })).toEqual([1]);
    expect(idsOf(stores, { frames: 'grouped' })).toEqual([1, 2]);
    expect(idsOf(stores, { band: 'Top' })).toEqual([1]);
    expect(idsOf(stores, { band: 'Very Low' })).toEqual([2, 3, 4]);
    expect(idsOf(stores, { band: 'Average' })).toEqual([6]);
    expect(idsOf(stores, { band: 'NA' })).toEqual([]);
    expect(idsOf(stores, { isLookalike: true, setId: 2 })).toEqual([4, 5]);
    expect(idsOf(stores, { isLookalike: false })).toEqual([1, 2, 6]);
    expect(idsOf(stores, { isBlocked: true })).toEqual([]);
    expect(idsOf(stores, { isBlocked: false, frames: 'others', band: 'Top' })).toEqual([1]);
  });

  test('stands beside the frames of its group when the list goes by group, page by page', () => {
    const stores = inReview();
    const page = (after?: number) =>
      idsOf(stores, { order: 'by-group', limit: 2, ...(after !== undefined && { after }) });
    expect([page(), page(1), page(4)]).toEqual([
      [2, 1],
      [3, 4],
      [5, 6],
    ]);
  });
});

describe('photos that show the same', () => {
  const likeness = (stores: TestStores, photoId: number) =>
    stores.reviews
      .view(photoId)
      .quality.lookalikes.map((other) => `${other.likeness} ${other.photoId} of ${other.setId}`);

  test('are found over the whole catalogue, from both sides, with name and state', () => {
    const stores = inReview();
    expect(likeness(stores, 3)).toEqual(['same 4 of 2', 'alike 5 of 2']);
    expect(likeness(stores, 4)).toEqual(['same 3 of 1', 'alike 5 of 2']);
    expect(likeness(stores, 6)).toEqual([]);
    const { fileName } = stores.reviews.view(4).dossier;
    expect(stores.reviews.view(3).quality.lookalikes[0]).toMatchObject({ fileName, state: 'in-review' });
  });

  test('are not named when they are frames of one group, which are shown as that', () => {
    expect(likeness(inReview(), 1)).toEqual([]);
  });

  test('are forgotten with the photo that is taken back, and found when it is added again', () => {
    const stores = inReview();
    stores.rollbacks.request({ scope: 'set', id: 2, reason: 'wrong' }, operator);
    settle(stores);
    expect(likeness(stores, 3)).toEqual([]);
    expect(column(stores, 'SELECT DISTINCT photo_id FROM picture_slots ORDER BY photo_id')).toEqual([1, 2, 3]);
    addSet(stores, { sourceFolder: '/photos/river' });
    settle(stores, { ...sets[1]!, outcome: measured });
    expect(likeness(stores, 3)).toEqual(['same 9 of 3']);
  });

  test('of a crowd only the likest few are kept', () => {
    const stores = inReview();
    addSet(stores, { sourceFolder: '/photos/crowd' });
    const files = Array.from({ length: 40 }, (_, index) => `DSC_${100 + index}.JPG`);
    settle(stores, {
      files,
      fields: {},
      outcome: (job) =>
        job.stage === 'measure-quality' ? measured({ ...job, subject: { kind: 'photo', id: 3 } }) : undefined,
    });
    expect(likeness(stores, 3).length).toBeLessThanOrEqual(10);
    expect(column(stores, 'SELECT max(n) FROM (SELECT count(*) n FROM lookalikes GROUP BY photo_id)')).toEqual([10]);
  });
});
