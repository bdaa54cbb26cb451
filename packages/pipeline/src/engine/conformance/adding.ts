import { jobId } from '@proofline/domain/work-ledger.ts';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { add, addAll, anyJob, idsIn, isIdle, makeGate, photoJob, WAIT, type EngineBench } from './engine-bench.ts';

export function proveAdding({ newQueue, work }: EngineBench): void {
  test('a waiting job that is added again stays one job', async () => {
    const queue = newQueue();
    await add(queue, photoJob(1));
    await add(queue, photoJob(1));
    await addAll(queue, [photoJob(1), photoJob(2)]);
    expect(await idsIn(queue)).toEqual([jobId(photoJob(1)), jobId(photoJob(2))]);
  });

  test('a running job that is added again does not run a second time', async () => {
    const queue = newQueue();
    const gate = makeGate();
    const runs: string[] = [];
    work(queue, async (job) => {
      runs.push(String(job.id));
      if (job.id === jobId(photoJob(1))) await gate.opened;
    });
    await add(queue, photoJob(1));
    await vi.waitFor(() => expect(runs).toHaveLength(1), WAIT);
    await addAll(queue, [photoJob(1)]);
    gate.open();
    await add(queue, photoJob(2));
    await vi.waitFor(async () => expect(await isIdle(queue)).toBe(true), WAIT);
    expect(runs).toEqual([jobId(photoJob(1)), jobId(photoJob(2))]);
  });

  test('a delayed job that is added again keeps its delay', async () => {
    const queue = newQueue();
    await add(queue, photoJob(1), 3_600_000);
    await add(queue, photoJob(1));
    expect(await queue.getJobCounts('waiting', 'delayed')).toEqual({ waiting: 0, delayed: 1 });
  });

  test('a job that ended, well or not, can be added and run again', async () => {
    const queue = newQueue();
    const runs: number[] = [];
    work(queue, async () => {
      runs.push(runs.length + 1);
      if (runs.length === 1) throw new Error('the first run fails');
    });
    for (const run of [1, 2, 3]) {
      await add(queue, photoJob(1));
      await vi.waitFor(() => expect(runs).toHaveLength(run), WAIT);
      await vi.waitFor(async () => expect(await queue.getJob(jobId(photoJob(1)))).toBeUndefined(), WAIT);
    }
  });

  test('a delayed job runs when its time has come, not before', async () => {
    const queue = newQueue();
    const ranAt: number[] = [];
    work(queue, async () => void ranAt.push(Date.now()));
    const dueAt = Date.now() + 300;
    await add(queue, photoJob(1), 300);
    await vi.waitFor(() => expect(ranAt).toHaveLength(1), WAIT);
    expect(ranAt[0]).toBeGreaterThanOrEqual(dueAt);
  });

  test('every job id that the domain makes is legal, and every job arrives as it was added', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyJob, { minLength: 1, maxLength: 20, selector: jobId }), async (jobs) => {
        const queue = newQueue();
        await addAll(queue, jobs);
        const arrived = new Map((await queue.getJobs(['waiting'])).map((job) => [job.id, job.data]));
        expect(arrived).toEqual(new Map(jobs.map((job) => [jobId(job), job])));
      }),
      { numRuns: 20 },
    );
  });
}
