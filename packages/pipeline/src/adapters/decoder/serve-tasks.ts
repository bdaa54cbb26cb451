import { Worker } from 'node:worker_threads';
import { RefusedPhoto } from '@proofline/domain/refusal.ts';
import type { DecoderReply, DecoderTask } from './decoder-task.ts';
import { giveWay } from './give-way.ts';
import { reportMemory } from './memory-report.ts';
import { denyNetwork } from './no-network.ts';

/** A terminal sends them to the whole group, a service manager too: the parent finishes its work first and ends this process itself. */
const signalsForTheParent = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'];

/** Turns this process into a decoder process: answers one task after the other until its parent is gone. */
export function serveDecoderTasks(runTask: (task: DecoderTask) => Promise<unknown>): void {
  denyNetwork();
  giveWay();
  const memoryLimitBytes = Number(process.argv[2]);
  const guard = new Worker(new URL('./parent-guard.ts', import.meta.url), { workerData: { memoryLimitBytes } });
  guard.once('error', (error) => {
    throw error;
  });
  for (const signal of signalsForTheParent) process.on(signal, () => {});
  // SIGKILL, since a regular exit waits for threads that may be stuck in a decoder.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.on('message', (task: DecoderTask) => {
    void answer(task, runTask);
  });
  process.send?.({ kind: 'ready' } satisfies DecoderReply);
}

async function answer(task: DecoderTask, runTask: (task: DecoderTask) => Promise<unknown>): Promise<void> {
  let reply: DecoderReply;
  try {
    reportMemory(process.memoryUsage.rss());
    reply = { kind: 'done', result: await runTask(task) };
  } catch (error) {
    reply = describe(error);
  }
  process.send?.(reply);
}

function describe(error: unknown): DecoderReply {
  if (error instanceof RefusedPhoto) return { kind: 'refused', refusal: error.refusal };
  const fault = error instanceof Error ? error : new Error(String(error));
  const { code, path } = fault as NodeJS.ErrnoException;
  const system = { ...(code !== undefined && { code }), ...(path !== undefined && { path }) };
  return { kind: 'failed', message: fault.message, stack: fault.stack ?? '', system };
}
