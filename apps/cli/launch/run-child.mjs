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
  const isEcho = echoFilter();
  /** @param {NodeJS.Signals} signal */
  const listener = (signal) => {
    if (!isEcho(signal, performance.now())) send(signal);
  };
  for (const signal of passedOn) process.on(signal, listener);
  return () => {
    for (const signal of passedOn) process.off(signal, listener);
  };
}

/** Tells whether a signal only repeats the last one that was not an echo. */
export function echoFilter() {
  /** @type {Map<NodeJS.Signals, number>} */
  const sentAtMs = new Map();
  /**
   * @param {NodeJS.Signals} signal
   * @param {number} nowMs
   */
  return (signal, nowMs) => {
    // Each change of the window's size counts.
    if (signal === 'SIGWINCH') return false;
    if (nowMs - (sentAtMs.get(signal) ?? -Infinity) < ECHO_MS) return true;
    sentAtMs.set(signal, nowMs);
    return false;
  };
}
