import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '@proofline/runtime/config.ts';
import { endingInWords, type ChildEnding } from './child-program.ts';
import { loadSystem, systemLoadedAhead, type LoadingSystem } from './loading-system.ts';
import { restartDelays } from './restart-delay.ts';
import type { RunningSystem, SystemNotice, SystemOrder } from './system-message.ts';

/** A system that cannot even be started this often in a row is given up; one that ran once never is. */
const FIRST_STARTS = 5;

export type SupervisorOptions = {
  readonly config: Config;
  readonly consoleLevel: Config['logLevel'];
  /** It runs: at first, and again after each end of it. */
  readonly onRunning: (system: RunningSystem) => void;
  /** It ended though nobody asked it to, or could not be started again; in words. It is started again after `delayMs`. */
  readonly onEnd: (reason: string, delayMs: number) => void;
};

export type SupervisedSystem = {
  /** Stops the system in good order. */
  stop(): Promise<void>;
};

/** The system cannot run as it is set up; every problem in words. */
export class SystemRefused extends Error {
  override readonly name = 'SystemRefused';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('; '));
    this.problems = problems;
  }
}

/**
 * Runs the system in a process of its own and starts it again whenever it ends: foreign code in it may take it down, this process has none.
 * Resolves when it runs for the first time; throws `SystemRefused` when it will not, or dies over it again and again. After that a refusal (Redis away, disk full) is waited out.
 */
export async function superviseSystem({
  config,
  consoleLevel,
  onRunning,
  onEnd,
}: SupervisorOptions): Promise<SupervisedSystem> {
  const stopping = new AbortController();
  const delays = restartDelays();
  const usual = { dataFolder: config.dataFolder, workers: config.workers, queue: config.queue.kind };
  let current: Life;

  const start = (lastEnding: ChildEnding | null): Life => {
    delays.started();
    const child = systemLoadedAhead(config.dataFolder) ?? loadSystem(usual);
    return live(child, { kind: 'run', config, consoleLevel, lastEnding });
  };

  current = start(null);
  for (let tries = 1; ; tries += 1) {
    const first = await current.settled;
    if (first.kind === 'running') {
      onRunning(first);
      break;
    }
    if (first.kind === 'refused') throw new SystemRefused(first.problems);
    if (tries === FIRST_STARTS) {
      throw new SystemRefused([`the system ${first.reason} while it was starting, ${tries} times in a row`]);
    }
    current = (await startAgain(await current.child.ended, first.reason))!;
  }
  const kept = keep();

  /** Null when it was told to stop meanwhile. */
  async function startAgain(ending: ChildEnding, reason: string): Promise<Life | null> {
    const delayMs = delays.afterEnd();
    onEnd(reason, delayMs);
    await sleep(delayMs, undefined, { signal: stopping.signal }).catch(() => {});
    return stopping.signal.aborted ? null : start(ending);
  }

  async function keep(): Promise<void> {
    for (;;) {
      const ending = await current.child.ended;
      if (stopping.signal.aborted) return;
      const refusal = await current.settled;
      const reason = refusal.kind === 'refused' ? refusal.problems.join('; ') : endingInWords(ending);
      const next = await startAgain(ending, reason);
      if (next === null) return;
      current = next;
      void current.settled.then((settled) => settled.kind === 'running' && onRunning(settled));
    }
  }

  return {
    async stop() {
      stopping.abort();
      current.child.send({ kind: 'stop' });
      await kept;
    },
  };
}

type Life = {
  readonly child: LoadingSystem;
  readonly settled: Promise<Settled>;
};

/** What became of a start. */
type Settled =
  | Extract<SystemNotice, { kind: 'running' | 'refused' }>
  | { readonly kind: 'ended'; readonly reason: string };

function live(child: LoadingSystem, order: Extract<SystemOrder, { kind: 'run' }>): Life {
  const kill = () => child.kill();
  process.once('exit', kill);
  const settled = Promise.withResolvers<Settled>();
  child.onNotice((notice) => {
    if (notice.kind === 'loaded') child.send(order);
    else settled.resolve(notice);
  });
  void child.ended.then((ending) => {
    process.off('exit', kill);
    settled.resolve({ kind: 'ended', reason: endingInWords(ending) });
  });
  return { child, settled: settled.promise };
}
