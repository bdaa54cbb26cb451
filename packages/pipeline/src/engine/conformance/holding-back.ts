import { jobId } from '@proofline/domain/work-ledger.ts';
import { RateLimitError } from 'bullmq';
import { expect, test, vi } from 'vitest';
import type { JobProcessor } from '../engine.ts';
import { add, addAll, idsIn, JOB_MS, makeGate, photoJob, WAIT, type EngineBench } from './engine-bench.ts';

export function proveHoldingBack({ newQueue, work }: EngineBench): void {
  test('a paused queue starts nothing until it is resumed', async () => {
    const queue = newQueue();
    const other = newQueue();
    const runs: string[] = [];
    const process: JobProcessor = async (job) => void runs.push(job.queueName === queue.name ? 'paused' : 'other');
    work(queue, process);
    work(other, process);
    await queue.pause();
    await add(queue, photoJob(1));
    await add(other, photoJob(1));
    await vi.waitFor(() => expect(runs).toEqual(['other']), WAIT);
    expect(await queue.isPaused()).toBe(true);
    await queue.resume();
    await vi.waitFor(() => expect(runs).toEqual(['other', 'paused']), WAIT);
  });

  test('what waits in a paused queue is still seen: nobody takes it for lost', async () => {
    const queue = newQueue();
    await queue.pause();
    await addAll(queue, [photoJob(1), photoJob(2)]);
    expect(await idsIn(queue)).toEqual([jobId(photoJob(1)), jobId(photoJob(2))]);
  });

  test('a limit holds over all workers of a queue, can be changed while they work, and taken away', async () => {
    const queue = newQueue();
    const gate = makeGate();
    let running = 0;
    const process: JobProcessor = async () => {
      running += 1;
      await gate.opened;
    };
    await queue.setGlobalConcurrency(3);
    work(queue, process);
    work(queue, process);
    await addAll(
      queue,
      Array.from({ length: 8 }, (_, index) => photoJob(index + 1)),
    );
    await vi.waitFor(() => expect(running).toBe(3), WAIT);
    expect(await queue.getJobCountByTypes('active')).toBe(3);
    await queue.removeGlobalConcurrency();
    gate.open();
    await vi.waitFor(() => expect(running).toBe(8), WAIT);
  });

  test('a rate-limited queue halts, spends no attempt and goes on by itself', async () => {
    const queue = newQueue();
    const done: { readonly at: number; readonly attemptsMade: number }[] = [];
    let openAt = Infinity;
    const worker = work(queue, async () => {
      if (Date.now() >= openAt) return;
      if (openAt === Infinity) openAt = Date.now() + 400;
      await queue.rateLimit(450);
      throw new RateLimitError();
    });
    worker.on('completed', (job) => done.push({ at: Date.now(), attemptsMade: job.attemptsMade }));
    const jobs = Array.from({ length: 8 }, (_, index) => photoJob(index + 1));
    await addAll(queue, jobs);
    await vi.waitFor(() => expect(done).toHaveLength(jobs.length), WAIT);
    expect(Math.min(...done.map(({ at }) => at))).toBeGreaterThanOrEqual(openAt);
    expect(new Set(done.map(({ attemptsMade }) => attemptsMade))).toEqual(new Set([1]));
  });

  test('a rate limit holds back every worker, also one that did not ask for it', async () => {
    const queue = newQueue();
    const openAt = Date.now() + 400;
    await queue.rateLimit(450);
    await add(queue, photoJob(1));
    const ranAt: number[] = [];
    work(queue, async () => void ranAt.push(Date.now()));
    await vi.waitFor(() => expect(ranAt).toHaveLength(1), WAIT);
    expect(ranAt[0]).toBeGreaterThanOrEqual(openAt);
  });

  test('closing a worker waits for the job that it runs and starts no other', async () => {
    const queue = newQueue();
    const started = makeGate();
    const gate = makeGate();
    const ended: string[] = [];
    const worker = work(
      queue,
      async (job) => {
        started.open();
        await gate.opened;
        ended.push(String(job.id));
      },
      { concurrency: 1 },
    );
    await addAll(queue, [photoJob(1), photoJob(2)]);
    await started.opened;
    setTimeout(gate.open, JOB_MS);
    await worker.close();
    ended.push('closed');
    expect(ended).toEqual([jobId(photoJob(1)), 'closed']);
    expect(await idsIn(queue)).toEqual([jobId(photoJob(2))]);
  });
}
