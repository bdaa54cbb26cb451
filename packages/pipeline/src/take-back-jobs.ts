import type { Engine, EngineQueue } from './engine/engine.ts';

/** Moves a job although somebody else holds its lock. */
const ANY_TOKEN = '0';

/**
 * Lets others run at once what the worker of this name was running when its process ended; the engine itself would wait for each lock to run
 * out. Only for a worker that is known to be gone. Returns how many jobs that were.
 */
export async function takeBackJobs(engine: Engine, queueNames: readonly string[], workerName: string): Promise<number> {
  let taken = 0;
  for (const name of queueNames) taken += await takeBackFrom(engine.queue(name), workerName);
  return taken;
}

async function takeBackFrom(queue: EngineQueue, workerName: string): Promise<number> {
  let taken = 0;
  for (const job of await queue.getJobs(['active'])) {
    // A job that ended since it was listed comes back empty.
    if (job?.processedBy !== workerName) continue;
    await job.moveToWait(ANY_TOKEN);
    taken += 1;
  }
  return taken;
}
