/** A set-up that cannot go on for a reason that the person at the keyboard can do something about. */
export class LaunchError extends Error {
  /** @override */
  name = 'LaunchError';

  /**
   * @param {string} message what happened and what was not changed
   * @param {string} advice what to do, as whole sentences
   * @param {ErrorOptions} [options]
   */
  constructor(message, advice, options) {
    super(message, options);
    this.advice = advice;
  }
}
