import { plainReading } from '@proofline/domain/fixtures/photo-reading.ts';
import type { QualityMeter } from '@proofline/domain/quality-meter.ts';

/** A meter that finds the same in every photo, and counts. */
export function countingMeter(): QualityMeter & { readonly measured: number } {
  let measured = 0;
  return {
    id: 'counting',
    version: '1',
    get measured() {
      return measured;
    },
    measure() {
      measured += 1;
      const taken = { origin: 'measured', meter: 'counting', meterVersion: '1', value: 7 } as const;
      const measures = ['blurScore', 'brightnessScore', 'contrastScore'] as const;
      return Promise.resolve(plainReading({ measurements: measures.map((measure) => ({ ...taken, measure })) }));
    },
  };
}
