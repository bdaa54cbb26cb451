import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '@proofline/runtime/config.ts';
import type { ChildEnding } from './child-program.ts';
import { loadWorker, type LoadingWorker } from './loading-worker.ts';
import { compiledIn } from './quick-loading.ts';
import { restartDelays } from './restart-delay.ts';

/** A worker that was told to stop is killed after this; it hands its work back long before. */
const STOP_DEADLINE_MS = 15_000;
/** Between two tries to give a dead worker's photos to others while the database refuses. */
const RECOVER_AGAIN_MS = 1_000;

export type WorkerCrew = {
  /** The engine is ready: they may take up work. Until then they load. */
  begin(): void;
  /** They take no new work, finish or hand back what runs, and end. */
  stop(): Promise<void>;
};

export type WorkerCrewOptions = {
  readonly config: Config;
  /** Called after each run of any worker. */
  readonly onRun: (ran: { readonly siteChanged: boolean }) => void;
  /** Gives what a dead worker held to others; called again while it throws. */
  readonly onDeath: (dead: DeadWorker) => Promise<void>;
  readonly onError: (error: unknown, dead: DeadWorker) => void;
  /** The first worker of each seat, where it was started before. */
  readonly loading?: readonly LoadingWorker[];
};

export type DeadWorker = { readonly number: number; readonly pid: number; readonly ending: ChildEnding };

/** As many worker processes as are configured; one that ends is replaced. */
export function openWorkerCrew({ config, onRun, onDeath, onError, loading = [] }: WorkerCrewOptions): WorkerCrew {
  const begun = Promise.withResolvers<void>();
  const stopping = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    stopping.signal.addEventListener('abort', () => reject(new Error('the system is stopping')), { once: true });
  });
  aborted.catch(() => {});
  const seats = Array.from({ length: config.workers }, (_, index) => keepSeat(index + 1));

  async function keepSeat(number: number): Promise<void> {
    const delays = restartDelays();
    for (let isRefilled = false; !stopping.signal.aborted; isRefilled = true) {
      delays.started();
      const first = isRefilled ? undefined : loading[number - 1];
      const worker = first ?? loadWorker(number, compiledIn(config.dataFolder));
      const ending = await attend(worker, number, isRefilled);
      // One that handed everything back while all are stopping leaves nothing behind.
      if (stopping.signal.aborted && ending.exitCode === 0) return;
      if (worker.pid !== undefined) await recover({ number, pid: worker.pid, ending });
      await sleep(delays.afterEnd(), undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  async function attend(worker: LoadingWorker, number: number, isRefilled: boolean): Promise<ChildEnding> {
    const begin = async () => {
      await begun.promise;
      worker.send({ kind: 'work', config, seat: { kind: 'worker', number, isRefilled } });
    };
    worker.onNotice((notice) => {
      if (notice.kind === 'loaded') void begin();
      if (notice.kind === 'ran') onRun(notice);
    });
    const kill = () => worker.kill();
    process.once('exit', kill);
    let deadline: NodeJS.Timeout | undefined;
    const stop = () => {
      worker.send({ kind: 'stop' });
      deadline = setTimeout(kill, STOP_DEADLINE_MS);
    };
    if (stopping.signal.aborted) stop();
    else stopping.signal.addEventListener('abort', stop, { once: true });
    const ending = await worker.ended;
    stopping.signal.removeEventListener('abort', stop);
    process.off('exit', kill);
    clearTimeout(deadline);
    return ending;
  }

  async function recover(dead: DeadWorker): Promise<void> {
    for (;;) {
      try {
        return await Promise.race([onDeath(dead), aborted]);
      } catch (error) {
        onError(error, dead);
        // What cannot be given back while everything stops is given back at the next start.
        if (stopping.signal.aborted) return;
        await sleep(RECOVER_AGAIN_MS, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
  }

  return {
    begin: () => begun.resolve(),
    async stop() {
      stopping.abort();
      begun.resolve();
      await Promise.all(seats);
    },
  };
}
