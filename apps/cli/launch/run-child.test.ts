import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { echoFilter, runChild } from './run-child.mjs';

const sendsSignals = process.platform !== 'win32';

/** Says "ready", counts SIGINTs, and ends on SIGTERM with the count as its exit code. */
const counter = `
  let count = 0;
  process.on('SIGINT', () => { count += 1; console.log('got ' + count); });
  process.on('SIGTERM', () => process.exit(count));
  setInterval(() => {}, 1000);
  console.log('ready');
`;

/** A process of its own that does what the launcher does at its end, so that it can be sent signals. */
function startLauncher(script: string) {
  const module = fileURLToPath(new URL('./run-child.mjs', import.meta.url));
  const launcher = `
    import { pathToFileURL } from 'node:url';
    const { runChild } = await import(pathToFileURL(${JSON.stringify(module)}));
    process.exitCode = await runChild(process.execPath, ['-e', ${JSON.stringify(script)}], process.env, { ownGroup: true });
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', launcher], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.setEncoding('utf8');
  let text = '';
  child.stdout.on('data', (more: string) => (text += more));
  return {
    child,
    says: async (word: string) => {
      while (!text.includes(word)) await once(child.stdout, 'data');
    },
  };
}

describe('running the command', () => {
  test.each([0, 1, 2, 130])('passes the exit code %i on', async (exitCode) => {
    const ended = runChild(process.execPath, ['-e', `process.exit(${exitCode})`], process.env, { ownGroup: true });
    expect(await ended).toBe(exitCode);
  });

  test('hands every argument over as it is', async () => {
    const typed = ['a b', 'ü', '"', '$HOME', '*', ''];
    const script = `process.exit(JSON.stringify(process.argv.slice(1)) === ${JSON.stringify(JSON.stringify(typed))} ? 7 : 1)`;
    expect(await runChild(process.execPath, ['-e', script, ...typed], process.env, { ownGroup: true })).toBe(7);
  });

  test.runIf(sendsSignals)('a command that a signal killed ends with 128 and its number', async () => {
    const script = `process.kill(process.pid, 'SIGKILL')`;
    expect(await runChild(process.execPath, ['-e', script], process.env, { ownGroup: true })).toBe(128 + 9);
  });

  test.runIf(sendsSignals)('an interrupt reaches the command, and we wait for its end', async () => {
    const { child, says } = startLauncher(counter);
    await says('ready');
    child.kill('SIGINT');
    await says('got 1');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([1, null]);
  });

  test('an interrupt that npm repeats at once is one, a second one by hand is another', () => {
    const isEcho = echoFilter();
    const echoes = [0, 3, 499, 500, 600, 1500].map((nowMs) => isEcho('SIGINT', nowMs));
    expect(echoes).toEqual([false, true, true, false, true, false]);
  });

  test('different signals are no echoes of each other, and no change of the window is lost', () => {
    const isEcho = echoFilter();
    const signals = ['SIGINT', 'SIGTERM', 'SIGWINCH', 'SIGWINCH'] as const;
    expect(signals.map((signal) => isEcho(signal, 0))).toEqual([false, false, false, false]);
  });
});
