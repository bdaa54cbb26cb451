import { Queue, Worker, type Job } from 'bullmq';
import { send } from '../support/redis-server.ts';
import type { ProcessOrders } from './process-orders.ts';

type ProcessJob = (this: Worker, job: Job, token: string, signal?: AbortSignal) => Promise<unknown>;

/** Lets BullMQ itself misbehave in ways that it may: refuse jobs, and deliver them more than once. */
export function disturbEngine({ refuseEveryNthAdd, wipeAfterAdd, deliverAgain }: ProcessOrders): void {
  if (wipeAfterAdd !== undefined) wipeAfter(wipeAfterAdd);
  if (refuseEveryNthAdd !== undefined) refuseAdds(refuseEveryNthAdd);
  if (deliverAgain === true) deliverTwice();
}

function refuseAdds(everyNth: number): void {
  const addBulk = Queue.prototype.addBulk;
  let calls = 0;
  Queue.prototype.addBulk = function (this: Queue, ...args: Parameters<typeof addBulk>) {
    calls += 1;
    if (calls % everyNth === 0) return Promise.reject(new Error('the chaos suite lets the engine refuse these jobs'));
    return addBulk.apply(this, args);
  } as typeof addBulk;
}

function wipeAfter(nthAdd: number): void {
  const addBulk = Queue.prototype.addBulk;
  let calls = 0;
  Queue.prototype.addBulk = async function (this: Queue, ...args: Parameters<typeof addBulk>) {
    calls += 1;
    const isLast = calls === nthAdd;
    const jobs = await addBulk.apply(this, args);
    if (isLast) await send(process.env['QUEUE_URL'] ?? '', (redis) => redis.flushall());
    return jobs;
  } as typeof addBulk;
}

/** The twins meet the processor, not the engine: what becomes of the job in the queue is for the first delivery to say. */
function deliverTwice(): void {
  const prototype = Worker.prototype as unknown as { callProcessJob: ProcessJob };
  const deliver = prototype.callProcessJob;
  prototype.callProcessJob = async function (job, token, signal) {
    const twin = { data: job.data as unknown, token, moveToDelayed: () => Promise.resolve() } as unknown as Job;
    const again = () => deliver.call(this, twin, token, signal).catch(() => undefined);
    const late = again();
    try {
      return await deliver.call(this, job, token, signal);
    } finally {
      void late.then(again);
    }
  };
}
