import { expect, test } from 'vitest';
import { photoJob, run, settle } from './test-runner.ts';
import { addSet, column, openTestStores, operator, reviewer, type TestStores } from './test-stores.ts';

function inReview(files = ['1.jpg']): TestStores {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files });
  return stores;
}

function approve(stores: TestStores, photoId: number): void {
  const { revisionHash } = stores.reviews.view(photoId);
  stores.reviews.approve(photoId, { revisionHash }, reviewer);
}

const eventsOf = (stores: TestStores, prefix: string) =>
  stores.events.list({ photoId: 1 }).filter(({ kind }) => kind.startsWith(prefix));

test('a person sees the photo as it would be published, with what stands against it', () => {
  const stores = inReview();
  const { published, revisionHash, blockers, dossier } = stores.reviews.view(1);
  expect(published).toMatchObject({ caption: 'A frozen lake in Amsterdam', creator: 'A Photographer', rating: 7.5 });
  expect(revisionHash).toMatch(/^[0-9a-f]{64}$/);
  expect(blockers).toEqual([]);
  expect(dossier.review).toMatchObject({ status: 'pending', revisionHash });
});

test('approving keeps who, when and exactly what', () => {
  const stores = inReview();
  const { revisionHash } = stores.reviews.view(1);
  const view = stores.reviews.approve(1, { revisionHash, note: 'nice light' }, reviewer);

  expect(view.dossier.review).toMatchObject({
    status: 'approved',
    revisionHash,
    decidedBy: reviewer.name,
    decidedAt: expect.stringMatching(/Z$/),
    note: 'nice light',
    voidReason: null,
  });
  expect(column(stores, 'SELECT revision_hash FROM approvals')).toEqual([revisionHash]);
  expect(eventsOf(stores, 'review.approved')).toMatchObject([{ actor: reviewer.name, detail: { revisionHash } }]);
});

test('a revision that the person did not see is not approved', () => {
  const stores = inReview();
  const { revisionHash } = stores.reviews.view(1);
  stores.reviews.edit(1, { caption: 'A thawing lake' }, reviewer);
  expect(() => stores.reviews.approve(1, { revisionHash }, reviewer)).toThrow(
    expect.objectContaining({ code: 'conflict', message: expect.stringContaining('changed since you looked at it') }),
  );
  expect(stores.reviews.view(1).dossier.review?.status).toBe('pending');
});

test('everything that stands against an approval is said at once', () => {
  const stores = inReview();
  const { revisionHash } = stores.reviews.edit(1, { caption: '', keywords: [] }, reviewer);
  expect(() => stores.reviews.approve(1, { revisionHash }, reviewer)).toThrow(
    expect.objectContaining({ code: 'invalid', problems: ['the caption is empty', 'there are no keywords'] }),
  );
});

test('one letter changed after the approval voids it', () => {
  const stores = inReview();
  approve(stores, 1);
  const { dossier, revisionHash } = stores.reviews.edit(1, { caption: 'A frozen lake in Amsterdam.' }, reviewer);

  expect(dossier.review).toMatchObject({
    status: 'pending',
    voidReason: 'the text changed after the approval',
    revisionHash,
  });
  expect(eventsOf(stores, 'review.')).toMatchObject([
    { kind: 'review.opened' },
    { kind: 'review.approved' },
    {
      kind: 'review.edited',
      actor: reviewer.name,
      detail: { changes: [{ field: 'description', before: null, after: 'A frozen lake in Amsterdam.' }] },
    },
    { kind: 'review.approval-voided' },
  ]);
  approve(stores, 1);
  expect(stores.dossiers.get(1).review).toMatchObject({ status: 'approved', voidReason: null });
});

test('an edit that publishes the same words leaves the approval as it was', () => {
  const stores = inReview();
  approve(stores, 1);
  stores.reviews.edit(1, { caption: 'A frozen lake in Amsterdam' }, reviewer);
  expect(stores.dossiers.get(1).review).toMatchObject({ status: 'approved', voidReason: null });
  expect(eventsOf(stores, 'review.approval-voided')).toEqual([]);
});

