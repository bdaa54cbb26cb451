import type { Plane } from '@proofline/domain/quality-meter.ts';
import type { UnsettledReading } from '@proofline/domain/photo-reading.ts';
import { DecoderCrashed } from '../decoder/decoder-crashed.ts';
import { openDecoderPool } from '../decoder/pool.ts';
import type { AestheticModels, AestheticReading } from './judge-plane.ts';

/** CLIP's vision tower alone takes 1.2 GB, and its runtime as much again while it works. */
const MODEL_MEMORY_LIMIT_BYTES = 8 * 1024 ** 3;
/** Deaths without an answer in between after which the models are not started again: each photo would cost a load of a gigabyte. */
const MOST_DEATHS = 6;

/** Asks the learnt models, in the one process that holds them. */
export type PooledJudge = {
  judge(plane: Plane, signal: AbortSignal): Promise<AestheticReading>;
  close(): Promise<void>;
};

/** `processModule`: the program of that process; tests put their own here. */
export function openPooledJudge(
  models: AestheticModels,
  processModule = new URL('./process.ts', import.meta.url),
): PooledJudge {
  const pool = openDecoderPool({ processes: 1, memoryLimitBytes: MODEL_MEMORY_LIMIT_BYTES, processModule });
  let deaths = 0;

  return {
    async judge(plane, signal) {
      if (models.nima === null && models.clip === null) return nothingConfigured;
      if (deaths >= MOST_DEATHS)
        return nothingJudged(models, {
          until: 'after-a-restart',
          reason: `the process of the learnt models died ${deaths} times in a row; it is asked again after a restart`,
        });
      try {
        const reading = await pool.run({ kind: 'judge', plane, models }, signal);
        deaths = 0;
        return reading;
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof DecoderCrashed)) throw error;
        deaths += 1;
        return nothingJudged(models, { until: 'ask-again', reason: error.message });
      }
    },
    close: () => pool.close(),
  };
}

const notConfigured = {
  nima: { measure: 'nimaScore', reason: 'no NIMA model is configured' },
  clip: { measure: 'clipAestheticScore', reason: 'no CLIP aesthetic model is configured' },
} as const;

const nothingConfigured: AestheticReading = {
  measurements: [],
  technical: [],
  absent: [notConfigured.nima, notConfigured.clip],
};

function nothingJudged({ nima, clip }: AestheticModels, unsettled: UnsettledReading): AestheticReading {
  const { reason } = unsettled;
  return {
    measurements: [],
    technical: [],
    absent: [
      nima === null ? notConfigured.nima : { measure: 'nimaScore', reason },
      clip === null ? notConfigured.clip : { measure: 'clipAestheticScore', reason },
    ],
    unsettled,
  };
}
