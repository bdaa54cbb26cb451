import { plainReading } from '@proofline/domain/fixtures/photo-reading.ts';
import type { Completion, Job } from '@proofline/domain/work-ledger.ts';
import { expect, test } from 'vitest';
import { next, settle } from './test-runner.ts';
import { addSet, openTestStores, reviewer, type TestStores } from './test-stores.ts';

const FRAMES = 30;
const hash = '00ff00ff00ff00ff';
const thumbprint = Buffer.alloc(1024, 90).toString('base64');

/** One burst; the higher the number of the photo, the sharper it is. */
const measured = ({ subject: { id }, stage }: Job): Completion | undefined => {
  if (stage !== 'measure-quality') return undefined;
  const technical = [{ measure: 'sharpness' as const, value: 10 * id, meter: 'analysis-plane', meterVersion: '1' }];
  const photoReading = plainReading({ technical, hashes: { dHash: hash, pHash: hash, thumbprint } });
  const quality = { measurements: [], rating: null, band: 'NA', origin: 'measured' } as const;
  return { kind: 'done', output: { quality, photoReading }, next: next[stage] };
};

function longBurst(): TestStores & { readonly judged: number[] } {
  const judged: number[] = [];
  const stores = openTestStores({
    judge: ({ photo }) => {
      judged.push(photo.id);
      return {
        gateVersion: 1,
        rulingVersion: 'usual',
        findings: [],
        confidence: { caption: 1, altText: 1, keywords: 1, overall: 1 },
      };
    },
  });
  addSet(stores);
  settle(stores, {
    files: Array.from({ length: FRAMES }, (_, index) => `IMG_${index + 1}.JPG`),
    fields: { make: 'Canon', model: 'Canon EOS R5', dateTimeOriginal: '2025-02-03T08:09:10' },
    outcome: measured,
  });
  for (let id = 1; id <= FRAMES; id += 1) stores.reviews.edit(id, { caption: `Frame ${id} of the swans` }, reviewer);
  while (stores.dueJudgements.judgeSome(FRAMES) > 0);
  judged.length = 0;
  return Object.assign(stores, { judged });
}

test('in a long burst the best frames are asked for what they say, not each by each', () => {
  const stores = longBurst();
  const saying = (photoId: number) => stores.textLookup.burstMates(photoId).map(({ caption }) => caption);
  expect(saying(1)).toHaveLength(12);
  expect(saying(1)[0]).toBe(`Frame ${FRAMES} of the swans`);
  expect(saying(FRAMES)[0]).toBe(`Frame ${FRAMES - 1} of the swans`);
});

test('what a frame says is judged again for those that listen to it: everybody, soon, or nobody where it is not among the best', () => {
  const stores = longBurst();
  stores.reviews.edit(1, { caption: 'Two swans' }, reviewer);
  expect(stores.dueJudgements.judgeSome(FRAMES)).toBe(0);
  expect(new Set(stores.judged)).toEqual(new Set([1]));
  stores.reviews.edit(FRAMES, { caption: 'Three swans' }, reviewer);
  expect(new Set(stores.judged)).toEqual(new Set([1, FRAMES]));
  const again = stores.reopen();
  expect([
    again.dueJudgements.judgeSome(20),
    again.dueJudgements.judgeSome(20),
    again.dueJudgements.judgeSome(20),
  ]).toEqual([20, 9, 0]);
  expect(new Set(stores.judged).size).toBe(FRAMES);
});

test('an approval changes no words, so no other frame is judged again', () => {
  const stores = longBurst();
  stores.reviews.approve(FRAMES, { revisionHash: stores.reviews.view(FRAMES).revisionHash }, reviewer);
  expect(new Set(stores.judged)).toEqual(new Set([FRAMES]));
});
