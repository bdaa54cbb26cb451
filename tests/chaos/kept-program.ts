import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ApiClient } from '@proofline/api/client.ts';
import { isAlive, watchLife, type Life, type LifeUnderWatch } from './life.ts';
import { openOrderBoard, type OrderBoard } from './order-board.ts';
import type { ProcessNotice, StandingOrders } from './process-orders.ts';
import { holdsWithin } from './until.ts';

/** What of the program a signal goes to; `everything` as when the power fails. */
export const programParts = ['system', 'worker', 'supervisor', 'everything'] as const;
export type ProgramPart = (typeof programParts)[number];

/** `proofline start` in a process group of its own: killed when told to, started again as a person would, its ends noticed that nobody told it to. */
export type KeptProgram = {
  readonly recoveriesMs: readonly number[];
  readonly violations: readonly string[];
  readonly orders: Omit<OrderBoard, 'hear' | 'close' | 'folder'>;
  start(): void;
  /** Of the system's process, the present one or, where it just ended, the next. */
  readonly life: Life;
  /** Resolves when what was hit is gone; the program runs again, or is starting. Where there is no worker its system is hit. */
  kill(part: ProgramPart): Promise<void>;
  /** Stops it for so long, as a machine does that is out of breath. */
  freeze(part: ProgramPart, durationMs: number): Promise<void>;
  /** The client of the running system, once it answers; null when there is none now. */
  client(): Promise<ApiClient | null>;
  isReady(): Promise<boolean>;
  /** In good order. */
  stop(): Promise<void>;
  /** At once, whatever it does; a no-op when nothing runs. */
  end(): Promise<void>;
};

const PROGRAM = fileURLToPath(new URL('../../apps/cli/src/main.ts', import.meta.url));
const PRELOAD = new URL('chaos-preload.ts', import.meta.url).href;
const LISTEN_EVERY_MS = 20;
const STOPPED_WITHIN_MS = 30_000;
/** The supervisor of a system that cannot start waits between two tries. */
const STARTED_WITHIN_MS = 40_000;
const SAID_CHARACTERS = 2_000;
/** What `stopOnSignal` ends with after SIGTERM. */
const STOPPED_CODE = 143;

