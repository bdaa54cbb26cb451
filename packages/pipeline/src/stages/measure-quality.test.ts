import { plainReading } from '@proofline/domain/fixtures/photo-reading.ts';
import type { PhotoPlanes } from '@proofline/domain/quality-meter.ts';
import { assess, type Measurement } from '@proofline/domain/quality.ts';
import { expect, test } from 'vitest';
import { computedResultsInMemory } from '../fixtures/computed-results.ts';
import { dossier, paths } from '../fixtures/dossier.ts';
import { stageRun } from '../fixtures/stage-run.ts';
import { measureQuality } from './measure-quality.ts';

const measurements: readonly Measurement[] = (['blurScore', 'brightnessScore', 'contrastScore'] as const).map(
  (measure) => ({ measure, value: 8, origin: 'measured', meter: 'test', meterVersion: '1' }),
);

const brisqueFeatures = {
  values: Array.from({ length: 36 }, (_, index) => index / 36),
  meter: 'test',
  meterVersion: '1',
};

const reading = plainReading({ measurements, brisqueFeatures });

test('the planes are measured where they are stored, and the domain rates what was measured', async () => {
  const world = newWorld();
  await expect(world.measure(dossier)).resolves.toMatchObject({
    kind: 'done',
    output: { quality: assess(measurements), photoReading: reading },
  });
  expect(world.measured).toEqual([
    {
      luma: { path: '/data/work/p7/luma-plane', widthPx: 305, heightPx: 205 },
      analysis: { path: '/data/work/p7/analysis-plane', widthPx: 306, heightPx: 206 },
      isReduced: true,
    },
  ]);
});

test('a plane as large as the photo is not a reduced one', async () => {
  const world = newWorld();
  const file = { ...dossier.metadata.file, widthPx: 206, heightPx: 306 };
  await world.measure({ ...dossier, metadata: { ...dossier.metadata, file } });
  expect(world.measured).toMatchObject([{ isReduced: false }]);
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
  await expect(world.measure(dossier)).resolves.toEqual({
    kind: 'done',
    output: { quality: assess(measurements), photoReading: reading },
  });
  expect(world.measured).toHaveLength(1);

  for (const kind of ['luma-plane', 'analysis-plane']) {
    const renditions = dossier.renditions.map((rendition) =>
      rendition.kind === kind ? { ...rendition, sha256: 'e'.repeat(64) } : rendition,
    );
    await world.measure({ ...dossier, renditions });
  }
  await world.measure(dossier, '2');
  expect(world.measured).toHaveLength(4);
});

test('a model that died is asked again, and in the end the photo goes on without its number, which nobody keeps', async () => {
  const reason = 'the process of the learnt models was ended by SIGSEGV';
  const absent = [{ measure: 'nimaScore', reason }] as const;
  const world = newWorld({ ...reading, absent, unsettled: { until: 'ask-again', reason } });
  for (const attempt of [1, 2]) await expect(world.measure(dossier, '1', attempt)).rejects.toThrow(reason);
  const outcome = await world.measure(dossier, '1', 3);
  expect(outcome).toMatchObject({ kind: 'done', output: { photoReading: { absent } } });
  expect(outcome).not.toHaveProperty('output.computed');
  world.settle();
  await expect(world.measure(dossier)).resolves.toMatchObject({ output: { photoReading: reading } });
});

test('a model that is not asked before a restart keeps no photo waiting', async () => {
  const world = newWorld({ ...reading, unsettled: { until: 'after-a-restart', reason: 'not installed' } });
  await expect(world.measure(dossier, '1', 1)).resolves.not.toHaveProperty('output.computed');
});

function newWorld(first = reading) {
  const measured: PhotoPlanes[] = [];
  let present = first;
  const computedResults = computedResultsInMemory();
  return {
    measured,
    settle: () => void (present = reading),
    async measure(of: typeof dossier, version = '1', attempt = 1) {
      const meter = {
        id: 'test',
        version,
        measure(planes: PhotoPlanes) {
          measured.push(planes);
          return Promise.resolve(present);
        },
      };
      const needs = { dossiers: { get: () => of }, meter, computedResults, paths };
      const outcome = await measureQuality.run(of.photo.id, needs, { ...stageRun(), attempt });
      computedResults.keep({ stage: 'measure-quality', contentSha256: of.photo.contentSha256! }, outcome);
      return outcome;
    },
  };
}
