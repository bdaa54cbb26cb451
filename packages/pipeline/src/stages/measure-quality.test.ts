import { assess, type LumaPlane, type Measurement } from '@proofline/domain/quality.ts';
import { expect, test } from 'vitest';
import { computedResultsInMemory } from '../fixtures/computed-results.ts';
import { dossier, paths } from '../fixtures/dossier.ts';
import { stageRun } from '../fixtures/stage-run.ts';
import { measureQuality } from './measure-quality.ts';

const measurements: readonly Measurement[] = (['blurScore', 'brightnessScore', 'contrastScore'] as const).map(
  (measure) => ({ measure, value: 8, origin: 'measured', meter: 'test', meterVersion: '1' }),
);

test('the plane is measured where it is stored, in its own size, and the domain rates what was measured', async () => {
  const world = newWorld();
  await expect(world.measure(dossier)).resolves.toMatchObject({
    kind: 'done',
    output: { quality: assess(measurements) },
  });
  expect(world.measured).toMatchObject([{ path: '/data/work/p7/luma-plane', widthPx: 305, heightPx: 205 }]);
});

test('a photo without a plane is not measured', async () => {
  const world = newWorld();
  const renditions = dossier.renditions.filter(({ kind }) => kind !== 'luma-plane');
  await expect(world.measure({ ...dossier, renditions })).rejects.toThrow('the photo has no luma-plane rendition');
  expect(world.measured).toEqual([]);
});

test('the same plane of the same content is measured once by one version of the meter', async () => {
  const world = newWorld();
  await world.measure(dossier);
  await expect(world.measure(dossier)).resolves.toEqual({ kind: 'done', output: { quality: assess(measurements) } });
  expect(world.measured).toHaveLength(1);

  const otherPlane = dossier.renditions.map((rendition) => ({ ...rendition, sha256: 'e'.repeat(64) }));
  await world.measure({ ...dossier, renditions: otherPlane });
  await world.measure(dossier, '2');
  expect(world.measured).toHaveLength(3);
});

function newWorld() {
  const measured: LumaPlane[] = [];
  const computedResults = computedResultsInMemory();
  return {
    measured,
    async measure(of: typeof dossier, version = '1') {
      const meter = {
        id: 'test',
        version,
        measure(plane: LumaPlane) {
          measured.push(plane);
          return Promise.resolve(measurements);
        },
      };
      const needs = { dossiers: { get: () => of }, meter, computedResults, paths };
      const outcome = await measureQuality.run(of.photo.id, needs, stageRun());
      computedResults.keep({ stage: 'measure-quality', contentSha256: of.photo.contentSha256! }, outcome);
      return outcome;
    },
  };
}
