import type { DataPaths } from '@proofline/domain/data-paths.ts';
import type { DossierStore } from '@proofline/domain/dossier.ts';
import type { QualityMeter } from '@proofline/domain/quality.ts';
import { assess } from '@proofline/domain/quality.ts';
import { renditionOf } from '@proofline/domain/rendition.ts';
import { defineStage, done } from '@proofline/domain/stage.ts';

type Needs = { readonly dossiers: DossierStore; readonly meter: QualityMeter; readonly paths: DataPaths };

/** Measures the plane that `render-photo` left; no second decode. */
export const measureQuality = defineStage<'measure-quality', Needs>({
  name: 'measure-quality',
  subject: 'photo',
  maxAttempts: 3,
  timeoutMs: 60_000,
  backoffMs: 500,
  concurrency: 8,
  undoes: ['quality'],
  async run(photoId, { dossiers, meter, paths }, { signal }) {
    const plane = renditionOf(dossiers.get(photoId).renditions, 'luma-plane');
    const measurements = await meter.measure({ ...plane, path: paths.absolute(plane.path) }, signal);
    return done({ quality: assess(measurements) });
  },
});