test('an edit goes to the layer of the person and can be taken away again', () => {
  const stores = inReview();
  const before = stores.reviews.view(1);
  const edited = stores.reviews.edit(1, { caption: 'Mine', qualityRating: 9 }, reviewer);
  expect(edited.published).toMatchObject({ caption: 'Mine', rating: 9, band: 'Top' });
  expect(edited.dossier.metadata).toEqual({
    ...before.dossier.metadata,
    person: { description: 'Mine', qualityRating: 9 },
  });
  const restored = stores.reviews.edit(1, { caption: null, qualityRating: null }, reviewer);
  expect(restored.revisionHash).toBe(before.revisionHash);
});

test('an edit is checked, and all its problems are said at once', () => {
  const stores = inReview();
  expect(() => stores.reviews.edit(1, { caption: 'x'.repeat(2001), qualityRating: 11 }, reviewer)).toThrow(
    expect.objectContaining({
      code: 'invalid',
      problems: [expect.stringContaining('caption'), expect.stringContaining('qualityRating')],
    }),
  );
  expect(() => stores.reviews.edit(1, {}, reviewer)).toThrow('nothing to change');
});

test('a rejected photo gives back its name and keeps its review', () => {
  const stores = inReview(['1.jpg', '2.jpg']);
  const { fileName } = stores.dossiers.get(1);
  stores.reviews.reject(1, { reason: 'the horizon is not level' }, reviewer);
  settle(stores);

  expect(stores.photos.get(1)).toMatchObject({ state: 'rejected', workingPath: null });
  expect(column(stores, 'SELECT name FROM file_names WHERE photo_id = 1')).toEqual([]);
  expect(stores.reviews.list({ status: 'rejected' })).toMatchObject([{ photoId: 1 }]);
  expect(stores.dossiers.get(1).review).toMatchObject({ decidedBy: reviewer.name, note: 'the horizon is not level' });
  expect(eventsOf(stores, 'review.rejected')).toMatchObject([{ actor: reviewer.name, detail: { fileName } }]);
  expect(stores.photos.get(2).state).toBe('in-review');
});

test('a rejection needs a reason and a photo in review', () => {
  const stores = inReview();
  expect(() => stores.reviews.reject(1, { reason: ' ' }, reviewer)).toThrow('a rejection needs a reason');
  stores.reviews.reject(1, { reason: 'blurred' }, reviewer);
  expect(() => stores.reviews.reject(1, { reason: 'blurred' }, reviewer)).toThrow('is not in review');
  expect(() => approve(stores, 1)).toThrow('is not in review');
  settle(stores);
  expect(() => stores.reviews.view(1)).toThrow('has nothing to look at any more');
  expect(() => stores.reviews.view(2)).toThrow(expect.objectContaining({ code: 'not_found' }));
});

test('the list pages by photo, and by set and status', () => {
  const stores = inReview(['1.jpg', '2.jpg', '3.jpg']);
  const second = addSet(stores, { sourceFolder: '/photos/river' });
  settle(stores);
  approve(stores, 2);
  const ids = (filter: Parameters<typeof stores.reviews.list>[0]) =>
    stores.reviews.list(filter).map(({ photoId }) => photoId);

  expect(ids({})).toEqual([1, 2, 3, 4, 5, 6]);
  expect(ids({ limit: 2 })).toEqual([1, 2]);
  expect(ids({ after: 2, limit: 2 })).toEqual([3, 4]);
  expect(ids({ setId: second.id })).toEqual([4, 5, 6]);
  expect(ids({ status: 'approved' })).toEqual([2]);
  expect(ids({ status: 'pending', setId: 1 })).toEqual([1, 3]);
  expect(stores.reviews.list({ limit: 1 })[0]).toMatchObject({
    setId: 1,
    status: 'pending',
    originalFileName: '1.jpg',
    caption: 'A frozen lake in Amsterdam',
    rating: 7.5,
    band: 'Top',
    fileName: stores.dossiers.get(1).fileName,
  });
});

