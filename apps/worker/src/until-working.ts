import { setTimeout as sleep } from 'node:timers/promises';
import type { Queues } from './open-queues.ts';

/** Whatever is due may be held back; nobody waits for that. */
const MOST_MS = 500;
const LOOK_EVERY_MS = 5;
/** From being handed a job to having its claim on the disk. */
const CLAIMED_WITHIN_MS = 30;

/**
 * Lets the first job be taken up before the process loads what people need: that has it for itself for some tenths of a second, and work that was cut
 * off has waited longer than they have.
 */
export async function untilWorking(queues: Pick<Queues, 'underWay'>): Promise<void> {
  const startedAt = performance.now();
  while (queues.underWay().length === 0) {
    if (performance.now() - startedAt > MOST_MS) return;
    await sleep(LOOK_EVERY_MS);
  }
  await sleep(CLAIMED_WITHIN_MS);
}
