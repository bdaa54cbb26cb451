import { plainReading } from '@proofline/domain/fixtures/photo-reading.ts';
import type { JudgeText } from '@proofline/domain/text-gate/judgement.ts';
import { GATE_VERSION } from '@proofline/domain/text-gate/run-gate.ts';
import type { Completion, Job } from '@proofline/domain/work-ledger.ts';
import { expect, test } from 'vitest';
import { next, photoJob, run, settle } from './test-runner.ts';
import { addSet, openTestStores, reviewer, type TestStores } from './test-stores.ts';

const thumbprint = Buffer.alloc(1024, 90).toString('base64');

/** Photos 1 and 2 are one burst, photo 3 is by itself. */
const measured = ({ subject: { id }, stage }: Job): Completion | undefined => {
  if (stage !== 'measure-quality') return undefined;
  const hash = id === 3 ? 'ffff0000ffff0000' : '00ff00ff00ff00ff';
  const photoReading = plainReading({
    technical: [{ measure: 'sharpness', value: 10 * id, meter: 'analysis-plane', meterVersion: '1' }],
    hashes: { dHash: hash, pHash: hash, thumbprint: id === 3 ? Buffer.alloc(1024, 9).toString('base64') : thumbprint },
  });
  const quality = { measurements: [], rating: null, band: 'NA', origin: 'measured' } as const;
  return { kind: 'done', output: { quality, photoReading }, next: next[stage] };
};

const work = {
  files: ['IMG_1.JPG', 'IMG_2.JPG', 'IMG_3.JPG'],
  fields: { make: 'Canon', model: 'Canon EOS R5', dateTimeOriginal: '2025-02-03T08:09:10' },
  outcome: measured,
};

/** Has against a text as many findings as there are burst mates with other words. */
function storesThatCompareBursts(): TestStores {
  const judge: JudgeText = ({ photo }, { caption }) => {
    const others = stores.textLookup.burstMates(photo.id).filter((mate) => mate.caption !== caption);
    const findings = others.map((mate) => ({
      rule: 'burst-disagreement',
      field: 'caption' as const,
      severity: 'block' as const,
      span: { start: 0, end: 1 },
      reason: `another frame says ${mate.caption}`,
    }));
    const overall = 1 - findings.length / 10;
    return {
      gateVersion: GATE_VERSION,
      rulingVersion: 'usual',
      findings,
      confidence: { caption: overall, altText: 1, keywords: 1, overall },
    };
  };
  const stores: TestStores = openTestStores({ judge });
  addSet(stores);
  return stores;
}

const reasonsOf = (stores: TestStores, photoId: number) =>
  stores.reviews.view(photoId).judgement.findings.map(({ reason }) => reason);

test('what a person writes on one frame of a burst counts for the others at once, and for nobody else', () => {
  const stores = storesThatCompareBursts();
  settle(stores, work);
  for (const id of [1, 2, 3]) stores.reviews.edit(id, { caption: 'Three swans' }, reviewer);
  expect([1, 2, 3].flatMap((id) => reasonsOf(stores, id))).toEqual([]);

  stores.reviews.edit(2, { caption: 'Two swans' }, reviewer);

  expect(
    stores.reviews
      .list({})
      .map(({ photoId, blockedBy }) => `${photoId}: ${blockedBy.length}`)
      .toSorted(),
  ).toEqual(['1: 1', '2: 1', '3: 0']);
  expect(reasonsOf(stores, 1)).toEqual(['another frame says Two swans']);
});

test('frames that were in review before their burst was known are judged by it then', () => {
  const stores = storesThatCompareBursts();
  settle(stores, { ...work, hold: ['measure-quality'] });
  for (const id of [1, 2]) run(stores, photoJob(id, 'measure-quality'), work);
  settle(stores, { ...work, hold: ['measure-quality'] });
  stores.reviews.edit(1, { caption: 'Three swans' }, reviewer);
  stores.reviews.edit(2, { caption: 'Two swans' }, reviewer);
  expect(stores.reviews.list({}).map(({ blockedBy }) => blockedBy.length)).toEqual([0, 0]);

  run(stores, photoJob(3, 'measure-quality'), work);
  expect(stores.dueJudgements.judgeSome(1)).toBe(1);
  expect(stores.dueJudgements.judgeSome(5)).toBe(1);
  expect(stores.dueJudgements.judgeSome(5)).toBe(0);

  expect(stores.reviews.list({}).map(({ blockedBy }) => blockedBy.length)).toEqual([1, 1]);
});