test('a published photo is corrected by reviewing it again; the site keeps the approved revision until then', async () => {
  const stores = inReview();
  approve(stores, 1);
  stores.publications.publish([1], operator);
  settle(stores);
  const onSite = stores.publicationLog.current(1);
  expect(stores.photos.get(1).state).toBe('published');

  stores.reviews.edit(1, { caption: 'A corrected caption' }, reviewer);
  expect(stores.photos.get(1)).toMatchObject({ state: 'in-review', stage: 'open-review' });
  expect(stores.publicationLog.current(1)).toEqual(onSite);
  expect(() => stores.reviews.reject(1, { reason: 'no' }, reviewer)).toThrow('is on the site');

  approve(stores, 1);
  expect((await stores.publications.plan()).items).toMatchObject([
    { photoId: 1, change: 'text-changed', blockedBy: [] },
  ]);
  stores.publications.publish(undefined, operator);
  settle(stores);
  expect(stores.photos.get(1).state).toBe('published');
  expect(stores.publicationLog.current(1)).toMatchObject({ fileName: onSite?.fileName, state: 'published' });
  expect(stores.publicationLog.current(1)?.id).not.toBe(onSite?.id);
});

test('approvals that were given under other settings do not hold after a restart', () => {
  const stores = inReview(['1.jpg', '2.jpg']);
  approve(stores, 1);
  const same = stores.reopen();
  expect(same.dossiers.get(1).review?.status).toBe('approved');

  const changed = same.reopen({ creator: 'Somebody Else' });
  expect(changed.reviews.list({ status: 'pending' })).toMatchObject([
    { photoId: 1, voidReason: 'the settings changed after the approval' },
    { photoId: 2, voidReason: null },
  ]);
  expect(eventsOf(changed, 'review.approval-voided')).toHaveLength(1);
  expect(changed.publications.publish([1], operator).items).toMatchObject([
    {
      blockedBy: [
        { reason: 'its approval no longer holds: the settings changed after the approval; approve it again' },
      ],
    },
  ]);
});

test('a stage that opens the review twice leaves one review', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: ['1.jpg'], hold: ['open-review'] });
  stores.workLedger.claim(photoJob(1, 'open-review'), { token: 'lost', worker: 'test' });
  run(stores, photoJob(1, 'open-review'));
  expect(run(stores, photoJob(1, 'open-review'))).toBe('stale');
  expect(column(stores, 'SELECT count(*) FROM reviews')).toEqual([1]);
});

test('an approval that is taken back leaves the photo undecided, and nothing of it is published', async () => {
  const stores = inReview();
  approve(stores, 1);
  expect((await stores.publications.plan()).photos).toBe(1);
  expect(stores.reviews.takeBack(1, reviewer).dossier.review).toMatchObject({
    status: 'pending',
    decidedBy: null,
    voidReason: null,
  });
  expect((await stores.publications.plan()).photos).toBe(0);
  expect(eventsOf(stores, 'review.approval-taken-back')).toHaveLength(1);
  stores.reviews.takeBack(1, reviewer);
  expect(eventsOf(stores, 'review.approval-taken-back')).toHaveLength(1);
});

test('what is being published is not taken back', () => {
  const stores = inReview();
  approve(stores, 1);
  stores.publications.publish(undefined, operator);
  expect(() => stores.reviews.takeBack(1, reviewer)).toThrow(/photo 1 is not in review/);
  expect(stores.reviews.view(1).dossier.review?.status).toBe('approved');
});

test('an edit in view of another revision than the present one writes nothing', () => {
  const stores = inReview();
  const seen = stores.reviews.view(1).revisionHash;
  stores.reviews.edit(1, { caption: 'A lake under ice' }, reviewer, seen);
  const late = () => stores.reviews.edit(1, { altText: 'Ice' }, reviewer, seen);
  expect(late).toThrow(/photo 1 changed since you looked at it; nothing was written/);
  expect(stores.dossiers.get(1).metadata.person).toEqual({ description: 'A lake under ice' });
});
