import { setTimeout as wait } from 'node:timers/promises';
import { isTemporaryName, temporaryNamePrefix } from '../../target-path.ts';
import { isFault } from './remote-fault.ts';
import { ask, type RemoteSite } from './remote-site.ts';
import { walkFolders, type FoundEntry } from './walk-folders.ts';

/** Much longer than a transfer takes: a temporary file older than this has nobody who writes to it. */
const STALE_AFTER_MS = 30 * 60_000;
/** Whoever is told to stop goes within a second, with this spent on removing what was half sent. */
const LAST_CLEAN_UP_MS = 800;
const CLEAN_UP_MS = 15_000;
/** A server may carry out the command that makes the file after the connection which sent it is gone. */
const SECOND_LOOK_MS = 100;

/**
 * Removes a file that was half sent, also for somebody who has been told to stop by `stop`, and then in haste. False when the server could not be
 * asked: then it is left to a sweep.
 */
export async function removeScrap(
  site: RemoteSite,
  path: string,
  stop: AbortSignal,
  wasCutOff = false,
): Promise<boolean> {
  const hurry = new AbortController();
  const onStop = () => void setTimeout(() => hurry.abort(), LAST_CLEAN_UP_MS).unref();
  if (stop.aborted) onStop();
  else stop.addEventListener('abort', onStop, { once: true });
  const signal = AbortSignal.any([hurry.signal, AbortSignal.timeout(CLEAN_UP_MS)]);
  const remove = () => ask(site, (connection) => connection.remove(path), signal);
  try {
    if (!(await remove()) && wasCutOff) {
      await wait(SECOND_LOOK_MS, undefined, { signal });
      await remove();
    }
    return true;
  } catch {
    return false;
  } finally {
    stop.removeEventListener('abort', onStop);
  }
}

/**
 * Removes temporary files that a crash left; resolves with their paths. Those of this `sender` go at once, others when they are old by the server's
 * own clock, which is read off a file made for it.
 */
export async function sweepScraps(
  site: RemoteSite,
  {
    sender,
    isBeingSent,
    clockFile,
  }: {
    readonly sender: string | undefined;
    readonly isBeingSent: (path: string) => boolean;
    readonly clockFile: string;
  },
  signal: AbortSignal,
): Promise<readonly string[]> {
  const files = await walkFolders(site, '', signal);
  const scraps = (files ?? []).filter(({ name, path }) => isTemporaryName(name) && !isBeingSent(path));
  const isOurs = ({ name }: FoundEntry) => sender !== undefined && name.startsWith(temporaryNamePrefix(sender));
  const foreign = scraps.filter((scrap) => !isOurs(scrap));
  const old = foreign.length === 0 ? [] : await olderThanAnyTransfer(site, foreign, clockFile, signal);
  const stale = scraps.filter((scrap) => isOurs(scrap) || old.includes(scrap));
  const removed: string[] = [];
  for (const { path } of stale) {
    if (await ask(site, (connection) => connection.remove(path), signal)) removed.push(path);
  }
  return removed;
}

async function olderThanAnyTransfer(
  site: RemoteSite,
  scraps: readonly FoundEntry[],
  clockFile: string,
  signal: AbortSignal,
): Promise<readonly FoundEntry[]> {
  const nowMs = await readClock(site, clockFile, signal);
  if (nowMs === null) return [];
  const old: FoundEntry[] = [];
  for (const scrap of scraps) {
    const modifiedMs = scrap.modifiedMs ?? (await timeOf(site, scrap.path, signal));
    if (modifiedMs !== null && nowMs - modifiedMs > STALE_AFTER_MS) old.push(scrap);
  }
  return old;
}

/** Null where the server tells no times, or lets nothing be written. */
async function readClock(site: RemoteSite, path: string, signal: AbortSignal): Promise<number | null> {
  try {
    await site.pool.use((connection) => connection.write(path, new Uint8Array([0]), 0), signal);
    return await timeOf(site, path, signal);
  } catch (error) {
    if (isFault(error, 'refused', 'no-permission', 'disk-full', 'connection-lost')) return null;
    throw error;
  } finally {
    await removeScrap(site, path, signal);
  }
}

/** Listings of some servers have no times that could be compared, while each file has one. */
async function timeOf(site: RemoteSite, path: string, signal: AbortSignal): Promise<number | null> {
  return (await ask(site, (connection) => connection.describe(path), signal))?.modifiedMs ?? null;
}
