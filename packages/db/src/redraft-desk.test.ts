import type { TextDraft } from '@proofline/domain/text-draft.ts';
import { expect, test } from 'vitest';
import { settle } from './test-runner.ts';
import { addSet, column, openTestStores, operator, reviewer, type TestStores } from './test-stores.ts';

const draft: TextDraft = {
  captioner: 'ollama',
  model: 'qwen3-vl:4b-instruct',
  modelDigest: 'a'.repeat(64),
  promptVersion: 'prompt-1',
  caption: 'Two skaters on a frozen lake in Amsterdam',
  altText: 'Two small figures on ice',
  keywords: ['skaters', 'ice'],
  confidence: 'medium',
  latencyMs: 900,
  logprobs: { caption: [-0.1], altText: [-0.2], keywords: [] },
  isRepaired: true,
  hint: 'mind the skaters',
};

function inReview(): TestStores {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: ['1.jpg'] });
  return stores;
}

function redrafted(stores: TestStores) {
  const { id } = stores.redrafts.request(1, { hint: 'mind the skaters', captioner: 'ollama' }, reviewer);
  stores.redraftLog.finish(id, draft);
  return id;
}

test('a redraft lies beside the first draft and changes nothing, not even an approval', () => {
  const stores = inReview();
  const { revisionHash, dossier } = stores.reviews.view(1);
  stores.reviews.approve(1, { revisionHash }, reviewer);
  redrafted(stores);
  const after = stores.reviews.view(1);
  expect(after.revisionHash).toBe(revisionHash);
  expect(after.dossier).toMatchObject({ draft: dossier.draft, review: { status: 'approved' } });
  expect(stores.redrafts.list(1)).toMatchObject([
    {
      state: 'drafted',
      draft,
      hint: 'mind the skaters',
      captioner: 'ollama',
      requestedBy: reviewer.name,
      takenFields: [],
    },
  ]);
});

test('taking one field makes it the words of the person and leaves the others; what was taken is kept', () => {
  const stores = inReview();
  const { published: before, revisionHash } = stores.reviews.view(1);
  stores.reviews.approve(1, { revisionHash }, reviewer);
  const id = redrafted(stores);
  const { published, dossier } = stores.redrafts.take(1, id, ['caption'], reviewer);
  expect(published).toMatchObject({ caption: draft.caption, altText: before.altText, keywords: before.keywords });
  expect(dossier.metadata.person).toEqual({ description: draft.caption });
  expect(dossier.review).toMatchObject({ status: 'pending' });
  stores.redrafts.take(1, id, ['caption', 'keywords'], reviewer);
  expect(stores.redrafts.list(1)).toMatchObject([{ takenFields: ['caption', 'keywords'] }]);
  const kinds = stores.events.list({ photoId: 1 }).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind.startsWith('draft.'))).toEqual([
    'draft.requested',
    'draft.redrafted',
    'draft.taken',
    'draft.taken',
  ]);
});

test('what was asked for outlives the process, and waiting for a captioner is shown', () => {
  const stores = inReview();
  const { id } = stores.redrafts.request(1, {}, reviewer);
  stores.redraftLog.wait(id, 'nobody answers');
  const next = stores.reopen();
  expect(next.redraftLog.queued()).toMatchObject([
    { id, photoId: 1, captioner: 'template', hint: null, problem: 'nobody answers' },
  ]);
  next.redraftLog.finish(id, draft);
  expect(next.redrafts.list(1)).toMatchObject([{ state: 'drafted', problem: null }]);
});

test('a redraft is answered once, and one that failed cannot be taken', () => {
  const stores = inReview();
  const { id } = stores.redrafts.request(1, {}, reviewer);
  stores.redraftLog.fail(id, 'the model said nothing');
  stores.redraftLog.finish(id, draft);
  expect(stores.redrafts.list(1)).toMatchObject([{ state: 'failed', problem: 'the model said nothing', draft: null }]);
  expect(() => stores.redrafts.take(1, id, ['caption'], reviewer)).toThrow('is failed; nothing was changed');
  expect(() => stores.redrafts.take(1, 77, ['caption'], reviewer)).toThrow('photo 1 has no redraft 77');
});

test('a photo that is not in review is not redrafted, and one that is taken back loses its redrafts', () => {
  const stores = inReview();
  const id = redrafted(stores);
  const { id: open } = stores.redrafts.request(1, {}, reviewer);
  stores.rollbacks.request({ scope: 'photo', id: 1, reason: 'mistake' }, operator);
  settle(stores, { files: ['1.jpg'] });
  expect(stores.redrafts.list(1)).toEqual([]);
  stores.redraftLog.finish(open, draft);
  expect(column(stores, 'SELECT count(*) FROM text_drafts')).toEqual([0]);
  expect(() => stores.redrafts.request(1, {}, reviewer)).toThrow('photo 1 is not in review, it is rolled-back');
  expect(id).toBe(1);
});
