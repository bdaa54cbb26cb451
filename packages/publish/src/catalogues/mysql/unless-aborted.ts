/**
 * Settles as `work` does, or rejects with the signal's reason as soon as it aborts. `work` may never settle then; `whenAborted` ends what it holds.
 */
export async function unlessAborted<Result>(
  work: Promise<Result>,
  signal: AbortSignal,
  whenAborted: () => void = () => {},
): Promise<Result> {
  const aborted = Promise.withResolvers<never>();
  const abort = () => {
    whenAborted();
    aborted.reject(signal.reason);
  };
  // What comes after the abort is nobody's any more.
  work.catch(() => {});
  if (signal.aborted) abort();
  else signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
