/** As when the clock of the machine is set: every look at it is later or earlier by so much, timers run on. Again adds up. */
export function jumpClock(byMs: number): void {
  if (byMs === 0) return;
  const Before = Date;
  // Called without `new`, a Date is a text; nothing of ours does that.
  globalThis.Date = class extends Before {
    constructor(...parts: readonly unknown[]) {
      if (parts.length === 0) super(Before.now() + byMs);
      else super(...(parts as [number]));
    }
    static override now(): number {
      return Before.now() + byMs;
    }
  } as DateConstructor;
}
