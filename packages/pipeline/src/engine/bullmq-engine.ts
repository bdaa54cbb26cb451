import type { Job } from '@proofline/domain/work-ledger.ts';
import { Queue, Worker, type BackendFactory, type ConnectionOptions, type IQueueBackend } from 'bullmq';
import type { Engine, EngineQueue, EngineWorker, EngineWorkerOptions, JobProcessor } from './engine.ts';

/** What a kind of engine brings; the rest is BullMQ and the same for all. */
export type EngineStore = {
  readonly kind: Engine['kind'];
  readonly prefix: string;
  readonly backend: BackendFactory;
  /** For queues: fails at once when there is no connection. */
  readonly queueConnection: ConnectionOptions;
  /** For workers: waits for the connection to come back. */
  readonly workerConnection: ConnectionOptions;
  readGeneration(): Promise<string | null>;
  writeGeneration(generation: string): Promise<void>;
  onError(listener: (error: Error) => void): void;
  close(): Promise<void>;
};

/** Nobody reads BullMQ's event streams here, and they cannot be switched off. */
const EVENTS_KEPT = 100;
/**
 * A limit that is never reached. `queue.rateLimit()`, which halts a queue while a dependency is down, is only looked at by workers that have a
 * limiter (docs.bullmq.io/guide/rate-limiting).
 */
const NO_LIMIT = { max: 1_000_000, duration: 1_000 };
/**
 * How often BullMQ may find a job stalled before it fails the job. Its default of 1 would punish jobs that were merely under way in two crashes;
 * which job is poison is decided from the attempts in SQLite.
 */
const STALLS_ALLOWED = 1_000_000;
/** How long a worker waits after a lost connection before it asks again; BullMQ's default is 15 s. */
const RETRY_DELAY_MS = 1_000;

export function createEngine(store: EngineStore): Engine {
  const queues = new Map<string, EngineQueue>();
  const workers = new Set<EngineWorker>();
  const faults = collectFaults();
  store.onError(faults.report);
  let closing: Promise<void> | undefined;

  const makeQueue = (name: string): EngineQueue => {
    const queue = new Queue<Job, void, string, Job, void, string, IQueueBackend>(
      name,
      {
        connection: store.queueConnection,
        prefix: store.prefix,
        streams: { events: { maxLen: EVENTS_KEPT } },
        // A job that stays after its end, completed or failed, makes every later add under its id a silent no-op.
        defaultJobOptions: { attempts: 1, removeOnComplete: true, removeOnFail: true },
      },
      store.backend,
    );
    queue.on('error', faults.report);
    queues.set(name, queue);
    return queue;
  };
  const queueOf = (name: string) => queues.get(name) ?? makeQueue(name);

  return {
    kind: store.kind,
    queue: queueOf,
    worker(name, process, options) {
      const worker = makeWorker(store, name, process, options);
      worker.on('error', faults.report);
      worker.on('closed', () => workers.delete(worker));
      workers.add(worker);
      return worker;
    },
    readGeneration: () => store.readGeneration(),
    writeGeneration: (generation) => store.writeGeneration(generation),
    async clear(queueNames) {
      for (const name of queueNames) {
        await queueOf(name).obliterate({ force: true });
        // Kept by `obliterate` on Redis.
        await queueOf(name).removeRateLimitKey();
      }
    },
    onError: faults.listen,
    close() {
      closing ??= (async () => {
        await Promise.all([...workers].map((worker) => worker.close()));
        await Promise.all([...queues.values()].map((queue) => queue.close()));
        await store.close();
      })();
      return closing;
    },
  };
}

function makeWorker(
  store: EngineStore,
  name: string,
  process: JobProcessor,
  { name: workerName, concurrency, lockDurationMs, stalledIntervalMs }: EngineWorkerOptions,
): EngineWorker {
  const worker = new Worker<Job, void, string, IQueueBackend>(
    name,
    // BullMQ makes an AbortSignal only for processors that declare three parameters.
    (job, _token, signal) => process(job, signal ?? new AbortController().signal),
    {
      connection: store.workerConnection,
      prefix: store.prefix,
      ...(workerName !== undefined && { name: workerName }),
      concurrency,
      lockDuration: lockDurationMs,
      stalledInterval: stalledIntervalMs,
      maxStalledCount: STALLS_ALLOWED,
      runRetryDelay: RETRY_DELAY_MS,
      limiter: NO_LIMIT,
    },
    store.backend,
  );
  worker.on('lockRenewalFailed', (jobIds) => {
    for (const jobId of jobIds) worker.cancelJob(jobId, 'the lock of the job was lost');
  });
  return worker;
}

/** One fault of a shared connection reaches every queue and worker on it; listeners hear it once. */
function collectFaults() {
  const listeners = new Set<(error: Error) => void>();
  const reported = new WeakSet<Error>();
  return {
    listen(listener: (error: Error) => void): void {
      listeners.add(listener);
    },
    report(error: Error): void {
      if (reported.has(error)) return;
      reported.add(error);
      for (const listener of listeners) listener(error);
    },
  };
}