export async function keepRunning(
  environment: Readonly<Record<string, string>> & { readonly PROOFLINE_DATA: string },
  ordersFolder: string,
  standing: StandingOrders = {},
): Promise<KeptProgram> {
  const board = await openOrderBoard(ordersFolder, standing);
  const recoveriesMs: number[] = [];
  const violations: string[] = [];
  let supervisor: ChildProcess | undefined;
  let supervisorGone: Promise<void> = Promise.resolve();
  let workers: readonly number[] = [];
  let said = '';
  let isStopping = true;
  /** Systems whose end is nobody's fault. */
  const hit = new Set<number>();
  const newLife = () => watchLife(environment.PROOFLINE_DATA, (ms) => recoveriesMs.push(ms));
  let life: LifeUnderWatch = newLife();

  const listen = () => {
    // Looked at first: whatever a process said before its end is heard before it counts as over.
    const over = life.pid() !== null && !isAlive(life.pid()!) ? life : null;
    for (const notice of board.hear()) hear(notice);
    workers = workers.filter(isAlive);
    if (over === life) endLife();
  };
  const hear = (notice: ProcessNotice) => {
    if (notice.at === 'started') {
      if (notice.role === 'worker') {
        workers = [...workers, notice.pid];
        return;
      }
      if (life.pid() !== null) endLife();
      life.hear(notice);
    }
    const systemPid = notice.at === 'first-run' ? notice.systemPid : notice.pid;
    if (systemPid === life.pid()) life.hear(notice);
  };
  const endLife = () => {
    const wasByItself = life.isReady() && !life.isDying() && !isStopping && !hit.has(life.pid()!);
    if (wasByItself) violations.push(`the system ended by itself: ${said}`);
    life.end();
    life = newLife();
  };
  const timer = setInterval(listen, LISTEN_EVERY_MS);

  const start = () => {
    isStopping = false;
    said = '';
    const child = spawn(process.execPath, ['--import', PRELOAD, PROGRAM, 'start'], {
      env: { ...process.env, ...environment, CHAOS_ORDERS: board.folder, PROOFLINE_LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    });
    supervisor = child;
    child.stderr.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-SAID_CHARACTERS)));
    const forget = () => killGroup(child);
    process.once('exit', forget);
    const gone = Promise.withResolvers<void>();
    supervisorGone = gone.promise;
    child.once('exit', (code) => {
      process.off('exit', forget);
      gone.resolve();
      if (isStopping || supervisor !== child) return;
      violations.push(`proofline start ended by itself with code ${String(code)}: ${said}`);
      start();
    });
  };

  const systemStarted = () =>
    holdsWithin(STARTED_WITHIN_MS, () => {
      listen();
      return life.pid() !== null;
    });

  const endEverything = async () => {
    isStopping = true;
    if (supervisor !== undefined) killGroup(supervisor);
    await supervisorGone;
    await holdsWithin(STOPPED_WITHIN_MS, () => {
      listen();
      return life.pid() === null && workers.length === 0;
    });
  };

  const pidsOf = (part: ProgramPart): readonly number[] => {
    listen();
    const system = life.pid() === null ? [] : [life.pid()!];
    switch (part) {
      case 'system':
        return system;
      case 'worker':
        return workers.length > 0 ? workers.slice(0, 1) : system;
      case 'supervisor':
        return supervisor?.pid === undefined ? [] : [supervisor.pid];
      case 'everything':
        return [...(supervisor?.pid === undefined ? [] : [supervisor.pid]), ...system, ...workers];
    }
  };

  return {
    recoveriesMs,
    violations,
    orders: board,
    start,
    get life() {
      return life;
    },
    async kill(part) {
      if (part === 'everything') {
        await endEverything();
        start();
        return;
      }
      await systemStarted();
      const pids = pidsOf(part);
      // A system follows its supervisor.
      for (const pid of part === 'supervisor' ? pidsOf('system') : pids) hit.add(pid);
      isStopping = part === 'supervisor';
      for (const pid of pids) process.kill(pid, 'SIGKILL');
      await holdsWithin(STOPPED_WITHIN_MS, () => !pids.some(isAlive));
      if (part === 'supervisor') {
        await supervisorGone;
        start();
      }
      listen();
    },
    async freeze(part, durationMs) {
      await systemStarted();
      // The same processes go on, whatever took their places meanwhile: one that stays stopped would hold the data folder for ever.
      const pids = pidsOf(part).filter(isAlive);
      for (const pid of pids) process.kill(pid, 'SIGSTOP');
      await pause(durationMs);
      for (const pid of pids) if (isAlive(pid)) process.kill(pid, 'SIGCONT');
    },
    async client() {
      return (await life.ready)?.client ?? null;
    },
    async isReady() {
      await life.ready;
      return life.isReady();
    },
    async end() {
      await endEverything();
      clearInterval(timer);
      board.close();
    },
    async stop() {
      isStopping = true;
      supervisor?.kill('SIGTERM');
      if (await holdsWithin(STOPPED_WITHIN_MS, () => !isRunning(supervisor))) {
        if (supervisor?.exitCode !== STOPPED_CODE)
          violations.push(`proofline start did not stop in good order (${String(supervisor?.exitCode)}): ${said}`);
        return;
      }
      violations.push(`proofline start did not stop within ${STOPPED_WITHIN_MS / 1000} s`);
      await endEverything();
    },
  };
}

function isRunning(child: ChildProcess | undefined): boolean {
  return child !== undefined && child.exitCode === null && child.signalCode === null;
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // All of it is gone.
  }
}
