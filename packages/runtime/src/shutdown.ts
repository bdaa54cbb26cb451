import { constants } from 'node:os';
import type { EventEmitter } from 'node:events';

/** SIGHUP: the terminal was closed (on Windows its window). SIGBREAK: Ctrl+Break on Windows; it never comes elsewhere. */
const shutdownSignals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const;
type ShutdownSignal = (typeof shutdownSignals)[number];

export type ShutdownOptions = {
  /** Stops in good order: takes no new work, finishes or hands back what is under way, closes what is open. */
  readonly stop: (signal: string) => Promise<void>;
  readonly deadlineMs: number;
  /** Told in words what is going on. */
  readonly onNotice: (notice: string, error?: unknown) => void;
  readonly signals?: Pick<EventEmitter, 'on' | 'off'>;
  readonly exit?: (code: number) => void;
};

/**
 * The first signal stops in good order, within the deadline; the second one leaves at once. Either way nothing is lost: the next start
 * takes up what was under way. `exited` resolves with the exit code (128 + the signal's number; 130 after Ctrl+C) once an orderly
 * stop is complete; leaving early calls `exit` itself. `dispose` gives the signals back.
 */
export function stopOnSignal({
  stop,
  deadlineMs,
  onNotice,
  signals = process,
  exit = (code) => process.exit(code),
}: ShutdownOptions): { readonly exited: Promise<number>; readonly dispose: () => void } {
  const { promise: exited, resolve } = Promise.withResolvers<number>();
  let stopping = false;

  const onSignal = (signal: ShutdownSignal) => {
    const code = exitCodeOf(signal);
    if (stopping) {
      onNotice('stopping at once; work that was under way starts again at the next start');
      exit(code);
      return;
    }
    stopping = true;
    onNotice('stopping; press Ctrl+C again to leave at once');
    const deadline = setTimeout(() => {
      onNotice(
        `not everything stopped within ${deadlineMs / 1000} s; leaving; work under way starts again at the next start`,
      );
      exit(code);
    }, deadlineMs);
    stop(signal)
      .catch((error: unknown) => onNotice('stopping in good order did not succeed', error))
      .finally(() => {
        clearTimeout(deadline);
        resolve(code);
      });
  };

  for (const signal of shutdownSignals) signals.on(signal, onSignal);
  return {
    exited,
    dispose() {
      for (const signal of shutdownSignals) signals.off(signal, onSignal);
    },
  };
}

/** Number of SIGBREAK on Windows, where alone it exists. */
const SIGBREAK_NUMBER = 21;

function exitCodeOf(signal: ShutdownSignal): number {
  return 128 + (signal === 'SIGBREAK' ? SIGBREAK_NUMBER : constants.signals[signal]);
}
