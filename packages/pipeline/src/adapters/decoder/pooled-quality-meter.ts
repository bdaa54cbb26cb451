import type { QualityMeter } from '@proofline/domain/quality-meter.ts';
import type { AestheticModels } from '../aesthetics/judge-plane.ts';
import { openPooledJudge } from '../aesthetics/pooled-judge.ts';
import type { BrisqueFiles } from '../meter/brisque-score.ts';
import { PLANE_METER_ID, PLANE_METER_VERSION } from '../meter/read-planes.ts';
import type { DecoderPool } from './pool.ts';

/** Model files that the operator supplies. Without one its measure is absent. */
export type QualityModels = AestheticModels & { readonly brisque: BrisqueFiles | null };

const noModels: QualityModels = { brisque: null, nima: null, clip: null };

/**
 * Measures in a decoder process, away from the main thread; learnt models answer in one process of their own. That this one died is told as `unsettled`: a
 * photo is not lost over a number that can be absent, and a death is no measurement either.
 */
export function pooledQualityMeter(
  pool: DecoderPool,
  models: QualityModels = noModels,
): QualityMeter & { close(): Promise<void> } {
  const { brisque, ...aesthetic } = models;
  const judges = openPooledJudge(aesthetic);
  return {
    id: PLANE_METER_ID,
    version: [PLANE_METER_VERSION, ...versionsOf(models)].join(' '),
    async measure(planes, signal) {
      const [reading, judged] = await Promise.all([
        pool.run({ kind: 'measure', planes, brisque }, signal),
        judges.judge(planes.analysis, signal),
      ]);
      return {
        ...reading,
        measurements: [...reading.measurements, ...judged.measurements],
        technical: [...reading.technical, ...judged.technical],
        absent: [...reading.absent, ...judged.absent],
        ...(judged.unsettled !== undefined && { unsettled: judged.unsettled }),
      };
    },
    close: () => judges.close(),
  };
}

function versionsOf({ brisque, nima, clip }: QualityModels): readonly string[] {
  return Object.entries({ brisque, nima, clip }).flatMap(([name, model]) =>
    model === null ? [] : [`${name}:${model.version}`],
  );
}
