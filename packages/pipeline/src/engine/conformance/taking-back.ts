import { expect, test, vi } from 'vitest';
import { takeBackJobs } from '../../take-back-jobs.ts';
import { add, makeGate, photoJob, WAIT, type EngineBench } from './engine-bench.ts';

/** Far longer than the test waits: only taking the job back can let another worker have it. */
const LONG_LOCK = { lockDurationMs: 600_000, stalledIntervalMs: 600_000 };

export function proveTakingBack(bench: EngineBench): void {
  const { newQueue, work } = bench;

  test('what a worker that is gone was running runs again at once elsewhere, what others run is left to them', async () => {
    const queue = newQueue();
    const never = makeGate();
    const ran: string[] = [];
    const hang = (name: string, concurrency: number) =>
      work(
        queue,
        async (job) => {
          ran.push(`${name} ${job.id}`);
          await never.opened;
        },
        { ...LONG_LOCK, name, concurrency },
      );
    const gone = hang('gone', 2);
    await add(queue, photoJob(1));
    await add(queue, photoJob(2));
    await vi.waitFor(() => expect(ran).toHaveLength(2), WAIT);
    await gone.close(true);
    hang('living', 1);
    await add(queue, photoJob(3));
    await vi.waitFor(() => expect(ran).toHaveLength(3), WAIT);

    expect(await takeBackJobs(bench.engine, ['never-used', queue.name], 'gone')).toBe(2);

    expect(await queue.getJobCounts('active', 'waiting')).toEqual({ active: 1, waiting: 2 });
    work(queue, async (job) => void ran.push(`new ${job.id}`), { name: 'new' });
    await vi.waitFor(() => expect(ran.slice(3).toSorted()).toHaveLength(2), WAIT);
    never.open();
  });
}
