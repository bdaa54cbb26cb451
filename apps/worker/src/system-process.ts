import { flushCompileCache } from 'node:module';
import { ConfigError } from '@proofline/runtime/config-error.ts';
import { parentProcess } from './parent-process.ts';
import { loadWorker } from './loading-worker.ts';
import { openAhead } from './open-ahead.ts';
import { compiledIn } from './quick-loading.ts';
import { rememberFormats } from './remember-formats.ts';
import type { System } from './run-system.ts';
import type { SystemNotice, SystemOrder } from './system-message.ts';

/** The system's process under its supervisor: loads at once, runs when told to, and ends with it. */
const [, , dataFolder = '', workers = '0', queue] = process.argv;
rememberFormats();
// They load beside this process.
const loadingWorkers = Array.from({ length: Number(workers) }, (_, index) =>
  loadWorker(index + 1, compiledIn(dataFolder)),
);
openAhead(queue, dataFolder);
const { runSystem } = await import('./run-system.ts');
// Now, for a process that is killed would leave none for the next one.
flushCompileCache();
const parent = parentProcess<SystemOrder, SystemNotice>();
let system: Promise<System | null> | undefined;
let running: System | null = null;
let stopping = false;

parent.onOrder((order) => {
  if (order.kind === 'stop') void stop();
  else system ??= run(order);
});
parent.onGone(leave);
process.on('SIGTERM', () => void stop());
void parent.tell({ kind: 'loaded' });

async function run({
  config,
  consoleLevel,
  lastEnding,
}: Extract<SystemOrder, { kind: 'run' }>): Promise<System | null> {
  try {
    running = await runSystem(config, {
      consoleLevel,
      supervisor: { pid: process.ppid, lastEnding },
      loadingWorkers,
    });
    await parent.tell({ kind: 'running', apiUrl: running.apiUrl, resumption: running.resumption });
    flushCompileCache();
    return running;
  } catch (error) {
    const problems = error instanceof ConfigError ? error.problems : [wordsOf(error)];
    await parent.tell({ kind: 'refused', problems });
    // Nothing is open any more.
    process.disconnect();
    return null;
  }
}

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await (await system)?.stop();
  process.exit(0);
}

/** The next start takes up what was under way here, and must not find this process in its way: nor one that is still starting. */
function leave(): void {
  try {
    running?.stores.processLog.requestStop();
  } finally {
    process.exit(1);
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
