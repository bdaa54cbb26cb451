/** Runs what it is given one after the other: a model on one machine answers one question at a time, and two only wait for each other in its queue. */
export function oneAtATime(): <Result>(work: () => Promise<Result>, signal: AbortSignal) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work, signal) => {
    const before = last;
    const turn = settledOrAborted(before, signal).then(work);
    // Who gave up waiting does not let the next one pass those before it.
    last = Promise.allSettled([before, turn]);
    return turn;
  };
}

function settledOrAborted(before: Promise<unknown>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    void before.finally(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    });
  });
}
