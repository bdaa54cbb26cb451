import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setFaultHook } from '@proofline/domain/fault-point.ts';
import { readConfig } from '@proofline/runtime/config.ts';
import { stopOnSignal } from '@proofline/runtime/shutdown.ts';
import { disturbEngine } from './disturbed-engine.ts';
import { jumpClock } from './jumping-clock.ts';
import type { LateOrder, ProcessNotice, ProcessOrders } from './process-orders.ts';
import { spoilSite } from './spoilt-site.ts';
import { changeSources, type SourceChange } from './source-change.ts';

/** Locks that end within seconds, so that a freeze of seconds outlasts them; the product's own take half a minute. */
const SHORT_LOCKS: readonly SourceChange[] = [
  { file: 'packages/pipeline/src/runner.ts', from: 'const LOCK_MS = 30_000', to: 'const LOCK_MS = 2_000' },
  {
    file: 'packages/pipeline/src/runner.ts',
    from: 'const STALLED_INTERVAL_MS = 10_000',
    to: 'const STALLED_INTERVAL_MS = 1_000',
  },
];
const STOP_DEADLINE_MS = 20_000;

/** The system that `proofline start` runs, under the orders of the suite. */
const orders = JSON.parse(process.argv[2] ?? '{}') as ProcessOrders;
changeSources([...SHORT_LOCKS, ...(orders.changes ?? [])]);
if (orders.clockOffsetMs !== undefined) jumpClock(orders.clockOffsetMs);
listenAtFaultPoints();
disturbEngine(orders);

const { runSystem } = await import('@proofline/worker/run-system.ts');
const system = await runSystem(readConfig(), { consoleLevel: 'silent' });
tell({ at: 'ready', url: system.apiUrl, token: system.token, dueJobs: system.recovery.dueJobs });
const { exited } = stopOnSignal({
  stop: () => system.stop(),
  deadlineMs: STOP_DEADLINE_MS,
  onNotice: (notice, error) => error !== undefined && console.error(notice, error),
});
await exited;
process.exit(0);

function listenAtFaultPoints(): void {
  let { dieAt } = orders;
  let times = 0;
  let hasRun = false;
  createInterface({ input: process.stdin }).on('line', (line) => {
    const order = JSON.parse(line) as LateOrder;
    if ('jumpClockMs' in order) jumpClock(order.jumpClockMs);
    else if ('spoilSite' in order) spoilSite(order.spoilSite, order.files);
    else {
      ({ dieAt } = order);
      times = 0;
    }
  });
  setFaultHook((point, stage) => {
    if (point === 'run-claimed' && !hasRun) {
      hasRun = true;
      tell({ at: 'first-run' });
    }
    if (point !== dieAt?.point || (dieAt.stage !== undefined && dieAt.stage !== stage)) return;
    times += 1;
    if (times < dieAt.occurrence) return;
    tell({ at: 'dying' });
    process.kill(process.pid, 'SIGKILL');
  });
}

/** Written at once: a process that dies in the next line has said it. */
function tell(notice: ProcessNotice): void {
  writeSync(process.stdout.fd, `${JSON.stringify(notice)}\n`);
}
