import { expect, test } from 'vitest';
import { settle } from './test-runner.ts';
import { addSet, openTestStores, operator, reviewer } from './test-stores.ts';

const seriesKey = 'frozen_lake_amsterdam_netherlands_nature_photography_canon_eos_r5_2025_';

test('a series goes on from its highest taken number, in the spelling that it has', () => {
  const stores = openTestStores();
  expect(stores.fileNameLedger.series(seriesKey)).toBeUndefined();
  addSet(stores);
  settle(stores);
  expect(stores.fileNameLedger.series(seriesKey)).toEqual({
    highestSequence: 3,
    stem: 'Frozen_Lake_Amsterdam_Netherlands_Nature_Photography_Canon_EOS_R5_2025_',
  });
  expect(stores.fileNameLedger.isTaken(`${seriesKey}003`)).toBe(true);
  expect(stores.fileNameLedger.isTaken(`${seriesKey}004`)).toBe(false);
});

test('a released name is free again, a published and a retired one are not', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores);
  for (const id of [1, 2]) stores.reviews.approve(id, { revisionHash: stores.reviews.view(id).revisionHash }, reviewer);
  stores.publications.publish([1, 2], operator);
  settle(stores);
  stores.publications.withdraw(2, 'asked', reviewer);
  stores.rollbacks.request({ scope: 'photo', id: 3, reason: 'blurred' }, operator);
  settle(stores);

  expect(['001', '002', '003'].map((number) => stores.fileNameLedger.isTaken(seriesKey + number))).toEqual([
    true,
    true,
    false,
  ]);
  expect(stores.fileNameLedger.series(seriesKey)?.highestSequence).toBe(2);
});
