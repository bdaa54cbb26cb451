import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 50;

/** Resolves with true once `condition` holds, with false when it does not within `limitMs`. */
export async function holdsWithin(limitMs: number, condition: () => boolean | Promise<boolean>): Promise<boolean> {
  const startedAt = performance.now();
  while (!(await condition())) {
    if (performance.now() - startedAt > limitMs) return false;
    await pause(LOOK_EVERY_MS);
  }
  return true;
}
