import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openFakeOllama, type FakeOllama } from '@proofline/pipeline/fixtures/fake-servers/fake-ollama.ts';
import { keepEngineCache, lendEngineCache } from '../support/engine-cache.ts';
import { hashFolder } from '../support/folder-hash.ts';
import { startLocalRedis, type LocalRedisServer } from '../support/redis-server.ts';
import type { EngineKind } from './fault.ts';
import { makePhotoSets, type PlannedSet } from './photo-sets.ts';
import { keepRunning, type KeptProgram } from './kept-program.ts';
import type { StandingOrders } from './process-orders.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';
import type { WishShares } from './wish.ts';

export type WorldPlan = {
  readonly seed: number;
  readonly engine: EngineKind;
  readonly photos: number;
  readonly perSet: number;
  /** How often a person wants what; as usual, unless it is said. */
  readonly shares?: WishShares;
  /** Only the first so many of the sets that the photos make. */
  readonly mostSets?: number;
  /** The first set and each n-th after it is drafted by a model; none unless it is said. */
  readonly modelDraftsEveryNth?: number;
  /** Photos at once in each stage. */
  readonly concurrency?: number;
  /** Worker processes beside the system; 0 unless it is said, and always on the embedded engine. */
  readonly workers?: number;
  /** The data folder gets a file system of its own, where this user may mount one. */
  readonly onSmallDisk?: boolean;
  /** Given to every process. */
  readonly orders?: StandingOrders;
};

/** What is left behind for the invariants to look at. */
export type FinishedWorld = {
  readonly seed: number;
  readonly dataFolder: string;
  readonly sets: readonly PlannedSet[];
  readonly originalsFolder: string;
  /** Hashes of the originals before the first start. */
  readonly originalsBefore: Readonly<Record<string, string>>;
  /** Its times say nothing about what was before what. */
  readonly isClockWrong?: boolean;
};

export type PreparedSystem = {
  readonly world: FinishedWorld;
  /** Nothing runs yet. */
  readonly program: KeptProgram;
  readonly redis: LocalRedisServer | null;
  readonly disk: SmallDisk | null;
  /** Drafts the sets that ask for a model. */
  readonly ollama: FakeOllama;
};

/** The shortest that the program takes: a reply that hangs holds up a campaign for so long. */
const CAPTIONER_TIMEOUT_S = '5';

/** Photos, data folder, engine and model for one run in `folder`, which must be empty. Null when it needs a Redis and there is none. */
export async function withPreparedSystem<Result>(
  plan: WorldPlan,
  folder: string,
  run: (prepared: PreparedSystem) => Promise<Result>,
): Promise<Result | null> {
  const redis = plan.engine === 'redis' ? await startLocalRedis() : null;
  if (plan.engine === 'redis' && redis === null) return null;
  const world = await makeWorld(plan, folder);
  const disk = plan.onSmallDisk === true ? await mountSmallDisk(world.dataFolder) : null;
  if (redis === null) await lendEngineCache(world.dataFolder);
  const ollama = await openFakeOllama();
  const program = await keepRunning(
    {
      PROOFLINE_DATA: world.dataFolder,
      PROOFLINE_PORT: '0',
      PROOFLINE_CONCURRENCY: String(plan.concurrency ?? 2),
      QUEUE_URL: redis?.url ?? '',
      PROOFLINE_OLLAMA_URL: ollama.url,
      PROOFLINE_CAPTIONER_TIMEOUT_S: CAPTIONER_TIMEOUT_S,
      ...(redis !== null && { PROOFLINE_WORKERS: String(plan.workers ?? 0) }),
      ...(disk !== null && { PROOFLINE_DISK_FLOOR_MB: '8' }),
    },
    join(folder, 'orders'),
    plan.orders,
  );
  try {
    const result = await run({ world, program, redis, disk, ollama });
    if (redis === null) await keepEngineCache(world.dataFolder);
    return result;
  } finally {
    await program.end();
    await ollama.close();
    await redis?.stop();
    await disk?.remove();
  }
}

async function makeWorld(plan: WorldPlan, folder: string): Promise<FinishedWorld> {
  const originalsFolder = join(folder, 'photos');
  const dataFolder = join(folder, 'data');
  await mkdir(dataFolder);
  const sets = (await makePhotoSets(originalsFolder, plan)).slice(0, plan.mostSets);
  return { seed: plan.seed, dataFolder, sets, originalsFolder, originalsBefore: await hashFolder(originalsFolder) };
}
