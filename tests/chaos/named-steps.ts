import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runCampaign, stillToDo } from './campaign.ts';
import { createPerson } from './person.ts';
import { playPerson } from './play-person.ts';
import { withPreparedSystem, type FinishedWorld, type PreparedSystem, type WorldPlan } from './prepared-system.ts';
import type { DeathStep } from './process-orders.ts';
import { publishedResult } from './published-result.ts';
import { inOrderOfThePlan, isReachedOncePerSet, stageOf, stepName, type Step } from './step.ts';
import { holdsWithin } from './until.ts';
import type { WishShares } from './wish.ts';

export type NamedStepsPlan = WorldPlan & {
  readonly steps: readonly Step[];
  readonly onKill?: (killedAt: Step) => void;
};

type Killed = Omit<NamedStepsReport, 'differences'>;

export type NamedStepsReport = {
  readonly world: FinishedWorld;
  readonly killedAt: readonly Step[];
  /** What readers of the site see otherwise than after a run without a kill. */
  readonly differences: readonly string[];
  readonly recoveriesMs: readonly number[];
  readonly violations: readonly string[];
};

const REST_WITHIN_MS = 120_000;

/** More withdrawals and roll-backs than people usually ask for: each of their steps needs a photo. */
const SHARES: WishShares = {
  publish: 0.2,
  correct: 0.1,
  withdraw: 0.3,
  reject: 0.1,
  'roll-back': 0.2,
  hold: 0.05,
  leave: 0.05,
};

/**
 * Kills the process once at each of the steps, each time on the way of real work, lets it finish, and compares what it published with what it
 * publishes undisturbed. Null when there is no Redis.
 */
export async function killAtEachStep(plan: NamedStepsPlan, folder: string): Promise<NamedStepsReport | null> {
  const world = { shares: SHARES, ...plan };
  const killed = await withPreparedSystem({ concurrency: 1, ...world }, await below(folder, 'killed'), (prepared) =>
    carryOut(plan, prepared),
  );
  if (killed === null) return null;
  const mostSets = killed.world.sets.length;
  const undisturbed = await runCampaign({ ...world, mostSets, faults: [] }, await below(folder, 'undisturbed'));
  if (undisturbed === null) throw new Error('the Redis that was there is gone');
  const [after, expected] = [await publishedResult(killed.world), await publishedResult(undisturbed.world)];
  const differences = [...new Set([...Object.keys(after), ...Object.keys(expected)])].filter(
    (shown) => after[shown] !== expected[shown],
  );
  return { ...killed, violations: [...killed.violations, ...undisturbed.violations], differences };
}

async function below(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(path);
  return path;
}

async function carryOut(plan: NamedStepsPlan, { world, program }: PreparedSystem): Promise<Killed> {
  const { sets, dataFolder } = world;
  const person = createPerson(plan.seed, sets);
  let addedSets = 1;
  const ordered = inOrderOfThePlan(plan.steps);
  const deaths = ordered.map((step, id) => ({ id, step: deathAt(step, ordered[id - 1]) }));
  const killedAt: Step[] = [];
  const missed: Step[] = [];

  program.orders.orderDeaths(deaths);
  program.start();
  const playing = playPerson({ person, dataFolder, addedSets: () => addedSets, program });
  const isAtRest = async () => (await program.isReady()) && stillToDo(person, dataFolder, addedSets).length === 0;

  // Every step gets the rest of the present sets; the next set is added for those that it did not reach.
  for (const [id, step] of ordered.entries()) {
    const happened = () => program.orders.hasHappened(id);
    const came = async () =>
      (await holdsWithin(REST_WITHIN_MS, async () => happened() || (await isAtRest()))) && happened();
    while (!(await came()) && addedSets < sets.length) addedSets += 1;
    if (happened() || !program.orders.giveUpDeath(id)) {
      killedAt.push(step);
      plan.onKill?.(step);
    } else {
      missed.push(step);
    }
  }
  const rests = await holdsWithin(REST_WITHIN_MS, isAtRest);
  await playing.stop();
  const violations = [...playing.violations, ...missed.map((step) => `${stepName(step)} was never reached`)];
  if (!rests) violations.push(`not at rest: ${stillToDo(person, dataFolder, addedSets).slice(0, 10).join('; ')}`);
  await program.stop();
  return {
    world: { ...world, sets: sets.slice(0, addedSets) },
    killedAt,
    recoveriesMs: program.recoveriesMs,
    violations: [...violations, ...program.violations],
  };
}

/**
 * A photo over which the process died begins first at the next start. The next step of the same stage waits for the photo after it: one that
 * processes die over again and again is taken for poison, and rightly so.
 */
function deathAt(step: Step, before: Step | undefined): DeathStep {
  const again = before !== undefined && stageOf(step) === stageOf(before) && !isReachedOncePerSet(step);
  return { ...step, occurrence: again ? 2 : 1 };
}
