const TURN_MS = 20;

/**
 * Time as this process has had it: turns of a timer of its own. A machine that gives it no turn makes nothing late, so that "within a second" can be
 * asked for on one that is slow and shared. Waits that block the process are not seen.
 */
export function startOwnTime(): { ms(): number } {
  let turns = 0;
  const timer = setInterval(() => (turns += 1), TURN_MS).unref();
  return {
    ms() {
      clearInterval(timer);
      return turns * TURN_MS;
    },
  };
}
