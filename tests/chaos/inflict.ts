import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { send, type LocalRedisServer } from '../support/redis-server.ts';
import { STEP_PATIENCE_MS, stepOf, type Fault } from './fault.ts';
import type { Supervisor } from './supervisor.ts';

type World = {
  readonly supervisor: Supervisor;
  readonly redis: LocalRedisServer | null;
  readonly dataFolder: string;
};

/** Does one thing to the running system; afterwards a process runs again, or is starting. `next`: what it must be ready to suffer. */
export async function inflict(fault: Fault, next: Fault | undefined, world: World): Promise<void> {
  const { supervisor, dataFolder } = world;
  // A process that finds no Redis refuses to start and says so, which is as it should be; the suite hits the one that runs.
  if (fault.kind.endsWith('-redis')) await supervisor.instance.ready;
  if (fault.kind === 'kill-at-step') await killAtStep(supervisor, fault.patienceMs);
  else await pause(fault.afterMs);
  switch (fault.kind) {
    case 'kill-at-instant':
    case 'kill-at-step':
      await supervisor.kill(stepOf(next));
      return;
    case 'freeze':
      await freeze(supervisor, fault.durationMs);
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
      await rm(join(dataFolder, 'cache'), { recursive: true, force: true });
      break;
  }
  const step = stepOf(next);
  if (step !== undefined) supervisor.instance.dieAt(step);
}

/** Waits until it has died; a step that is not reached is given up, and the process dies wherever it is. */
async function killAtStep(supervisor: Supervisor, patienceMs = STEP_PATIENCE_MS): Promise<void> {
  const { instance } = supervisor;
  await instance.ready;
  const patience = new AbortController();
  await Promise.race([instance.ended, pause(patienceMs, undefined, { signal: patience.signal }).catch(() => {})]);
  patience.abort();
}

async function freeze({ instance }: Supervisor, durationMs: number): Promise<void> {
  instance.send('SIGSTOP');
  await pause(durationMs);
  instance.send('SIGCONT');
}

/** As when a network goes away for a moment: the server keeps what it holds. */
function cutConnections(url: string): Promise<void> {
  return send(url, (redis) => redis.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes'));
}

function redisOf({ redis }: World): LocalRedisServer {
  if (redis === null) throw new Error('the campaign has a fault of Redis and no Redis');
  return redis;
}
