import { fork, type ChildProcess } from 'node:child_process';

/** A program of ours in a process of its own. */
export type ChildProgram<Order, Notice> = {
  readonly pid: number | undefined;
  send(order: Order): void;
  /** One listener; it is told, too, what came before it was there. */
  onNotice(listener: (notice: Notice) => void): void;
  /** Resolves when it is gone, in whatever way. */
  readonly ended: Promise<ChildEnding>;
  kill(): void;
};

export type ChildEnding = {
  readonly signal: string | null;
  readonly exitCode: number | null;
  /** End of what it wrote to its standard error. */
  readonly lastWords: string;
};

const LAST_WORDS_MAX_CHARS = 2_000;

/**
 * Its standard error goes to ours, too. `compiled`: the folder of what V8 made of its sources, where none is set for all programs; known before it
 * begins, since Node takes a tenth of a second to prepare for the first TypeScript file that is not in there.
 */
export function startChildProgram<Order extends object, Notice>(
  program: URL,
  { argv = [], compiled }: { readonly argv?: readonly string[]; readonly compiled: string },
): ChildProgram<Order, Notice> {
  const child = fork(program, [...argv], {
    env: { NODE_COMPILE_CACHE: compiled, ...process.env },
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  const lastWords = keepLastWords(child);
  const notices = keepNotices(child);
  const ended = Promise.withResolvers<ChildEnding>();
  child.once('exit', (exitCode, signal) => ended.resolve({ exitCode, signal, lastWords: lastWords() }));
  child.once('error', (error) => {
    child.kill('SIGKILL');
    ended.resolve({ exitCode: null, signal: null, lastWords: `${error.message} ${lastWords()}`.trim() });
  });
  return {
    pid: child.pid,
    send(order) {
      // One that has just ended is told of by `ended`.
      if (child.connected) child.send(order, () => {});
    },
    onNotice: (listener) => notices((notice) => listener(notice as Notice)),
    ended: ended.promise,
    kill: () => void child.kill('SIGKILL'),
  };
}

/** Node lets a message go that comes before anybody listens. */
function keepNotices(child: ChildProcess): (listener: (notice: unknown) => void) => void {
  const early: unknown[] = [];
  let tell = (notice: unknown): void => void early.push(notice);
  child.on('message', (notice) => tell(notice));
  return (listener) => {
    tell = listener;
    for (const notice of early.splice(0)) listener(notice);
  };
}

function keepLastWords(child: ChildProcess): () => string {
  let words = '';
  child.stderr?.pipe(process.stderr, { end: false });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-LAST_WORDS_MAX_CHARS);
  });
  return () => words.trim();
}

/** How it ended, in words. */
export function endingInWords({ signal, exitCode }: ChildEnding): string {
  if (signal !== null) return `ended by ${signal}`;
  return exitCode === null ? 'could not be started' : `ended with exit code ${exitCode}`;
}
