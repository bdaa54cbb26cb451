import { expect, test } from 'vitest';
import type { Job } from '@proofline/domain/work-ledger.ts';
import { untilWorking } from './until-working.ts';

const job: Job = { subject: { kind: 'photo', id: 7 }, stage: 'ingest-original', epoch: 1 };

test('goes on once a job is under way', async () => {
  let looks = 0;
  await untilWorking({ underWay: () => ((looks += 1) > 3 ? [job] : []) });
  expect(looks).toBe(4);
});

test('goes on where what is due is held back', async () => {
  await expect(untilWorking({ underWay: () => [] })).resolves.toBeUndefined();
});
