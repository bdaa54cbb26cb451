import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '@proofline/runtime/config.ts';
import { endingInWords, startChildProgram, type ChildEnding, type ChildProgram } from './child-program.ts';
import { restartDelays } from './restart-delay.ts';
import type { RunningSystem, SystemNotice, SystemOrder } from './system-message.ts';

/** Below the data folder: what V8 made of the sources. A third of a start is loading them. */
const COMPILED = 'cache/code';

export type SupervisorOptions = {
  readonly config: Config;
  readonly consoleLevel: Config['logLevel'];
  /** It runs: at first, and again after each end of it. */
  readonly onRunning: (system: RunningSystem) => void;
  /** It ended though nobody asked it to, or could not be started again; in words. It is started again after `delayMs`. */
  readonly onEnd: (reason: string, delayMs: number) => void;
  /** Tests put a system under their orders here. */
  readonly program?: URL;
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
 * Resolves when it runs for the first time; throws `SystemRefused` when it will not. After that a refusal (Redis away, disk full) is waited out.
 */
export async function superviseSystem({
  config,
  consoleLevel,
  onRunning,
  onEnd,
  program = new URL('./system-process.ts', import.meta.url),
}: SupervisorOptions): Promise<SupervisedSystem> {
  const stopping = new AbortController();
  const delays = restartDelays();
  let current: Life;

  const start = (lastEnding: ChildEnding | null): Life => {
    delays.started();
    return live(program, config.dataFolder, { kind: 'run', config, consoleLevel, lastEnding });
  };

  current = start(null);
  const first = await current.settled;
  if (first.kind === 'refused') throw new SystemRefused(first.problems);
  if (first.kind === 'ended') throw new SystemRefused([`the system ${first.reason} while it was starting`]);
  onRunning(first);
  const kept = keep();

  async function keep(): Promise<void> {
    for (;;) {
      const ending = await current.child.ended;
      if (stopping.signal.aborted) return;
      const delayMs = delays.afterEnd();
      const refusal = await current.settled;
      onEnd(refusal.kind === 'refused' ? refusal.problems.join('; ') : endingInWords(ending), delayMs);
      await sleep(delayMs, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      current = start(ending);
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
  readonly child: ChildProgram<SystemOrder, SystemNotice>;
  readonly settled: Promise<Settled>;
};

/** What became of a start. */
type Settled =
  | Extract<SystemNotice, { kind: 'running' | 'refused' }>
  | { readonly kind: 'ended'; readonly reason: string };

function live(program: URL, dataFolder: string, order: SystemOrder): Life {
  const child = startChildProgram<SystemOrder, SystemNotice>(program, [join(dataFolder, COMPILED)]);
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
