import type { StageName } from '@proofline/domain/stage.ts';

/** A run that took longer than its stage allows. It may work next time. */
export class StageTimeout extends Error {
  override readonly name = 'StageTimeout';

  constructor(stage: StageName, timeoutMs: number) {
    super(`${stage} did not finish within ${timeoutMs / 1000} s`);
  }
}

/**
 * Settles as `work` does. Once `signal` is aborted, `work` has `graceMs` to settle; after that this rejects with the signal's reason and the work,
 * deaf to its signal, is left to run into the fence.
 */
export async function settleWithin<T>(work: Promise<T>, signal: AbortSignal, graceMs: number): Promise<T> {
  const { promise: expired, reject } = Promise.withResolvers<never>();
  let timer: NodeJS.Timeout | undefined;
  const onAbort = () => {
    timer = setTimeout(() => reject(signal.reason as Error), graceMs);
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, expired]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    // Whatever the abandoned work still throws was answered above.
    work.catch(() => {});
  }
}
