import type { ApiClient } from '@proofline/api/client.ts';
import { startInstance, type Instance } from './instance.ts';
import type { DeathStep, ProcessOrders } from './process-orders.ts';
import { holdsWithin } from './until.ts';

/** Starts the process, kills it when told to, and notices when it ends without having been told to. */
export type Supervisor = {
  readonly recoveriesMs: readonly number[];
  readonly violations: readonly string[];
  /** `dieAt`: where this process is to kill itself. */
  start(dieAt: DeathStep | undefined): void;
  readonly instance: Instance;
  /** Of this process and of all that follow. */
  jumpClock(byMs: number): void;
  /** Kills and starts again. */
  kill(dieAt: DeathStep | undefined): Promise<void>;
  /** The client of the running process, once it answers; null when there is none now. */
  client(): Promise<ApiClient | null>;
  isReady(): Promise<boolean>;
  /** In good order. */
  stop(): Promise<void>;
  /** At once, whatever it does; a no-op when nothing runs. */
  end(): Promise<void>;
};

const STOPPED_WITHIN_MS = 30_000;

export function keepRunning(
  environment: Readonly<Record<string, string>>,
  orders: Omit<ProcessOrders, 'dieAt'> = {},
): Supervisor {
  const recoveriesMs: number[] = [];
  const violations: string[] = [];
  let instance: Instance | undefined;
  let orderedToDieAt: DeathStep | undefined;
  let expected = false;
  let clockOffsetMs = 0;

  const current = () => {
    if (instance === undefined) throw new Error('no process was started yet');
    return instance;
  };

  const start = (dieAt: DeathStep | undefined) => {
    orderedToDieAt = dieAt;
    expected = false;
    const started = startInstance(environment, { ...orders, clockOffsetMs, ...(dieAt !== undefined && { dieAt }) });
    instance = started;
    void started.recoveredMs.then((ms) => ms !== null && recoveriesMs.push(ms));
    void started.ended.then(({ code, atStep, said }) => {
      if (instance !== started || expected || atStep) return;
      violations.push(`the process ended by itself with code ${String(code)}: ${said}`);
      start(orderedToDieAt);
    });
  };

  return {
    recoveriesMs,
    violations,
    start,
    get instance() {
      return current();
    },
    jumpClock(byMs) {
      clockOffsetMs += byMs;
      current().order({ jumpClockMs: byMs });
    },
    async kill(dieAt) {
      expected = true;
      current().send('SIGKILL');
      await current().ended;
      start(dieAt);
    },
    async client() {
      return (await current().ready)?.client ?? null;
    },
    async isReady() {
      return (await current().ready) !== null && current().isRunning();
    },
    async end() {
      expected = true;
      instance?.send('SIGKILL');
      await instance?.ended;
    },
    async stop() {
      expected = true;
      current().send('SIGTERM');
      if (await holdsWithin(STOPPED_WITHIN_MS, () => !current().isRunning())) {
        const { code, said } = await current().ended;
        if (code !== 0) violations.push(`the process did not stop in good order (code ${String(code)}): ${said}`);
        return;
      }
      violations.push(`the process did not stop within ${STOPPED_WITHIN_MS / 1000} s`);
      current().send('SIGKILL');
      await current().ended;
    },
  };
}
