/** A reply that took longer than it may. It may work next time. */
export class ReplyTimeout extends Error {
  override readonly name = 'ReplyTimeout';

  constructor(limitMs: number) {
    super(`the model did not answer within ${limitMs / 1000} s`);
  }
}

/** Ends `work` through its signal when it takes longer than `limitMs`. */
export async function within<Result>(
  limitMs: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new ReplyTimeout(limitMs)), limitMs);
  try {
    return await work(AbortSignal.any([signal, limit.signal]));
  } finally {
    clearTimeout(timer);
  }
}
