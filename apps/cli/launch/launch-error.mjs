/** A set-up that cannot go on for a reason that the person at the keyboard can do something about. */
export class LaunchError extends Error {
  /** @override */
  name = 'LaunchError';

  /**
   * @param {string} message what happened and what was not changed
   * @param {string} advice what to do, as whole sentences
   * @param {ErrorOptions & { exitCode?: number }} [options] exit code 2 unless told: refused, nothing was started
   */
  constructor(message, advice, { exitCode = 2, ...options } = {}) {
    super(message, options);
    this.advice = advice;
    this.exitCode = exitCode;
  }
}
