import type { Finding } from '@proofline/domain/text-gate/finding.ts';
import { usualRuling } from '@proofline/domain/text-gate/gate-settings.ts';
import { GATE_VERSION } from '@proofline/domain/text-gate/run-gate.ts';
import { expect, test } from 'vitest';
import { settle } from './test-runner.ts';
import { addSet, openTestStores, reviewer } from './test-stores.ts';

function inReview(files: readonly string[]) {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: [...files] });
  return stores;
}

test('the queue holds what rests in review, with its thumbnail and name, in the order of the list', () => {
  const stores = inReview(['1.jpg', '2.jpg', '3.jpg']);
  const queue = stores.reviews.queue({});
  expect(queue.map(({ photoId }) => photoId)).toEqual(stores.reviews.list({}).map(({ photoId }) => photoId));
  const { renditions, fileName } = stores.dossiers.get(1);
  const hashOf = (wanted: string) => renditions.find(({ kind }) => kind === wanted)?.sha256;
  expect(queue.find(({ photoId }) => photoId === 1)).toMatchObject({
    setId: 1,
    status: 'pending',
    isBlocked: false,
    fileName,
    thumb: { sha256: hashOf('grid-thumb') },
    preview: { sha256: hashOf('review-preview') },
  });
});

test('what was rejected leaves the queue, what was approved stays until it is published', () => {
  const stores = inReview(['1.jpg', '2.jpg']);
  stores.reviews.reject(1, { reason: 'blurred' }, reviewer);
  stores.reviews.approve(2, { revisionHash: stores.reviews.view(2).revisionHash }, reviewer);
  expect(stores.reviews.queue({})).toMatchObject([{ photoId: 2, status: 'approved' }]);
  expect(stores.reviews.queue({ setId: 2 })).toEqual([]);
});

test('an item says what a session is chosen by: band, trust, rules, camera and time', () => {
  const finding = { rule: 'praise', field: 'caption', severity: 'warn', span: { start: 0, end: 4 }, reason: 'praise' };
  const stores = openTestStores({
    judge: () => ({
      gateVersion: GATE_VERSION,
      rulingVersion: usualRuling.version,
      findings: [finding as Finding, finding as Finding],
      confidence: { caption: 0.5, altText: 1, keywords: 1, overall: 0.5 },
    }),
  });
  addSet(stores);
  settle(stores, { files: ['1.jpg'] });
  stores.reviews.edit(1, { qualityRating: 9 }, reviewer);
  const [item] = stores.reviews.queue({});
  const { published } = stores.reviews.view(1);
  expect(item).toMatchObject({
    band: 'Top',
    isBlocked: false,
    confidence: 0.5,
    rules: ['praise'],
    camera: published.camera,
    takenAt: published.dateTimeOriginal,
    group: null,
  });
});
