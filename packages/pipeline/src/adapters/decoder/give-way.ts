import { readdirSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';

/**
 * Lets this process stand back where the machine has more to do than it can: a page that somebody waits for comes first, and so does whatever else the
 * desktop is used for. Not on Windows, which lets a process of lower priority starve beside a busy program until its photos run out of time.
 */
export function giveWay(): void {
  if (process.platform === 'win32') return;
  const wanted = Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL);
  // Linux knows a priority of each thread, and those of the runtime are there already; later ones inherit.
  const threads = process.platform === 'linux' ? readdirSync('/proc/self/task').map(Number) : [0];
  for (const thread of threads) {
    try {
      setPriority(thread, wanted);
    } catch {
      // It ended meanwhile.
    }
  }
}
