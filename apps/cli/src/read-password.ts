import { Refused } from './exit-code.ts';
import { Interrupted } from './interruption.ts';

/** Longer than any password that is taken. */
const MOST_BYTES = 4096;
const [CTRL_C, CTRL_D, BACKSPACE, DELETE] = ['\u0003', '\u0004', '\b', '\u007F'];

/** Where a password comes from: the part of standard input that reading one takes. */
export type PasswordInput = AsyncIterable<Buffer | string> & {
  readonly isTTY?: boolean;
  setRawMode?(isRaw: boolean): unknown;
};

/**
 * Reads a new password: typed twice at a terminal that shows nothing of it, or as one line from a pipe. Never from the arguments, which other users of
 * the machine can read. Throws `Refused` when the two differ or more than a line comes, `Interrupted` for Ctrl+C.
 */
export async function readPassword(input: PasswordInput, ask: (prompt: string) => void): Promise<string> {
  if (input.isTTY !== true) return fromPipe(input);
  const keys = keysOf(input);
  input.setRawMode?.(true);
  try {
    const first = await typed(keys, ask, 'password: ');
    const second = await typed(keys, ask, 'again: ');
    if (first !== second) throw new Refused('the two passwords differ; nothing was changed');
    return first;
  } finally {
    input.setRawMode?.(false);
    // Lets go of the terminal; the program would wait for more of it.
    await keys.return(undefined);
  }
}

async function typed(
  keys: AsyncIterator<string, undefined>,
  ask: (prompt: string) => void,
  prompt: string,
): Promise<string> {
  ask(prompt);
  const letters: string[] = [];
  for (;;) {
    const { value: key, done } = await keys.next();
    if (done === true || key === '\r' || key === '\n') break;
    if (key === CTRL_C || key === CTRL_D) throw new Interrupted();
    if (key === BACKSPACE || key === DELETE) letters.pop();
    else letters.push(key);
  }
  ask('\n');
  return letters.join('');
}

async function* keysOf(input: PasswordInput): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder();
  for await (const chunk of input) yield* typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
}

async function fromPipe(input: PasswordInput): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of input) {
    bytes += Buffer.from(chunk).length;
    if (bytes > MOST_BYTES) throw new Refused(`more than ${MOST_BYTES} bytes came in, which is no password`);
    chunks.push(Buffer.from(chunk));
  }
  const line = Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '');
  if (line === '')
    throw new Refused('no password came in; type it at a terminal, or pipe it in as one line; nothing was changed');
  if (/[\r\n]/.test(line)) throw new Refused('more than one line came in, which is no password; nothing was changed');
  return line;
}
