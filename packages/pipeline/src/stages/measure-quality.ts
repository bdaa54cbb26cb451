import type { ComputedResults } from '@proofline/domain/computed-results.ts';
import type { DataPaths } from '@proofline/domain/data-paths.ts';
import type { DossierStore } from '@proofline/domain/dossier.ts';
import type { QualityMeter } from '@proofline/domain/quality-meter.ts';
import { assess } from '@proofline/domain/quality.ts';
import { renditionOf, type Rendition } from '@proofline/domain/rendition.ts';
import { defineStage, done } from '@proofline/domain/stage.ts';
import { computedOnce } from '../computed-once.ts';

type Needs = {
  readonly dossiers: DossierStore;
  readonly meter: QualityMeter;
  readonly computedResults: ComputedResults;
  readonly paths: DataPaths;
};

const MAX_ATTEMPTS = 3;

/** Measures the planes that `render-photo` left; no second decode. */
export const measureQuality = defineStage<'measure-quality', Needs>({
  name: 'measure-quality',
  subject: 'photo',
  maxAttempts: MAX_ATTEMPTS,
  timeoutMs: 120_000,
  backoffMs: 500,
  concurrency: 8,
  undoes: ['quality', 'photoReading'],
  async run(photoId, { dossiers, meter, computedResults, paths }, { signal, attempt }) {
    const { photo, renditions, metadata } = dossiers.get(photoId);
    const luma = renditionOf(renditions, 'luma-plane');
    const analysis = renditionOf(renditions, 'analysis-plane');
    const isReduced = longEdge(metadata.file) > longEdge(analysis);
    const { result, ...computed } = await computedOnce(computedResults, {
      stage: 'measure-quality',
      contentSha256: photo.contentSha256,
      inputs: {
        meter: meter.id,
        version: meter.version,
        plane: luma.sha256,
        analysisPlane: analysis.sha256,
        isReduced,
      },
      compute: () => meter.measure({ luma: placed(luma), analysis: placed(analysis), isReduced }, signal),
      isSettled: ({ unsettled }) => unsettled === undefined,
    });
    // A model that died is no measurement. It is asked again, and only in the end the photo goes on without its number: it is no suspect for that.
    if (result.unsettled?.until === 'ask-again' && attempt < MAX_ATTEMPTS) throw new Error(result.unsettled.reason);
    // Rated anew each time: the rating is a formula of the domain and costs nothing.
    return done({ quality: assess(result.measurements), photoReading: result, ...computed });

    function placed({ path, widthPx, heightPx }: Rendition) {
      return { path: paths.absolute(path), widthPx, heightPx };
    }
  },
});

/** Photos whose file does not say how large they are count as large: no measure then takes reduced pixels for the photo's own. */
function longEdge({ widthPx, heightPx }: { readonly widthPx?: number; readonly heightPx?: number }): number {
  return Math.max(widthPx ?? Infinity, heightPx ?? Infinity);
}
