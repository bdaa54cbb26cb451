import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient, type ApiClient } from '@proofline/api/client.ts';
import { isProcessRunning } from '@proofline/runtime/running-process.ts';
import type { ProcessNotice } from './process-orders.ts';

/** One life of the system's process: the supervisor gives it another when it ends. */
export type Life = {
  /** Resolves when its API answers; null when it ended before. */
  readonly ready: Promise<{ readonly client: ApiClient } | null>;
  /** Resolves when it took up its first job, answers and has nothing to take up, or ended before. */
  readonly atWork: Promise<void>;
  readonly ended: Promise<void>;
  isReady(): boolean;
};

export type LifeUnderWatch = Life & {
  /** Null until its process says that it started. */
  pid(): number | null;
  hear(notice: ProcessNotice): void;
  /** It said that it would kill itself as ordered. */
  isDying(): boolean;
  end(): void;
};

/** `onRecovered`: milliseconds from its start to the first job that was taken up, or to being ready where nothing was due. */
export function watchLife(dataFolder: string, onRecovered: (ms: number) => void): LifeUnderWatch {
  const ready = Promise.withResolvers<{ readonly client: ApiClient } | null>();
  const atWork = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  let pid: number | null = null;
  let startedAtMs = 0;
  let isReady = false;
  let isDying = false;
  let isOver = false;
  let hasRecovered = false;
  const recover = (atMs: number) => {
    if (!hasRecovered) onRecovered(atMs - startedAtMs);
    hasRecovered = true;
    atWork.resolve();
  };
  return {
    ready: ready.promise,
    atWork: atWork.promise,
    ended: ended.promise,
    isReady: () => isReady && !isOver,
    isDying: () => isDying,
    pid: () => pid,
    hear(notice) {
      switch (notice.at) {
        case 'started':
          ({ pid, startedAtMs } = notice);
          break;
        case 'ready':
          isReady = true;
          if (!notice.isWorkDue) recover(notice.atMs);
          ready.resolve({ client: createClient(notice.apiUrl, tokenIn(dataFolder)) });
          break;
        case 'first-run':
          recover(notice.atMs);
          break;
        case 'dying':
          isDying = true;
          break;
      }
    },
    end() {
      isOver = true;
      ready.resolve(null);
      atWork.resolve();
      ended.resolve();
    },
  };
}

/** As any program on this machine learns it. */
function tokenIn(dataFolder: string): string {
  return (JSON.parse(readFileSync(join(dataFolder, 'api.json'), 'utf8')) as { token: string }).token;
}

/** A process that was killed stays in the list as long as its parent, which may be gone, did not ask after it. */
export function isAlive(pid: number): boolean {
  return isProcessRunning(pid) && !isZombie(pid);
}

function isZombie(pid: number): boolean {
  try {
    return /^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    // No such list here, or gone meanwhile, which the next look finds.
    return false;
  }
}
