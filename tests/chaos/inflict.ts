import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FakeOllama } from '@proofline/pipeline/fixtures/fake-servers/fake-ollama.ts';
import Database from 'better-sqlite3';
import { send, type LocalRedisServer } from '../support/redis-server.ts';
import { deathsIn, STEP_PATIENCE_MS, type Fault, type FaultKind } from './fault.ts';
import type { KeptProgram } from './kept-program.ts';
import type { OrderedDeath } from './process-orders.ts';
import { lookAt } from './review-database.ts';
import type { SmallDisk } from './small-disk.ts';
import { holdsWithin } from './until.ts';

const NOT_LOOKED_AT_WITHIN_MS = 30_000;
const NOT_AT_WORK_WITHIN_MS = 10_000;

type World = {
  readonly program: KeptProgram;
  readonly redis: LocalRedisServer | null;
  readonly dataFolder: string;
  readonly disk: SmallDisk | null;
  readonly ollama: FakeOllama;
  /** Lets the person add no set until it is told otherwise. */
  holdAdding(isHeld: boolean): void;
};

/**
 * A process that finds no Redis, a full disk or a locked database refuses to start and says so, and one that finds an empty place takes it for a new
 * site, which is as it should be: the suite hits the one that runs.
 */
const hitsOneThatRuns: ReadonlySet<FaultKind> = new Set([
  'flush-redis',
  'cut-redis',
  'restart-redis',
  'lock-database',
  'take-site-away',
  'fill-disk',
  'read-only-disk',
]);

/** The place in the campaign of the fault that is due; what the processes must be told comes from it and the one after it. */
export type Due = { readonly index: number; readonly fault: Fault; readonly next: Fault | undefined };

/** Does one thing to the running program; afterwards all of it runs again, or is starting. */
export async function inflict({ index, fault, next }: Due, world: World): Promise<void> {
  const { program, dataFolder } = world;
  const later = deathsIn(next, index + 1);
  const from = fault.kind === 'kill-at-instant' ? fault.from : hitsOneThatRuns.has(fault.kind) ? 'ready' : 'start';
  if (from === 'ready') await program.life.ready;
  if (from === 'work') await atWork(program);
  if (fault.kind === 'kill-at-step') {
    await killAtStep(program, [...deathsIn(fault, index), ...later], fault.patienceMs);
    return;
  }
  await pause(fault.afterMs);
  if (fault.kind === 'kill-at-instant') program.orders.orderDeaths(later);
  switch (fault.kind) {
    case 'kill-at-instant':
      await program.kill(fault.part);
      return;
    case 'freeze':
      await program.freeze(fault.part, fault.durationMs);
      break;
    case 'flush-redis':
      await redisOf(world).wipe();
      break;
    case 'cut-redis':
      await cutConnections(redisOf(world).url);
      break;
    case 'restart-redis':
      await redisOf(world).kill();
      await pause(fault.durationMs);
      await redisOf(world).startAgain();
      break;
    case 'delete-engine-cache':
      // Processes write into it while it goes.
      await rm(join(dataFolder, 'cache'), { recursive: true, force: true, maxRetries: 10 });
      break;
    case 'lock-database':
      await lockDatabase(dataFolder, fault.durationMs);
      break;
    case 'jump-clock':
      program.orders.jumpClock(fault.byMs);
      break;
    case 'take-site-away':
      await takeSiteAway(world, fault.durationMs);
      break;
    case 'refuse-rename':
    case 'store-short':
      program.orders.spoilSite(fault.kind, fault.files);
      break;
    case 'take-captioner-away':
      await world.ollama.down();
      await pause(fault.durationMs);
      await world.ollama.up();
      break;
    case 'spoil-replies':
      world.ollama.scripts.push(...fault.replies);
      break;
    case 'fill-disk':
      await fillDisk(world, fault.durationMs);
      break;
    case 'read-only-disk':
      await diskOf(world).makeReadOnly(() => pause(fault.durationMs));
      break;
  }
  program.orders.orderDeaths(later);
}

/** Waits until a process has died there; a step that is not reached is given up, and the system dies wherever it is. */
async function killAtStep(
  program: KeptProgram,
  deaths: readonly OrderedDeath[],
  patienceMs = STEP_PATIENCE_MS,
): Promise<void> {
  const { orders } = program;
  const [{ id }] = deaths as [OrderedDeath];
  orders.orderDeaths(deaths);
  if (!orders.hasHappened(id)) await atWork(program);
  if (await holdsWithin(patienceMs, () => orders.hasHappened(id))) return;
  if (orders.giveUpDeath(id)) await program.kill('system');
}

/** Work may be due and wait for its time. */
async function atWork({ life }: KeptProgram): Promise<void> {
  await life.ready;
  await Promise.race([life.atWork, pause(NOT_AT_WORK_WITHIN_MS)]);
}

/** As a backup program does that goes about it the wrong way. */
async function lockDatabase(dataFolder: string, durationMs: number): Promise<void> {
  const database = new Database(join(dataFolder, 'review.db'), { timeout: 60_000 });
  try {
    database.exec('BEGIN IMMEDIATE');
    await pause(durationMs);
    database.exec('ROLLBACK');
  } finally {
    database.close();
  }
}

async function takeSiteAway({ dataFolder }: World, durationMs: number): Promise<void> {
  const site = join(dataFolder, 'site');
  await rename(site, `${site} is away`);
  await pause(durationMs);
  await rename(`${site} is away`, site);
}

/** Not while a folder is looked at: one that might not fit is refused, and would have to be added again by a person. */
async function fillDisk(world: World, durationMs: number): Promise<void> {
  world.holdAdding(true);
  const isLookedAt = () => lookAt(world.dataFolder).sets.some(({ state }) => state === 'queued' || state === 'running');
  await holdsWithin(NOT_LOOKED_AT_WITHIN_MS, () => !isLookedAt());
  await diskOf(world).fill(() => pause(durationMs));
  world.holdAdding(false);
}

function diskOf({ disk }: World): SmallDisk {
  if (disk === null) throw new Error('the campaign has a fault of the disk and the data folder has none of its own');
  return disk;
}

/** As when a network goes away for a moment: the server keeps what it holds. */
function cutConnections(url: string): Promise<void> {
  return send(url, (redis) => redis.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes'));
}

function redisOf({ redis }: World): LocalRedisServer {
  if (redis === null) throw new Error('the campaign has a fault of Redis and no Redis');
  return redis;
}
