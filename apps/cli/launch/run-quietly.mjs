import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import process from 'node:process';
import { LaunchError } from './launch-error.mjs';

/** @type {readonly NodeJS.Signals[]} */
const ending = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Enough for npm's and pnpm's error and its explanation, which come at the end, around a stack trace. */
const LAST_LINES = 15;
const KEPT_CHARS = 16_384;
const noise = /^\s*$|^npm error\s+at |A complete log of this run/;

/**
 * Runs a program without a word and keeps the end of what it says for the case that it fails. A signal ends the program
 * first and then the set-up.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env: NodeJS.ProcessEnv, cwd?: string, onStart?: (pid: number) => void }} options
 * @returns {Promise<{ exitCode: number, lastLines: string }>}
 */
export function runQuietly(program, args, { env, cwd, onStart }) {
  const child = spawn(program, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
  let end = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      end = (end + text).slice(-KEPT_CHARS);
    });
  }
  if (child.pid !== undefined) onStart?.(child.pid);
  /** @type {NodeJS.Signals | undefined} */
  let interruption;
  /** @param {NodeJS.Signals} signal */
  const interrupt = (signal) => {
    interruption = signal;
    child.kill(signal);
  };
  for (const signal of ending) process.on(signal, interrupt);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (interruption === undefined) resolve({ exitCode: code ?? 1, lastLines: lastLines(end) });
      else reject(interrupted(interruption));
    });
  }).finally(() => {
    for (const signal of ending) process.off(signal, interrupt);
  });
}

/** @param {NodeJS.Signals} signal */
function interrupted(signal) {
  const exitCode = 128 + constants.signals[signal];
  return new LaunchError(`${signal} came while setting up`, 'The next start goes on from here.', { exitCode });
}

/** @param {string} text */
function lastLines(text) {
  const lines = text.split('\n').filter((line) => !noise.test(line));
  return lines.slice(-LAST_LINES).join('\n');
}
