/** No retry waits longer than this. */
const LONGEST_DELAY_MS = 5 * 60_000;

/**
 * Exponential back-off with full jitter over the upper half: attempt 1 waits 0.5–1 × `baseMs`, each further one twice as long.
 * `random` is in [0, 1). Source of the shape: AWS Architecture Blog, "Exponential Backoff And Jitter" ("equal jitter").
 */
export function backoffDelayMs(baseMs: number, attempt: number, random: number): number {
  const ceiling = Math.min(LONGEST_DELAY_MS, baseMs * 2 ** Math.min(attempt - 1, 30));
  return Math.round(ceiling / 2 + (random * ceiling) / 2);
}
