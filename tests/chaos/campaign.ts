import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { keepEngineCache, lendEngineCache } from '../support/engine-cache.ts';
import { hashFolder } from '../support/folder-hash.ts';
import { startLocalRedis, type LocalRedisServer } from '../support/redis-server.ts';
import type { EngineKind, Fault, FaultKind } from './fault.ts';
import { inflict } from './inflict.ts';
import { createPerson } from './person.ts';
import { playPerson } from './play-person.ts';
import { makePhotoSets, type PlannedSet } from './photo-sets.ts';
import type { ProcessOrders } from './process-orders.ts';
import { lookAt, workIn } from './review-database.ts';
import { keepRunning, type Supervisor } from './supervisor.ts';
import { holdsWithin } from './until.ts';

export type CampaignPlan = {
  readonly seed: number;
  readonly engine: EngineKind;
  readonly photos: number;
  readonly perSet: number;
  readonly faults: readonly Fault[];
  /** Given to every process of the campaign. */
  readonly orders?: Omit<ProcessOrders, 'dieAt'>;
  /** How long the system may take to come to rest after the last fault. */
  readonly restWithinMs?: number;
  readonly onProgress?: (faultsDone: number) => void;
};

/** What a campaign leaves behind for the invariants to look at. */
export type FinishedWorld = {
  readonly seed: number;
  readonly dataFolder: string;
  readonly sets: readonly PlannedSet[];
  readonly originalsFolder: string;
  /** Hashes of the originals before the first start. */
  readonly originalsBefore: Readonly<Record<string, string>>;
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
export async function runCampaign(plan: CampaignPlan, folder: string): Promise<CampaignReport | null> {
  const redis = plan.engine === 'redis' ? await startLocalRedis() : null;
  if (plan.engine === 'redis' && redis === null) return null;
  try {
    const world = await makeWorld(plan, folder);
    if (redis === null) await lendEngineCache(world.dataFolder);
    const supervisor = keepRunning(
      {
        PROOFLINE_DATA: world.dataFolder,
        PROOFLINE_PORT: '0',
        PROOFLINE_CONCURRENCY: '2',
        QUEUE_URL: redis?.url ?? '',
      },
      plan.orders,
    );
    const report = await carryOut(plan, world, supervisor, redis);
    if (redis === null) await keepEngineCache(world.dataFolder);
    return report;
  } finally {
    await redis?.stop();
  }
}

async function makeWorld(plan: CampaignPlan, folder: string): Promise<FinishedWorld> {
  const originalsFolder = join(folder, 'photos');
  const dataFolder = join(folder, 'data');
  await mkdir(dataFolder);
  const sets = await makePhotoSets(originalsFolder, plan);
  return { seed: plan.seed, dataFolder, sets, originalsFolder, originalsBefore: await hashFolder(originalsFolder) };
}

async function carryOut(
  { seed, faults, restWithinMs = REST_WITHIN_MS, onProgress }: CampaignPlan,
  world: FinishedWorld,
  supervisor: Supervisor,
  redis: LocalRedisServer | null,
): Promise<CampaignReport> {
  const { sets, dataFolder } = world;
  const person = createPerson(seed, sets);
  let faultsDone = 0;
  // Sets come as the campaign goes on, so that there is work to hit until its end.
  const addedSets = () =>
    faultsDone >= faults.length ? sets.length : Math.ceil((sets.length * (faultsDone + 1)) / (faults.length + 1));
  supervisor.start(faults[0]);
  const playing = playPerson({ person, dataFolder, addedSets, supervisor });

  const counts = new Map<FaultKind, number>();
  for (const fault of faults) {
    await inflict(fault, faults[faultsDone + 1], { supervisor, redis, dataFolder });
    counts.set(fault.kind, 1 + (counts.get(fault.kind) ?? 0));
    faultsDone += 1;
    onProgress?.(faultsDone);
  }

  const toDo = () => {
    const now = lookAt(dataFolder);
    return [...workIn(now), ...person.acts(now, sets.length).map(({ what }) => what)];
  };
  const rests = await holdsWithin(restWithinMs, async () => (await supervisor.isReady()) && toDo().length === 0);
  await playing.stop();
  const violations = [...supervisor.violations, ...playing.violations];
  if (!rests) violations.push(`not at rest after ${restWithinMs / 1000} s: ${toDo().slice(0, 10).join('; ')}`);
  await supervisor.stop();
  return {
    world,
    faults: counts,
    recoveriesMs: supervisor.recoveriesMs,
    violations: [...violations, ...supervisor.violations],
  };
}
