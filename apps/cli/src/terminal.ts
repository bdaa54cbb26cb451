import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Where a command speaks to a person or to the next program. */
export type Terminal = {
  /** Width of a line; 80 where there is no terminal. */
  readonly columns: number;
  /** Whether lines can be drawn over: a terminal and not a pipe or a file. */
  readonly isInteractive: boolean;
  /** One line to standard output. */
  readonly print: (line?: string) => void;
  readonly printJson: (value: unknown) => void;
  /** One line to standard error. */
  readonly warn: (line: string) => void;
  /** A question to standard error, without a line's end, so that a pipe does not get it. */
  readonly ask: (text: string) => void;
  /** As it is, control sequences included. */
  readonly write: (text: string) => void;
  /** Colours where the terminal has them and NO_COLOR does not forbid it. */
  readonly style: (style: Style, text: string) => string;
};

const USUAL_COLUMNS = 80;
const LEAST_COLUMNS = 40;

export function openTerminal(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): Terminal {
  return {
    get columns() {
      return Math.max(LEAST_COLUMNS, stdout.isTTY ? stdout.columns : USUAL_COLUMNS);
    },
    isInteractive: stdout.isTTY,
    print: (line = '') => void stdout.write(`${line}\n`),
    printJson: (value) => void stdout.write(`${JSON.stringify(value, null, 2)}\n`),
    warn: (line) => void stderr.write(`${line}\n`),
    ask: (text) => void stderr.write(text),
    write: (text) => void stdout.write(text),
    style: (style, text) => styleText(style, text, { stream: stdout }),
  };
}

/** Text of a photo file or a person, made safe to show: it may hold control sequences or turn the writing direction. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu, ' ').trim();
}

/** `text` in at most `width` characters; file names of one series differ at their ends, so the middle goes. */
export function shortenMiddle(text: string, width: number): string {
  const letters = Array.from(text);
  if (letters.length <= width) return text;
  const kept = Math.max(0, width - 1);
  const tail = Math.ceil(kept / 2);
  return `${letters.slice(0, kept - tail).join('')}…${letters.slice(letters.length - tail).join('')}`;
}
