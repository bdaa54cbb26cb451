import { faultPoints } from '@proofline/domain/fault-point.ts';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { violationsIn } from './invariants/index.ts';
import { killAtEachStep } from './named-steps.ts';
import { inOrderOfThePlan, stepName, steps } from './step.ts';

/** One of the first, one in the middle and the last of what a photo meets; `pnpm chaos --steps` kills at all of them. */
const SAMPLED = [
  'engine-cleared',
  'jobs-added',
  'run-worked of ingest-original',
  'set-output-written of reserve-file-names',
  'run-completed of render-photo',
  'temporary-file-verified',
  'catalogue-row-written',
  'stage-undone of render-photo',
];

test('every fault point is a step of the suite', () => {
  expect(new Set(steps.map(({ point }) => point))).toEqual(new Set(faultPoints));
});

test('steps come in the order in which a photo meets them, and undoing goes backwards', () => {
  const names = inOrderOfThePlan(steps).map(stepName);
  const expected = [
    'run-claimed of ingest-original',
    'web-file-sent',
    'stage-undone of render-photo',
    'stage-undone of ingest-original',
  ];
  expect(names.filter((name) => expected.includes(name))).toEqual(expected);
});

test(
  'killed at a named step, the system publishes the same bytes and rows as undisturbed',
  { timeout: 300_000 },
  async () => {
    const sampled = steps.filter((step) => SAMPLED.includes(stepName(step)));
    const plan = { seed: 4, photos: 48, perSet: 8, steps: sampled };
    // Redis comes up faster; without one the embedded engine does as well.
    const report =
      (await killAtEachStep({ ...plan, engine: 'redis' }, await temporaryFolder())) ??
      (await killAtEachStep({ ...plan, engine: 'embedded' }, await temporaryFolder()));
    expect(report?.violations).toEqual([]);
    expect(report?.killedAt.map(stepName).toSorted()).toEqual(SAMPLED.toSorted());
    expect(report?.differences).toEqual([]);
    expect(await violationsIn(report!.world)).toEqual([]);
  },
);
