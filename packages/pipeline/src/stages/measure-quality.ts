import type { ComputedResults } from '@proofline/domain/computed-results.ts';
import type { DataPaths } from '@proofline/domain/data-paths.ts';
import type { DossierStore } from '@proofline/domain/dossier.ts';
import type { QualityMeter } from '@proofline/domain/quality.ts';
import { assess } from '@proofline/domain/quality.ts';
import { renditionOf } from '@proofline/domain/rendition.ts';
import { defineStage, done } from '@proofline/domain/stage.ts';
import { computedOnce } from '../computed-once.ts';

type Needs = {
  readonly dossiers: DossierStore;
  readonly meter: QualityMeter;
  readonly computedResults: ComputedResults;
  readonly paths: DataPaths;
};

/** Measures the plane that `render-photo` left; no second decode. */
export const measureQuality = defineStage<'measure-quality', Needs>({
  name: 'measure-quality',
  subject: 'photo',
  maxAttempts: 3,
  timeoutMs: 60_000,
  backoffMs: 500,
  concurrency: 8,
  undoes: ['quality'],
  async run(photoId, { dossiers, meter, computedResults, paths }, { signal }) {
    const { photo, renditions } = dossiers.get(photoId);
    const plane = renditionOf(renditions, 'luma-plane');
    const { result, ...computed } = await computedOnce(computedResults, {
      stage: 'measure-quality',
      contentSha256: photo.contentSha256,
      inputs: { meter: meter.id, version: meter.version, plane: plane.sha256 },
      compute: () => meter.measure({ ...plane, path: paths.absolute(plane.path) }, signal),
    });
    // Rated anew each time: the rating is a formula of the domain and costs nothing.
    return done({ quality: assess(result), ...computed });
  },
});
