import { jobId } from '@proofline/domain/work-ledger.ts';
import { expect, test, vi } from 'vitest';
import { viewQueues } from '../../view-queues.ts';
import { add, makeGate, photoJob, WAIT, type EngineBench } from './engine-bench.ts';

export function proveLooking(bench: EngineBench): void {
  test('the raw view shows each job by its state with what it carries, and changes nothing', async () => {
    await bench.engine.clear(['render-photo']);
    const queue = bench.engine.queue('render-photo');
    const view = viewQueues(bench.engine);
    const page = { skip: 0, limit: 10 };
    await add(queue, photoJob(1));
    await add(queue, photoJob(2));
    await add(queue, photoJob(3), 3_600_000);

    const waiting = await view.jobs('render-photo', 'waiting', page);
    expect(waiting).toMatchObject([
      { id: jobId(photoJob(1)), state: 'waiting', takenAt: null, worker: null, job: photoJob(1) },
      { id: jobId(photoJob(2)) },
    ]);
    expect(await view.jobs('render-photo', 'waiting', { skip: 1, limit: 1 })).toMatchObject([
      { id: jobId(photoJob(2)) },
    ]);
    const { engine, queues } = await view.all();
    expect(engine).toBe(bench.engine.kind);
    expect(queues.find(({ stage }) => stage === 'render-photo')).toEqual({
      stage: 'render-photo',
      isPaused: false,
      counts: { waiting: 2, active: 0, delayed: 1, prioritized: 0 },
    });

    const gate = makeGate();
    const worker = bench.work(queue, () => gate.opened, { name: 'Wanda', concurrency: 1 });
    await vi.waitFor(async () => {
      expect(await view.jobs('render-photo', 'active', page)).toMatchObject([
        { id: jobId(photoJob(1)), worker: 'Wanda', takenAt: expect.any(String), given: 1 },
      ]);
    }, WAIT);
    gate.open();
    await worker.close();
    await bench.engine.clear(['render-photo']);
  });
}
