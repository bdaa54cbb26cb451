import { appendFileSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { LaunchError } from './launch-error.mjs';

const OWNERS = 'process-ids';

const POLL_MS = 200;
const HEARTBEAT_MS = 2_000;

/** A lock untouched for so long belongs to nobody, even if its owner's process id has been given to another program. */
const ABANDONED_MS = 300_000;

/** Between making the lock and writing the owner into it, or while taking an abandoned one away. */
const NAMELESS_MS = 5_000;

const ADVICE = "Put Proofline's folder on a disk with room, where you may write, and start again.";

/**
 * Does the work while no other start of this project does, and waits for one that does. The lock is a folder, which
 * every file system makes once; a lock is taken away when its owner and every program that the owner started are dead,
 * since a killed start leaves an installation behind that is still writing.
 *
 * @template Result
 * @param {string} toolsFolder
 * @param {(text: string) => void} say
 * @param {(addOwner: (pid: number) => void) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function holdSetUpLock(toolsFolder, say, work) {
  const lock = path.join(toolsFolder, 'set-up.lock');
  makeFolder(toolsFolder);
  await takeLock(lock, say);
  const heartbeat = setInterval(() => touch(lock), HEARTBEAT_MS);
  try {
    return await work((pid) => appendFileSync(path.join(lock, OWNERS), `${pid}\n`));
  } finally {
    clearInterval(heartbeat);
    rmSync(lock, { recursive: true, force: true });
  }
}

/**
 * @param {string} lock
 * @param {(text: string) => void} say
 */
async function takeLock(lock, say) {
  let told = false;
  const startedAt = performance.now();
  while (!tryMake(lock)) {
    const nobody = owners(lock).length === 0 && performance.now() - startedAt > ABANDONED_MS;
    if (nobody)
      throw new LaunchError(`the lock ${lock} can neither be made nor taken away; nothing was changed`, ADVICE);
    if (isAbandoned(lock)) {
      takeAway(lock);
      continue;
    }
    if (!told)
      say(`Another start of Proofline is setting up (process ${owners(lock)[0] ?? 'unknown'}): waiting for it`);
    told = true;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  appendFileSync(path.join(lock, OWNERS), `${process.pid}\n`);
}

/**
 * One at a time and only after a second look: between the first look and now another start may have taken the
 * abandoned lock away and made its own.
 *
 * @param {string} lock
 */
function takeAway(lock) {
  const guard = `${lock}.taking-away`;
  if (!tryMake(guard)) {
    if (ageMs(guard) > NAMELESS_MS) rmSync(guard, { recursive: true, force: true });
    return;
  }
  try {
    if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true });
  } finally {
    rmSync(guard, { recursive: true, force: true });
  }
}

/** @param {string} lock */
function isAbandoned(lock) {
  const pids = owners(lock);
  const age = ageMs(lock);
  if (pids.length === 0) return age > NAMELESS_MS;
  return !pids.some(isAlive) || age > ABANDONED_MS;
}

/** @param {string} lock */
function owners(lock) {
  const text = unlessGone(() => readFileSync(path.join(lock, OWNERS), 'utf8')) ?? '';
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map(Number);
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives and is somebody else's.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {string} folder */
function ageMs(folder) {
  const modifiedMs = unlessGone(() => statSync(folder).mtimeMs);
  return modifiedMs === undefined ? 0 : Date.now() - modifiedMs;
}

/** @param {string} folder */
function touch(folder) {
  unlessGone(() => utimesSync(folder, new Date(), new Date()));
}

/** @param {string} folder */
function tryMake(folder) {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    // EPERM: Windows, while a folder of that name is being deleted.
    if (['EEXIST', 'EPERM'].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? '')) return false;
    throw error;
  }
}

/** @param {string} folder */
function makeFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new LaunchError(`the folder ${folder} cannot be made; nothing was changed`, ADVICE, { cause: error });
  }
}

/**
 * @template Value
 * @param {() => Value} read
 * @returns {Value | undefined} undefined when another start has taken the file away meanwhile
 */
function unlessGone(read) {
  try {
    return read();
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
    throw error;
  }
}
