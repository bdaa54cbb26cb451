import { expect, test } from 'vitest';
import { settle } from './test-runner.ts';
import { addSet, openTestStores, reviewer } from './test-stores.ts';

function inReview() {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: ['1.jpg'] });
  const seen = () => stores.reviews.view(1).revisionHash;
  const captions = () => stores.fieldHistories.of(1).filter(({ field }) => field === 'caption');
  return { stores, seen, captions };
}

test('a version that is not there, and a revision that is not the present one, change nothing', () => {
  const { stores, seen, captions } = inReview();
  const revert = (versionId: string, hash: string) => () =>
    stores.fieldHistories.revert(1, { field: 'caption', versionId }, reviewer, hash);
  expect(revert('event-999', seen())).toThrow(expect.objectContaining({ code: 'not_found' }));
  const [draft] = captions();
  stores.reviews.edit(1, { caption: 'Mine' }, reviewer);
  expect(revert(draft!.id, 'f'.repeat(64))).toThrow(expect.objectContaining({ code: 'changed' }));
  expect(stores.reviews.view(1).published.caption).toBe('Mine');
});

test('each value of a field says who wrote it, and which of them is published', () => {
  const { stores, captions } = inReview();
  stores.reviews.edit(1, { caption: 'Mine' }, reviewer);
  const { id } = stores.redrafts.request(1, { hint: 'skaters' }, reviewer);
  stores.redraftLog.finish(id, {
    ...stores.dossiers.get(1).draft!,
    caption: 'Two skaters',
    model: 'm:4b',
    promptVersion: 'p9',
  });
  stores.redrafts.take(1, id, ['caption'], reviewer);
  expect(captions()).toMatchObject([
    { author: { kind: 'model', captioner: 'template' }, value: 'A frozen lake in Amsterdam', isCurrent: false },
    { author: { kind: 'person', name: reviewer.name, tookDraftOf: null }, value: 'Mine', isCurrent: false },
    {
      author: { kind: 'person', name: reviewer.name, tookDraftOf: { model: 'm:4b', promptVersion: 'p9' } },
      value: 'Two skaters',
      isCurrent: true,
    },
  ]);
});

test('an earlier value is written again as an act that can be undone', async () => {
  const { stores, seen, captions } = inReview();
  stores.reviews.edit(1, { caption: 'Mine' }, reviewer);
  const [draft] = captions();
  stores.fieldHistories.revert(1, { field: 'caption', versionId: draft!.id }, reviewer, seen());
  expect(stores.reviews.view(1).published.caption).toBe('A frozen lake in Amsterdam');
  expect(stores.reviewActs.list(reviewer, { limit: 1 })).toMatchObject([{ kind: 'reversion' }]);
  await stores.reviewActs.undo(reviewer);
  expect(captions().at(-1)).toMatchObject({ value: 'Mine', isCurrent: true });
  expect(stores.reviews.view(1).published.caption).toBe('Mine');
});
