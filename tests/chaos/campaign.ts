import { deathsIn, type Fault, type FaultKind } from './fault.ts';
import { inflict } from './inflict.ts';
import { createPerson, type Person } from './person.ts';
import { playPerson } from './play-person.ts';
import { withPreparedSystem, type FinishedWorld, type PreparedSystem, type WorldPlan } from './prepared-system.ts';
import { lookAt, workIn } from './review-database.ts';
import { holdsWithin } from './until.ts';

export type CampaignPlan = WorldPlan & {
  readonly faults: readonly Fault[];
  /** How long the system may take to come to rest after the last fault. */
  readonly restWithinMs?: number;
  /** Give up earlier when nothing at all happened for so long. */
  readonly stuckAfterMs?: number;
  readonly onProgress?: (faultsDone: number) => void;
};

export type CampaignReport = {
  readonly world: FinishedWorld;
  readonly faults: ReadonlyMap<FaultKind, number>;
  /** Milliseconds from each start to the first job that was taken up. */
  readonly recoveriesMs: readonly number[];
  /** What went wrong while the system ran, in words. */
  readonly violations: readonly string[];
};

const REST_WITHIN_MS = 180_000;

/** Runs one campaign in `folder`, which must be empty. Null when it needs a Redis and there is none. */
export function runCampaign(plan: CampaignPlan, folder: string): Promise<CampaignReport | null> {
  return withPreparedSystem(plan, folder, (prepared) => carryOut(plan, prepared));
}

async function carryOut(
  { seed, faults, restWithinMs = REST_WITHIN_MS, stuckAfterMs = restWithinMs, onProgress }: CampaignPlan,
  { world, program, redis, disk, ollama }: PreparedSystem,
): Promise<CampaignReport> {
  const { sets, dataFolder } = world;
  const person = createPerson(seed, sets);
  let faultsDone = 0;
  // Sets come as the campaign goes on, so that there is work to hit until its end.
  let heldAt: number | null = null;
  const planned = () =>
    faultsDone >= faults.length ? sets.length : Math.ceil((sets.length * (faultsDone + 1)) / (faults.length + 1));
  const addedSets = () => heldAt ?? planned();
  const holdAdding = (isHeld: boolean) => {
    heldAt = isHeld ? lookAt(dataFolder).sets.length : null;
  };
  program.orders.orderDeaths(deathsIn(faults[0], 0));
  program.start();
  const playing = playPerson({ person, dataFolder, addedSets, program });

  const counts = new Map<FaultKind, number>();
  for (const [index, fault] of faults.entries()) {
    await inflict({ index, fault, next: faults[index + 1] }, { program, redis, dataFolder, disk, ollama, holdAdding });
    counts.set(fault.kind, 1 + (counts.get(fault.kind) ?? 0));
    faultsDone += 1;
    onProgress?.(faultsDone);
  }

  const toDo = () => stillToDo(person, dataFolder, sets.length);
  // Where no fault was inflicted, the first process may not have made its database yet.
  await program.life.ready;
  const rests = await comesToRest({
    isAtRest: async () => (await program.isReady()) && toDo().length === 0,
    lastEventId: () => lookAt(dataFolder).lastEventId,
    restWithinMs,
    stuckAfterMs,
  });
  await playing.stop();
  const violations = [...program.violations, ...playing.violations];
  if (!rests)
    violations.push(
      `not at rest after ${Math.min(restWithinMs, stuckAfterMs) / 1000} s: ${toDo().slice(0, 10).join('; ')}`,
    );
  await program.stop();
  return {
    world: { ...world, isClockWrong: faults.some(({ kind }) => kind === 'jump-clock') },
    faults: counts,
    recoveriesMs: program.recoveriesMs,
    violations: [...violations, ...program.violations],
  };
}

async function comesToRest({
  isAtRest,
  lastEventId,
  restWithinMs,
  stuckAfterMs,
}: {
  readonly isAtRest: () => Promise<boolean>;
  readonly lastEventId: () => number;
  readonly restWithinMs: number;
  readonly stuckAfterMs: number;
}): Promise<boolean> {
  let seen = lastEventId();
  let movedAtMs = performance.now();
  let rests = false;
  await holdsWithin(restWithinMs, async () => {
    rests = await isAtRest();
    const now = lastEventId();
    if (now !== seen) movedAtMs = performance.now();
    seen = now;
    return rests || performance.now() - movedAtMs > stuckAfterMs;
  });
  return rests;
}

/** What keeps the world from being at rest: work of the system, and wishes of the person. */
export function stillToDo(person: Person, dataFolder: string, addedSets: number): readonly string[] {
  const now = lookAt(dataFolder);
  return [...workIn(now), ...person.acts(now, addedSets).map(({ what }) => what)];
}
