import { expect, test } from 'vitest';
import type { BulkChange } from '@proofline/domain/bulk-edit.ts';
import { settle } from './test-runner.ts';
import { addSet, nothingFound, openTestStores, reviewer, type TestStores } from './test-stores.ts';

const files = ['1.jpg', '2.jpg', '3.jpg'];
const photoIds = [1, 2, 3];

function inReview(): TestStores {
  const stores = openTestStores({
    judge: (...asked) => ({
      ...nothingFound(...asked),
      findings: asked[1].caption.includes('unicorn')
        ? [{ rule: 'no-unicorns', severity: 'block', field: 'caption', reason: 'no unicorns', spans: [] } as never]
        : [],
    }),
  });
  addSet(stores);
  settle(stores, { files });
  return stores;
}

const captions = (stores: TestStores) => photoIds.map((id) => stores.reviews.view(id).published.caption);
const replace = (find: string, replacement: string): BulkChange => ({
  kind: 'replace',
  field: 'caption',
  find,
  replacement,
});

test('what changed since the preview is not written, none of it', async () => {
  const stores = inReview();
  const request = { photoIds, changes: [replace('frozen', 'thawing')] };
  const { hash } = await stores.bulk.preview(request);
  stores.reviews.edit(2, { caption: 'A river' }, reviewer);
  await expect(stores.bulk.apply(request, reviewer, hash)).rejects.toMatchObject({ code: 'changed' });
  expect(captions(stores)).toEqual(['A frozen lake in Amsterdam', 'A river', 'A frozen lake in Amsterdam']);
});

test('a photo that cannot be changed says why in the preview and in the result, and the others are changed', async () => {
  const stores = inReview();
  stores.reviews.reject(2, { reason: 'blurred' }, reviewer);
  const request = { photoIds: [...photoIds, 99], changes: [replace('frozen', 'thawing')] };
  const preview = await stores.bulk.preview(request);
  expect(preview.counts).toEqual({ changed: 2, unchanged: 0, problems: 2, matches: 2, voidedApprovals: 0 });
  expect(preview.photos[0]?.changes).toEqual([
    { field: 'caption', before: 'A frozen lake in Amsterdam', after: 'A thawing lake in Amsterdam' },
  ]);
  const { photos } = await stores.bulk.apply(request, reviewer, preview.hash);
  expect(photos).toMatchObject([
    { photoId: 1, outcome: 'changed' },
    { photoId: 2, outcome: 'left', reason: expect.stringContaining('rolling-back') },
    { photoId: 3, outcome: 'changed' },
    { photoId: 99, outcome: 'left', reason: 'there is no review of photo 99' },
  ]);
});

test('all of it is one undo, across restarts', async () => {
  const first = inReview();
  first.reviews.approve(3, { revisionHash: first.reviews.view(3).revisionHash }, reviewer);
  const request = { photoIds, changes: [replace('frozen', 'thawing')] };
  const preview = await first.bulk.preview(request);
  expect(preview.counts.voidedApprovals).toBe(1);
  const { actId } = await first.bulk.apply(request, reviewer, preview.hash);
  const stores = first.reopen();
  expect(captions(stores)).toEqual(Array.from(photoIds, () => 'A thawing lake in Amsterdam'));

  const { act, photos } = await stores.reviewActs.undo(reviewer);
  expect(act).toMatchObject({ id: actId, kind: 'bulk-edit', photos: 3 });
  expect(photos.map(({ undoing }) => undoing)).toEqual(['undone', 'undone', 'undone']);
  expect(captions(stores)).toEqual(Array.from(photoIds, () => 'A frozen lake in Amsterdam'));
  expect(stores.dossiers.get(3).review?.status).toBe('approved');
});

test('keywords come and go, and are counted', async () => {
  const stores = inReview();
  stores.reviews.edit(1, { keywords: ['Ice', 'lake'] }, reviewer);
  stores.reviews.edit(2, { keywords: ['lake'] }, reviewer);
  stores.reviews.edit(3, { keywords: ['boat'] }, reviewer);
  const request = {
    photoIds,
    changes: [
      { kind: 'add-keywords', keywords: ['winter', 'ice'] },
      { kind: 'remove-keywords', keywords: ['LAKE'] },
    ] satisfies BulkChange[],
  };
  const { hash, counts } = await stores.bulk.preview(request);
  expect(counts).toMatchObject({ changed: 3, matches: 1 + 1 + 2 + 1 + 2 });
  await stores.bulk.apply(request, reviewer, hash);
  expect(await stores.bulk.keywordCounts(photoIds)).toEqual([
    { keyword: 'winter', photos: 3 },
    { keyword: 'ice', photos: 2 },
    { keyword: 'boat', photos: 1 },
    { keyword: 'Ice', photos: 1 },
  ]);
});

