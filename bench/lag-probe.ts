import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Loaded into the system's process before its program: writes down how late its timers are. SIGUSR2 begins anew. */
const RESOLUTION_MS = 10;
const WRITE_EVERY_MS = 250;
const file = process.env['BENCH_LAG_FILE'];

if (file !== undefined && process.argv[1]?.includes('system-process') === true) {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  process.on('SIGUSR2', () => delays.reset());
  // The histogram holds whole intervals between two timers.
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
  setInterval(() => {
    const [p50Ms, p99Ms, maxMs] = [delays.percentile(50), delays.percentile(99), delays.max].map(late);
    writeFileSync(file, JSON.stringify({ p50Ms, p99Ms, maxMs, timers: delays.count }));
  }, WRITE_EVERY_MS).unref();
}
