import { assess, type LumaPlane, type Measurement } from '@proofline/domain/quality.ts';
import { expect, test } from 'vitest';
import { dossier, paths } from '../fixtures/dossier.ts';
import { stageRun } from '../fixtures/stage-run.ts';
import { measureQuality } from './measure-quality.ts';

const measurements: readonly Measurement[] = (['blurScore', 'brightnessScore', 'contrastScore'] as const).map(
  (measure) => ({ measure, value: 8, origin: 'measured', meter: 'test', meterVersion: '1' }),
);

test('the plane is measured where it is stored, in its own size, and the domain rates what was measured', async () => {
  const measured: LumaPlane[] = [];
  await expect(run(dossier, measured)).resolves.toEqual({
    kind: 'done',
    output: { quality: assess(measurements) },
  });
  expect(measured).toMatchObject([{ path: '/data/work/p7/luma-plane', widthPx: 305, heightPx: 205 }]);
});

test('a photo without a plane is not measured', async () => {
  const measured: LumaPlane[] = [];
  const renditions = dossier.renditions.filter(({ kind }) => kind !== 'luma-plane');
  await expect(run({ ...dossier, renditions }, measured)).rejects.toThrow('the photo has no luma-plane rendition');
  expect(measured).toEqual([]);
});

function run(of: typeof dossier, measured: LumaPlane[]) {
  const meter = {
    id: 'test',
    version: '1',
    measure(plane: LumaPlane) {
      measured.push(plane);
      return Promise.resolve(measurements);
    },
  };
  return measureQuality.run(of.photo.id, { dossiers: { get: () => of }, meter, paths }, stageRun());
}
