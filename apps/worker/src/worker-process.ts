import { flushCompileCache } from 'node:module';
import { parentProcess } from './parent-process.ts';
import { rememberFormats } from './remember-formats.ts';
import type { Worker } from './run-worker.ts';
import type { WorkerNotice, WorkerOrder } from './worker-message.ts';

/** A worker's process: loads at once, works when the system says so, and ends with it. */
rememberFormats();
const { runWorker } = await import('./run-worker.ts');
flushCompileCache();
const parent = parentProcess<WorkerOrder, WorkerNotice>();
let worker: Promise<Worker> | undefined;
let stopping = false;

parent.onOrder((order) => {
  if (order.kind === 'stop') void stop();
  else worker ??= work(order);
});
parent.onGone(() => void leave());
process.on('SIGTERM', () => void stop());
void parent.tell({ kind: 'loaded' });

async function work({ config, seat }: Extract<WorkerOrder, { kind: 'work' }>): Promise<Worker> {
  const running = await runWorker(config, seat, ({ siteChanged }) => void parent.tell({ kind: 'ran', siteChanged }));
  await parent.tell({ kind: 'working' });
  return running;
}

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await (await worker)?.stop();
  process.exit(0);
}

/** Whoever would give its photos to others does so at the next start; holding on to them here would only be in the way. */
async function leave(): Promise<void> {
  try {
    (await worker)?.requestStop();
  } finally {
    process.exit(1);
  }
}
