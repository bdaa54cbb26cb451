import { expect, test, vi } from 'vitest';
import { add, addAll, isIdle, JOB_MS, makeGate, photoJob, WAIT, type EngineBench } from './engine-bench.ts';

export function proveStartingOver(bench: EngineBench): void {
  const { newQueue, work } = bench;

  test('clear leaves neither jobs nor pauses nor limits, and the queue goes on', async () => {
    const queue = newQueue();
    const gate = makeGate();
    const started = makeGate();
    const busy = work(queue, async () => {
      started.open();
      await gate.opened;
    });
    await add(queue, photoJob(1));
    await started.opened;
    await busy.close(true);
    await add(queue, photoJob(2), 3_600_000);
    await queue.rateLimit(3_600_000);
    await queue.pause();
    await add(queue, photoJob(3));

    await bench.engine.clear([queue.name]);

    expect(await queue.getJobs()).toEqual([]);
    expect(await isIdle(queue)).toBe(true);
    expect(await queue.isPaused()).toBe(false);
    const runs: string[] = [];
    work(queue, async (job) => void runs.push(String(job.id)));
    await addAll(queue, [photoJob(1), photoJob(2), photoJob(3)]);
    await vi.waitFor(() => expect(runs).toHaveLength(3), WAIT);
    gate.open();
  });

  test('clear works on queues that were never used and on thousands of jobs', async () => {
    const queue = newQueue();
    await addAll(
      queue,
      Array.from({ length: 2_500 }, (_, index) => photoJob(index + 1)),
    );
    await bench.engine.clear(['never-used', queue.name]);
    expect(await isIdle(queue)).toBe(true);
  });

  test('the generation is what was last written, until the engine is wiped; then it takes work again', async () => {
    const before = newQueue();
    await bench.engine.writeGeneration('first');
    await bench.engine.writeGeneration('second');
    await bench.engine.clear([before.name]);
    expect(await bench.engine.readGeneration()).toBe('second');
    await add(before, photoJob(1));

    await bench.wipe();

    expect(await bench.engine.readGeneration()).toBeNull();
    const queue = bench.engine.queue(before.name);
    expect(await queue.getJobs()).toEqual([]);
    const runs: string[] = [];
    work(queue, async (job) => void runs.push(String(job.id)));
    await addAll(queue, [photoJob(1), photoJob(2)]);
    await vi.waitFor(() => expect(runs).toHaveLength(2), WAIT);
  });

  test('closing the engine closes its workers after their jobs; closing again is a no-op', async () => {
    const queue = newQueue();
    const started = makeGate();
    const gate = makeGate();
    const ended: string[] = [];
    work(queue, async () => {
      started.open();
      await gate.opened;
      ended.push('job');
    });
    await add(queue, photoJob(1));
    await started.opened;
    setTimeout(gate.open, JOB_MS);
    await bench.engine.close();
    ended.push('engine');
    await bench.engine.close();
    expect(ended).toEqual(['job', 'engine']);
  });
}
