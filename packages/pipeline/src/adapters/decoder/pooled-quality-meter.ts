import type { QualityMeter } from '@proofline/domain/quality.ts';
import { LUMA_METER_ID, LUMA_METER_VERSION } from '../meter/luma-statistics.ts';
import type { DecoderPool } from './pool.ts';

/** Measures luma statistics in a decoder process, away from the main thread. */
export function pooledQualityMeter(pool: DecoderPool): QualityMeter {
  return {
    id: LUMA_METER_ID,
    version: LUMA_METER_VERSION,
    measure: (plane, signal) => pool.run({ kind: 'measure', plane }, signal),
  };
}
