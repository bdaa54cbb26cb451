import type { FinishedWorld } from '../prepared-system.ts';
import { approvals } from './approvals.ts';
import { approvedWords } from './approved-words.ts';
import { events } from './events.ts';
import { finalStates } from './final-states.ts';
import { handedOver } from './handed-over.ts';
import { heldNames } from './held-names.ts';
import { withOpenWorld, type Invariant } from './invariant.ts';
import { leftoverFiles } from './leftover-files.ts';
import { originals } from './originals.ts';
import { rollbacks } from './rollbacks.ts';
import { site } from './site.ts';
import { uniqueNames } from './unique-names.ts';
import { wishesFulfilled } from './wishes-fulfilled.ts';

export const invariants: readonly Invariant[] = [
  finalStates,
  wishesFulfilled,
  uniqueNames,
  heldNames,
  approvals,
  approvedWords,
  site,
  originals,
  leftoverFiles,
  events,
  rollbacks,
  handedOver,
];

/** Every violation of every invariant, each with the name of what it violates. */
export function violationsIn(world: FinishedWorld): Promise<readonly string[]> {
  return withOpenWorld(world, async (open) => {
    const found = await Promise.all(
      invariants.map(async ({ name, check }) => (await check(open)).map((violation) => `${name}: ${violation}`)),
    );
    return found.flat();
  });
}
