import type { AssetTarget } from '@proofline/domain/asset-target.ts';
import type { Logger } from '@proofline/runtime/logger.ts';

/** A server that does not answer holds back what is to be sent to it no longer than this. */
const SWEEP_TIMEOUT_MS = 30_000;

export type Swept = Pick<AssetTarget, 'sweep'> & { readonly where: 'on the site' | 'in the archive' };

/** The search for what a crash left half sent. */
export type LeftOvers = {
  /** Resolves when everything was looked through, or given up until the next start; never rejects. Whoever sends waits for it. */
  readonly gone: Promise<void>;
  /** Gives up what is not found yet. */
  stop(): Promise<void>;
};

/** Looks beside everything else: a site may be large, and far away, and a start has other work. */
export function sweepLeftOvers(places: readonly Swept[], logger: Pick<Logger, 'info' | 'warn'>): LeftOvers {
  const stopping = new AbortController();
  const gone = Promise.all(places.map((place) => sweep(place, stopping.signal, logger))).then(() => {});
  return {
    gone,
    async stop() {
      stopping.abort();
      await gone;
    },
  };
}

async function sweep(place: Swept, stopping: AbortSignal, logger: Pick<Logger, 'info' | 'warn'>): Promise<void> {
  try {
    const removed = await place.sweep(AbortSignal.any([stopping, AbortSignal.timeout(SWEEP_TIMEOUT_MS)]));
    if (removed.length > 0) logger.info({ removed }, `removed temporary files that a crash left ${place.where}`);
  } catch (error) {
    if (stopping.aborted) return;
    logger.warn({ err: error }, `temporary files ${place.where} could not be looked for; the next start looks again`);
  }
}
