import { expect, test } from 'vitest';
import { Interrupted } from './interruption.ts';
import { readPassword } from './read-password.ts';

function terminalWith(...chunks: readonly string[]) {
  const modes: boolean[] = [];
  return {
    modes,
    isTTY: true,
    setRawMode: (isRaw: boolean) => modes.push(isRaw),
    async *[Symbol.asyncIterator]() {
      yield* chunks.map((text) => Buffer.from(text));
    },
  };
}

const pipeWith = (...chunks: readonly string[]) => ({
  async *[Symbol.asyncIterator]() {
    yield* chunks.map((text) => Buffer.from(text));
  },
});

const asked: string[] = [];
const ask = (prompt: string) => void asked.push(prompt);

test('two passwords that differ are refused, and the terminal shows letters again', async () => {
  const terminal = terminalWith('one\r', 'two\r');
  await expect(readPassword(terminal, ask)).rejects.toThrow('the two passwords differ; nothing was changed');
  expect(terminal.modes).toEqual([true, false]);
});

test('Ctrl+C interrupts, and the terminal shows letters again', async () => {
  const terminal = terminalWith('on\u0003');
  await expect(readPassword(terminal, ask)).rejects.toThrow(Interrupted);
  expect(terminal.modes).toEqual([true, false]);
});

test('what is typed is shown nowhere, and can be mended', async () => {
  asked.length = 0;
  const terminal = terminalWith('swan', 'x\u007F', ' är\r', 'swan är\r');
  expect(await readPassword(terminal, ask)).toBe('swan är');
  expect(asked.join('')).toBe('password: \nagain: \n');
});

test('a pipe gives one line, with or without its end', async () => {
  expect(await readPassword(pipeWith('a long ', 'sentence\n'), ask)).toBe('a long sentence');
  expect(await readPassword(pipeWith('a long sentence'), ask)).toBe('a long sentence');
});

test.each([[''], ['\n'], ['two\nlines'], ['x'.repeat(5000)]])('a pipe with %j is refused', async (text) => {
  await expect(readPassword(pipeWith(text), ask)).rejects.toThrow(/password/);
});
