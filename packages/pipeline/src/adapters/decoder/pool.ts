import { availableParallelism } from 'node:os';
import type { DecoderResult, DecoderTask } from './decoder-task.ts';
import { WaitedInVain } from '../../waited-in-vain.ts';
import { startDecoderProcess, type DecoderProcess } from './decoder-process.ts';

/**
 * A progressive JPEG of 300 million pixels, the largest photo that is accepted by default, measured 1.0 GiB with 4:2:0 and
 * 1.8 GiB with 4:4:4; what needs half as much again is a bomb.
 */
const DEFAULT_MEMORY_LIMIT_BYTES = 3 * 1024 ** 3;

export type DecoderPoolOptions = {
  /** How many processes, each with one thread for pixels. Default: the cores of the machine, which measured best. */
  readonly processes?: number;
  /** Resident memory above which a process kills itself. Default 3 GiB. */
  readonly memoryLimitBytes?: number;
  /** The module that a process runs; tests put their own misbehaving one here. */
  readonly processModule?: URL;
};

export type DecoderPool = {
  /**
   * Runs `task` in a process of its own until it is done. Throws `RefusedPhoto` when the photo can never be worked on,
   * `DecoderCrashed` when the process died; rejects with the signal's reason, the process killed, when `signal` aborts, and with `WaitedInVain`
   * when it does so before there was a process free.
   */
  run<Task extends DecoderTask>(task: Task, signal: AbortSignal): Promise<DecoderResult<Task>>;
  /** Kills every process. Tasks under way and waiting reject. */
  close(): Promise<void>;
};

/**
 * Runs foreign decoders in child processes, so that a crash, an endless loop or a memory bomb in one of them ends one
 * task and never this process.
 *
 * It is not `workerpool`: that one cancels by a message and SIGTERM and leaves a second for each, tells exit code and
 * signal only inside an error text, passes the whole environment on, and its processes survive a killed parent while they loop.
 */
export function openDecoderPool(options: DecoderPoolOptions = {}): DecoderPool {
  const size = options.processes ?? availableParallelism();
  const processModule = options.processModule ?? new URL('./process.ts', import.meta.url);
  const memoryLimitBytes = options.memoryLimitBytes ?? DEFAULT_MEMORY_LIMIT_BYTES;
  const idle: DecoderProcess[] = [];
  const busy = new Set<DecoderProcess>();
  const waiting: (() => void)[] = [];
  let taken = 0;
  const closing = new AbortController();

  return { run, close };

  async function run<Task extends DecoderTask>(task: Task, signal: AbortSignal): Promise<DecoderResult<Task>> {
    const stop = AbortSignal.any([signal, closing.signal]);
    await takePlace(stop);
    const decoderProcess = livingProcess();
    busy.add(decoderProcess);
    try {
      return await runUntilAborted(decoderProcess, task, stop);
    } finally {
      busy.delete(decoderProcess);
      if (decoderProcess.isAlive()) idle.push(decoderProcess);
      passPlaceOn();
    }
  }

  function takePlace(stop: AbortSignal): Promise<void> {
    stop.throwIfAborted();
    if (taken < size) {
      taken += 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        waiting.splice(waiting.indexOf(proceed), 1);
        reject(new WaitedInVain(stop.reason));
      };
      const proceed = () => {
        stop.removeEventListener('abort', giveUp);
        resolve();
      };
      stop.addEventListener('abort', giveUp, { once: true });
      waiting.push(proceed);
    });
  }

  function passPlaceOn(): void {
    const next = waiting.shift();
    if (next === undefined) taken -= 1;
    else next();
  }

  function livingProcess(): DecoderProcess {
    for (let candidate = idle.pop(); candidate !== undefined; candidate = idle.pop()) {
      if (candidate.isAlive()) return candidate;
    }
    return startDecoderProcess(processModule, memoryLimitBytes);
  }

  async function close(): Promise<void> {
    closing.abort(new Error('the decoder pool is closed'));
    await Promise.all([...idle, ...busy].map((decoderProcess) => decoderProcess.kill()));
  }
}

async function runUntilAborted<Task extends DecoderTask>(
  decoderProcess: DecoderProcess,
  task: Task,
  stop: AbortSignal,
): Promise<DecoderResult<Task>> {
  const kill = () => void decoderProcess.kill();
  stop.addEventListener('abort', kill, { once: true });
  try {
    stop.throwIfAborted();
    return await decoderProcess.run(task);
  } catch (error) {
    // A process that we killed ourselves did not crash.
    stop.throwIfAborted();
    throw error;
  } finally {
    stop.removeEventListener('abort', kill);
  }
}
