import type { QualityMeter } from '@proofline/domain/quality-meter.ts';
import type { AestheticModels, AestheticReading } from '../aesthetics/judge-plane.ts';
import type { BrisqueFiles } from '../meter/brisque-score.ts';
import { PLANE_METER_ID, PLANE_METER_VERSION } from '../meter/read-planes.ts';
import { openDecoderPool, type DecoderPool } from './pool.ts';

/** CLIP's vision tower alone takes 1.2 GB, and its runtime as much again while it works. */
const MODEL_MEMORY_LIMIT_BYTES = 8 * 1024 ** 3;

/** Model files that the operator supplies. Without one its measure is absent. */
export type QualityModels = AestheticModels & { readonly brisque: BrisqueFiles | null };

const noModels: QualityModels = { brisque: null, nima: null, clip: null };

/** Measures in a decoder process, away from the main thread; learnt models answer in one process of their own. */
export function pooledQualityMeter(
  pool: DecoderPool,
  models: QualityModels = noModels,
): QualityMeter & { close(): Promise<void> } {
  const { brisque, ...aesthetic } = models;
  const modelPool = openDecoderPool({
    processes: 1,
    memoryLimitBytes: MODEL_MEMORY_LIMIT_BYTES,
    processModule: new URL('../aesthetics/process.ts', import.meta.url),
  });
  return {
    id: PLANE_METER_ID,
    version: [PLANE_METER_VERSION, ...versionsOf(models)].join(' '),
    async measure(planes, signal) {
      const [reading, judged] = await Promise.all([
        pool.run({ kind: 'measure', planes, brisque }, signal),
        aesthetic.nima === null && aesthetic.clip === null
          ? nothingConfigured
          : modelPool
              .run({ kind: 'judge', plane: planes.analysis, models: aesthetic }, signal)
              .catch((error: unknown) => {
                signal.throwIfAborted();
                return nothingJudged((error as Error).message);
              }),
      ]);
      return {
        ...reading,
        measurements: [...reading.measurements, ...judged.measurements],
        technical: [...reading.technical, ...judged.technical],
        absent: [...reading.absent, ...judged.absent],
      };
    },
    close: () => modelPool.close(),
  };
}

function versionsOf({ brisque, nima, clip }: QualityModels): readonly string[] {
  return Object.entries({ brisque, nima, clip }).flatMap(([name, model]) =>
    model === null ? [] : [`${name}:${model.version}`],
  );
}

const nothingConfigured: AestheticReading = {
  measurements: [],
  technical: [],
  absent: [
    { measure: 'nimaScore', reason: 'no NIMA model is configured' },
    { measure: 'clipAestheticScore', reason: 'no CLIP aesthetic model is configured' },
  ],
};

/** The models' process died: a photo is not lost over a number that can be absent. */
function nothingJudged(reason: string): AestheticReading {
  return {
    measurements: [],
    technical: [],
    absent: [
      { measure: 'nimaScore', reason },
      { measure: 'clipAestheticScore', reason },
    ],
  };
}
