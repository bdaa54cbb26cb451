import { expect, test, vi } from 'vitest';
import { add, makeGate, photoJob, WAIT } from '../conformance/engine-bench.ts';
import { testCacheFolder } from '../conformance/test-cache.ts';
import { proveEngine } from '../engine.conformance.ts';
import { EngineLostError } from '../engine.ts';
import { openEngine } from '../open-engine.ts';
import { engineOver } from './open-embedded-engine.ts';
import { ENDLESS, startForTest } from './start-for-test.ts';

const open = () => openEngine({ url: undefined, cacheFolder: testCacheFolder });

proveEngine('embedded', async () => {
  const engine = await open();
  return {
    engine,
    async wipe() {
      await engine.close();
      return open();
    },
  };
});

test('the loss of the thread is told once, fails what is asked of the engine, and leaves it closable', async () => {
  const host = await startForTest({ answerWithinMs: 1_000 });
  const engine = engineOver(host);
  const errors: Error[] = [];
  engine.onError((error) => errors.push(error));
  const queue = engine.queue('render-photo');
  const started = makeGate();
  const gate = makeGate();
  const ended: string[] = [];
  engine.worker(
    'render-photo',
    async (job) => {
      started.open();
      await gate.opened;
      ended.push(String(job.id));
    },
    { concurrency: 1, lockDurationMs: 30_000, stalledIntervalMs: 10_000 },
  );
  await add(queue, photoJob(1));
  await started.opened;

  await expect(host.query(1, ENDLESS)).rejects.toBeInstanceOf(EngineLostError);

  expect(errors).toHaveLength(1);
  expect(errors[0]).toBeInstanceOf(EngineLostError);
  await expect(add(queue, photoJob(2))).rejects.toBeInstanceOf(EngineLostError);
  await expect(engine.readGeneration()).rejects.toBeInstanceOf(EngineLostError);
  gate.open();
  await engine.close();
  expect(ended).toEqual(['p1-render-photo-e1']);
  expect(errors).toHaveLength(1);
});

test('a worker that was busy when the engine was lost does not ask it over and over', async () => {
  const host = await startForTest({ answerWithinMs: 1_000 });
  const query = vi.spyOn(host, 'query');
  const engine = engineOver(host);
  const started = makeGate();
  const gate = makeGate();
  engine.worker(
    'render-photo',
    async () => {
      started.open();
      await gate.opened;
    },
    { concurrency: 1, lockDurationMs: 30_000, stalledIntervalMs: 10_000 },
  );
  await add(engine.queue('render-photo'), photoJob(1));
  await started.opened;
  await expect(host.query(1, ENDLESS)).rejects.toBeInstanceOf(EngineLostError);

  query.mockClear();
  gate.open();
  const ticks = vi.fn<() => void>();
  const timer = setInterval(ticks, 50);
  await vi.waitFor(() => expect(ticks.mock.calls.length).toBeGreaterThan(40), WAIT);
  clearInterval(timer);
  expect(query.mock.calls.length).toBeGreaterThan(0);
  expect(query.mock.calls.length).toBeLessThan(20);
  await engine.close();
});
