/** Before the first, second, … restart in a row; the last one repeats. */
const DELAYS_MS = [0, 500, 1_000, 2_000, 5_000, 10_000, 30_000];
/** A process that lived this long has started well: the count begins anew. */
const LIVED_WELL_MS = 60_000;

/** How long to wait before a process that ended is replaced: not at all at first, longer while its successors end, too. */
export function restartDelays(steadyMs = () => performance.now()) {
  let inARow = 0;
  let startedAtMs = steadyMs();
  return {
    started(): void {
      startedAtMs = steadyMs();
    },
    /** Milliseconds until the next start. */
    afterEnd(): number {
      if (steadyMs() - startedAtMs >= LIVED_WELL_MS) inARow = 0;
      const delayMs = DELAYS_MS[Math.min(inARow, DELAYS_MS.length - 1)] ?? 0;
      inARow += 1;
      return delayMs;
    },
  };
}
