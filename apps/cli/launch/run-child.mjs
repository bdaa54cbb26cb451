import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import process from 'node:process';

/** Two signals of a kind within this time are one: npm passes on what the terminal has sent to all of the group already. */
const ECHO_MS = 500;

/** @type {readonly NodeJS.Signals[]} */
const passedOn =
  process.platform === 'win32'
    ? ['SIGINT', 'SIGBREAK', 'SIGHUP']
    : ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGWINCH'];

/**
 * Runs Node on the arguments with the terminal handed over, and resolves with its exit code, or 128 and the signal's
 * number. A signal reaches the child once and this process waits for its end.
 *
 * @param {string} node
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {{ ownGroup: boolean }} options In a group of its own the child gets a Ctrl-C from here alone, so exactly once;
 *   in ours it ends together with us, whoever ends the group.
 * @returns {Promise<number>}
 */
export function runChild(node, args, env, { ownGroup }) {
  const onWindows = process.platform === 'win32';
  const child = spawn(node, args, { env, stdio: 'inherit', detached: ownGroup && !onWindows });
  // Windows has no signals between processes: a Ctrl-C reaches everyone at the console, and kill() only ends at once.
  const stopListening = passSignalsOn((signal) => onWindows || child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  }).finally(stopListening);
}

/** @param {(signal: NodeJS.Signals) => void} send */
function passSignalsOn(send) {
  /** @type {Map<NodeJS.Signals, number>} */
  const sentAt = new Map();
  /** @param {NodeJS.Signals} signal */
  const listener = (signal) => {
    const now = performance.now();
    const echo = signal !== 'SIGWINCH' && now - (sentAt.get(signal) ?? -Infinity) < ECHO_MS;
    if (echo) return;
    sentAt.set(signal, now);
    send(signal);
  };
  for (const signal of passedOn) process.on(signal, listener);
  return () => {
    for (const signal of passedOn) process.off(signal, listener);
  };
}
