import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import pretty from 'pino-pretty';
import type { DataFolder } from './data-folder.ts';
import type { LogLevel } from './environment-variables.ts';
import { openLogFile } from './log-file.ts';
import { secretScrubber } from './secret-scrubber.ts';

export type { Logger };

export type LoggerOptions = {
  readonly folder: DataFolder;
  /** In the folder of logs; each process has a file of its own. */
  readonly fileName?: string;
  readonly level: LogLevel;
  /** Least level that a person at the terminal sees; what goes to the file is `level`. */
  readonly consoleLevel: LogLevel;
  /** Texts that never reach a log, wherever they stand in a line: tokens, passwords. */
  readonly secrets: readonly string[];
};

const MAX_LOG_FILE_BYTES = 10 * 1024 * 1024;
const KEPT_LOG_FILES = 5;

/**
 * One logger for the process: JSON lines to `logs/proofline.log`, the same in words to standard error. A subsystem logs through its
 * own child: `logger.child({ name: 'reconciler' })`.
 */
export function openLogger(options: LoggerOptions): { readonly logger: Logger; readonly close: () => void } {
  const file = openLogFile(join(options.folder.logs, options.fileName ?? 'proofline.log'), {
    maxBytes: MAX_LOG_FILE_BYTES,
    keep: KEPT_LOG_FILES,
  });
  const streams = [
    { level: options.level, stream: reportingFull(file.write) },
    {
      level: options.consoleLevel,
      stream: pretty({ destination: 2, sync: true, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' }),
    },
  ].filter(({ level }) => level !== 'silent');
  const logger = pino(
    {
      level: streams.length === 0 ? 'silent' : 'trace',
      redact: { paths: secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[redacted]' },
      timestamp: pino.stdTimeFunctions.isoTime,
      // The paths above catch what is logged on purpose; this catches a secret inside a message or a stack.
      hooks: { streamWrite: secretScrubber(options.secrets) },
    },
    pino.multistream(streams as pino.StreamEntry[]),
  );
  return { logger, close: () => file.close() };
}

const secretKeys = ['token', 'password', 'authorization', 'cookie', 'secret'];

/** A full disk must not stop the work through its log: the first lost line is told on the terminal, the rest go quietly. */
function reportingFull(write: (line: string) => void): { write(line: string): void } {
  let losing = false;
  return {
    write(line) {
      try {
        write(line);
        losing = false;
      } catch (error) {
        if (!losing)
          process.stderr.write(`the log cannot be written (${(error as Error).message}); lines are being lost\n`);
        losing = true;
      }
    },
  };
}