test('in bulk only what was shown is approved, and what the gate blocks is left', async () => {
  const stores = inReview();
  const photos = photoIds.map((photoId) => ({ photoId, revisionHash: stores.reviews.view(photoId).revisionHash }));
  stores.reviews.edit(1, { caption: 'Changed behind your back' }, reviewer);
  const { revisionHash } = stores.reviews.edit(2, { caption: 'A unicorn' }, reviewer);
  photos[1] = { photoId: 2, revisionHash };
  const result = await stores.bulk.approve({ photos }, reviewer);
  expect(result.photos).toMatchObject([
    { outcome: 'left', reason: expect.stringContaining('changed since you looked at it') },
    { outcome: 'left', reason: expect.stringContaining('no-unicorns') },
    { outcome: 'changed' },
  ]);
  expect(photoIds.map((id) => stores.dossiers.get(id).review?.status)).toEqual(['pending', 'pending', 'approved']);
  await stores.reviewActs.undo(reviewer, result.actId!);
  expect(stores.dossiers.get(3).review?.status).toBe('pending');
});

test('a selection is rejected, or its approvals taken back, as one act that one undo takes back', async () => {
  const stores = inReview();
  const status = () => photoIds.map((id) => stores.dossiers.get(id).review?.status);
  const photos = [1, 2].map((photoId) => ({ photoId, revisionHash: stores.reviews.view(photoId).revisionHash }));
  await stores.bulk.approve({ photos }, reviewer);
  const back = await stores.bulk.takeBack([1, 2, 3, 99], reviewer);
  expect(back.photos.map(({ outcome }) => outcome)).toEqual(['changed', 'changed', 'unchanged', 'left']);
  expect(status()).toEqual(['pending', 'pending', 'pending']);
  await stores.reviewActs.undo(reviewer, back.actId!);
  expect(status()).toEqual(['approved', 'approved', 'pending']);

  const rejected = await stores.bulk.reject({ photoIds: [2, 3, 3, 99], reason: 'blurred' }, reviewer);
  expect(rejected.photos).toMatchObject([
    { photoId: 2, outcome: 'changed' },
    { photoId: 3, outcome: 'changed' },
    { photoId: 99, outcome: 'left', reason: expect.stringContaining('99') },
  ]);
  expect(stores.reviewActs.list(reviewer, { limit: 1 })).toMatchObject([{ kind: 'rejection', photos: 2 }]);
  const undone = await stores.reviewActs.undo(reviewer);
  expect(undone.photos.map(({ photoId, undoing }) => [photoId, undoing])).toEqual([
    [2, 'under-way'],
    [3, 'under-way'],
  ]);
});

test('the file of a selection holds its photos in its order, and nothing that is not in review', async () => {
  const stores = inReview();
  const lines = (await stores.bulk.exportCsvOf([3, 1, 3, 99])).trim().split('\r\n');
  expect(lines.map((line) => line.split(',')[0])).toEqual(['photo_id', '3', '1']);
});

test('a file of the review fields comes back with its changes, and an outdated line is left', async () => {
  const stores = inReview();
  stores.reviews.edit(1, { caption: '=HYPERLINK("x"), "quoted"\nand broken' }, reviewer);
  const csv = await stores.bulk.exportCsv({ order: 'by-photo' });
  expect(csv.split('\r\n')[0]).toBe(
    'photo_id,revision,file_name,original_file_name,status,caption,alt_text,keywords,headline,quality_rating',
  );
  expect(csv).toContain(`"'=HYPERLINK(""x""), ""quoted""\nand broken"`);
  expect((await stores.bulk.previewCsv(csv)).counts).toMatchObject({ changed: 0, unchanged: 3, problems: 0 });

  const edited = csv.replaceAll('A frozen lake', 'A lake');
  stores.reviews.edit(3, { caption: 'Somebody else was faster' }, reviewer);
  const { hash, counts } = await stores.bulk.previewCsv(edited);
  expect(counts).toMatchObject({ changed: 1, unchanged: 1, problems: 1 });
  const { photos } = await stores.bulk.applyCsv(edited, reviewer, hash);
  expect(photos.map(({ outcome }) => outcome)).toEqual(['unchanged', 'changed', 'left']);
  expect(captions(stores)[1]).toBe('A lake in Amsterdam');
});

test.each([
  ['caption\r\nA lake\r\n', 'names no column photo_id'],
  ['photo_id,password\r\n1,x\r\n', 'there is no column password'],
  ['photo_id,caption\r\n1\r\n', 'row 2 has 1 cells instead of 2'],
  ['photo_id,caption\r\n1;DROP,x\r\n', 'photo_id is not a whole number'],
  ['photo_id,quality_rating\r\n1,eleven\r\n', 'quality_rating is not 1 to 10'],
  ['photo_id,caption\r\n1,a\r\n1,b\r\n', 'photo 1 is in the file twice'],
  ['photo_id,caption\r\n1,"a\r\n', 'a quote does not end'],
])('the file %j is refused: %s', async (csv, problem) => {
  await expect(inReview().bulk.previewCsv(csv)).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringContaining(problem),
  });
});
