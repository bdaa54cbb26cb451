import type { QualityMeter } from '@proofline/domain/quality.ts';

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
      return Promise.resolve([
        { ...taken, measure: 'blurScore' },
        { ...taken, measure: 'brightnessScore' },
        { ...taken, measure: 'contrastScore' },
      ]);
    },
  };
}
