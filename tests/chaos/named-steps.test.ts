import { faultPoints } from '@proofline/domain/fault-point.ts';
import { expect, test } from 'vitest';
import { killSteps } from '../site/kill-steps.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { violationsIn } from './invariants/index.ts';
import { killAtEachStep } from './named-steps.ts';
import { inOrderOfThePlan, stepName, steps, stepsOfServedSites } from './step.ts';

/** One of the first, one in the middle and the last of what a photo meets; `pnpm chaos --steps` kills at all of them. */
const SAMPLED: readonly string[] = [
  'jobs-added',
  'set-output-written of reserve-file-names',
  'run-completed of render-photo',
  'catalogue-row-written',
  'stage-undone of render-photo',
];

test('every fault point is a step of this suite or of that of served sites', () => {
  const here = steps.map(({ point }) => point);
  const there = killSteps.map(({ death }) => death.point).filter((point) => !here.includes(point));
  expect(new Set([...here, ...there])).toEqual(new Set(faultPoints));
  expect(new Set(there)).toEqual(new Set(stepsOfServedSites));
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

/** The embedded engine takes seconds to come up after each kill. */
const SAMPLED_EMBEDDED: readonly string[] = ['engine-cleared'];

test.for([
  ['redis', SAMPLED],
  ['embedded', SAMPLED_EMBEDDED],
] as const)(
  'killed at a named step, the system publishes the same bytes and rows as undisturbed (%s)',
  { timeout: 300_000 },
  async ([engine, sample], { skip }) => {
    const sampled = steps.filter((step) => sample.includes(stepName(step)));
    const plan = { seed: 4, photos: 24, perSet: 8, steps: sampled };
    const report = await killAtEachStep({ ...plan, engine }, await temporaryFolder());
    if (report === null) return skip('there is no Redis');
    expect(report.violations).toEqual([]);
    expect(report.killedAt.map(stepName).toSorted()).toEqual([...sample].toSorted());
    expect(report.differences).toEqual([]);
    expect(await violationsIn(report.world)).toEqual([]);
  },
);
