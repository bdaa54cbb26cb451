import { setImmediate as nextTurn } from 'node:timers/promises';
import { jobId } from '@proofline/domain/work-ledger.ts';
import { DelayedError, UnrecoverableError } from 'bullmq';
import { expect, test, vi } from 'vitest';
import { add, addAll, isIdle, makeGate, photoJob, WAIT, type EngineBench } from './engine-bench.ts';

export function proveRunning(bench: EngineBench): void {
  const { newQueue, work } = bench;

  test('2,000 jobs added at once run once each, at most four at a time, and timers keep their time', async () => {
    const queue = newQueue();
    const jobs = Array.from({ length: 2_000 }, (_, index) => photoJob(index + 1));
    await addAll(queue, jobs);
    const runs = new Map<string, number>();
    let running = 0;
    let mostAtOnce = 0;
    const timer = watchTimer(10);
    work(queue, async (job) => {
      running += 1;
      mostAtOnce = Math.max(mostAtOnce, running);
      await nextTurn();
      runs.set(String(job.id), (runs.get(String(job.id)) ?? 0) + 1);
      running -= 1;
    });
    await vi.waitFor(() => expect(runs.size).toBe(jobs.length), { timeout: 60_000, interval: 50 });
    // An engine that works in this thread lets a timer run hardly at all meanwhile (docs/decisions/0002-queue-engine.md).
    expect(timer.stop()).toBeGreaterThan(0.1);
    await vi.waitFor(async () => expect(await isIdle(queue)).toBe(true), WAIT);
    expect([...runs.values()].every((times) => times === 1)).toBe(true);
    expect(mostAtOnce).toBe(4);
  }, 90_000);

  test('a job that throws ends after one run', async () => {
    const queue = newQueue();
    const ended: string[] = [];
    const worker = work(queue, async (job) => {
      if (job.data.subject.id === 1) throw new Error('broken');
      throw new UnrecoverableError('never');
    });
    worker.on('failed', (job, error) => ended.push(`${job?.attemptsMade} ${error.message}`));
    await add(queue, photoJob(1));
    await queue.add('x', photoJob(2), { jobId: jobId(photoJob(2)), attempts: 5 });
    await vi.waitFor(() => expect(ended.toSorted()).toEqual(['1 broken', '1 never']), WAIT);
    expect(await isIdle(queue)).toBe(true);
  });

  test('a job that asks to come back runs again under its own id, after its delay', async () => {
    const queue = newQueue();
    const runs: { readonly id: string | undefined; readonly at: number }[] = [];
    work(queue, async (job) => {
      runs.push({ id: job.id, at: Date.now() });
      if (runs.length > 2) return;
      await job.moveToDelayed(Date.now() + 200, job.token);
      throw new DelayedError();
    });
    await add(queue, photoJob(1));
    await vi.waitFor(() => expect(runs).toHaveLength(3), WAIT);
    expect(new Set(runs.map(({ id }) => id))).toEqual(new Set([jobId(photoJob(1))]));
    expect(runs[2]!.at - runs[0]!.at).toBeGreaterThanOrEqual(400);
    await vi.waitFor(async () => expect(await isIdle(queue)).toBe(true), WAIT);
  });

  test('cancelling a job aborts its signal with the reason', async () => {
    const queue = newQueue();
    const ended: string[] = [];
    const started = makeGate();
    const worker = work(queue, async (_job, signal) => {
      started.open();
      await aborted(signal);
      signal.throwIfAborted();
    });
    worker.on('failed', (job) => ended.push(String(job?.id)));
    await add(queue, photoJob(1));
    await started.opened;
    expect(worker.cancelJob(jobId(photoJob(1)), 'no longer wanted')).toBe(true);
    await vi.waitFor(() => expect(ended).toEqual([jobId(photoJob(1))]), WAIT);
  });

  test('a job whose worker vanished runs again, however often that happens', async () => {
    const queue = newQueue();
    const settings = { lockDurationMs: 300, stalledIntervalMs: 200 };
    const never = makeGate();
    await add(queue, photoJob(1));
    for (let time = 0; time < 3; time += 1) {
      const started = makeGate();
      const vanishing = work(
        queue,
        async () => {
          started.open();
          await never.opened;
        },
        settings,
      );
      await started.opened;
      // Without waiting for the job: nobody renews its lock any more.
      await vanishing.close(true);
    }
    const runs: string[] = [];
    work(queue, async (job) => void runs.push(String(job.id)), settings);
    await vi.waitFor(() => expect(runs).toEqual([jobId(photoJob(1))]), WAIT);
    never.open();
    await vi.waitFor(async () => expect(await isIdle(queue)).toBe(true), WAIT);
  });

  test('a job that lost its lock is told to stop', async () => {
    const queue = newQueue();
    const started = makeGate();
    const stopped = makeGate();
    work(
      queue,
      async (_job, signal) => {
        started.open();
        await aborted(signal);
        stopped.open();
      },
      { lockDurationMs: 300 },
    );
    await add(queue, photoJob(1));
    await started.opened;
    await bench.engine.clear([queue.name]);
    await expect(stopped.opened).resolves.toBeUndefined();
  });

  test('a lock is renewed while its job runs', async () => {
    const queue = newQueue();
    const runs: string[] = [];
    const settings = { lockDurationMs: 200, stalledIntervalMs: 100 };
    const gate = makeGate();
    const process = async (job: { id?: string | undefined }) => {
      runs.push(String(job.id));
      await gate.opened;
    };
    const stalled: string[] = [];
    work(queue, process, settings).on('stalled', (id) => stalled.push(id));
    const renewals = vi.fn<() => void>();
    const observer = work(queue, process, settings);
    observer.on('stalled', (id) => stalled.push(id));
    await add(queue, photoJob(1));
    const watching = setInterval(renewals, 100);
    // Several lock durations later it is still one run.
    await vi.waitFor(() => expect(renewals.mock.calls.length).toBeGreaterThan(10), WAIT);
    clearInterval(watching);
    gate.open();
    await vi.waitFor(async () => expect(await isIdle(queue)).toBe(true), WAIT);
    expect({ runs, stalled }).toEqual({ runs: [jobId(photoJob(1))], stalled: [] });
  });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** `stop` gives the share of its ticks that a timer got, 0…1. */
function watchTimer(intervalMs: number) {
  const startedAt = performance.now();
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), intervalMs);
  return {
    stop(): number {
      clearInterval(timer);
      return (ticks * intervalMs) / (performance.now() - startedAt);
    },
  };
}
