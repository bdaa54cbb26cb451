import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createClient, type ApiClient } from '@proofline/api/client.ts';
import type { LateOrder, ProcessNotice, ProcessOrders } from './process-orders.ts';

/** One process of the system under the suite's orders. */
export type Instance = {
  /** Resolves when the API answers; null when the process ended before. */
  readonly ready: Promise<{ readonly client: ApiClient } | null>;
  /** Milliseconds from the start to the first job that was taken up, or to being ready where nothing was due; null when it ended before. */
  readonly recoveredMs: Promise<number | null>;
  readonly ended: Promise<Ending>;
  isRunning(): boolean;
  send(signal: 'SIGKILL' | 'SIGTERM' | 'SIGSTOP' | 'SIGCONT'): void;
  order(order: LateOrder): void;
};

export type Ending = {
  /** Null where a signal ended the process. */
  readonly code: number | null;
  /** It died at the step that its orders name. */
  readonly atStep: boolean;
  /** What it said last on its standard error. */
  readonly said: string;
};

const PROGRAM = fileURLToPath(new URL('chaos-process.ts', import.meta.url));
const SAID_CHARACTERS = 2_000;

export function startInstance(environment: Readonly<Record<string, string>>, orders: ProcessOrders): Instance {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [PROGRAM, JSON.stringify(orders)], {
    env: { ...process.env, ...environment },
    stdio: 'pipe',
  });
  const forget = () => void child.kill('SIGKILL');
  process.once('exit', forget);

  const ready = Promise.withResolvers<{ readonly client: ApiClient } | null>();
  const recovered = Promise.withResolvers<number | null>();
  const ended = Promise.withResolvers<Ending>();
  let atStep = false;
  let running = true;
  let said = '';

  const hear = (notice: ProcessNotice) => {
    switch (notice.at) {
      case 'ready':
        ready.resolve({ client: createClient(notice.url, notice.token) });
        if (notice.dueJobs === 0) recovered.resolve(performance.now() - startedAt);
        break;
      case 'first-run':
        recovered.resolve(performance.now() - startedAt);
        break;
      case 'dying':
        atStep = true;
        break;
    }
  };
  createInterface({ input: child.stdout }).on('line', (line) => hear(JSON.parse(line) as ProcessNotice));
  child.stderr.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-SAID_CHARACTERS)));
  child.once('close', (code) => {
    running = false;
    process.off('exit', forget);
    ready.resolve(null);
    recovered.resolve(null);
    ended.resolve({ code, atStep, said });
  });

  // A process that is gone hears nothing any more.
  child.stdin.on('error', () => {});

  return {
    ready: ready.promise,
    recoveredMs: recovered.promise,
    ended: ended.promise,
    isRunning: () => running,
    send: (signal) => void child.kill(signal),
    order: (order) => void child.stdin.write(`${JSON.stringify(order)}\n`),
  };
}
