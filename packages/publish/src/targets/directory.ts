import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { Blocked, remedies } from '@proofline/domain/blocking.ts';
import type { Asset, AssetTarget } from '@proofline/domain/asset-target.ts';
import { reachFaultPoint } from '@proofline/domain/fault-point.ts';
import { fileSha256 } from '../content-hash.ts';
import { retryWhileBusy } from '../retry-while-busy.ts';
import { targetPathParts, temporaryName } from '../target-path.ts';
import { assertWhole } from './assert-whole.ts';
import { filesBelow } from './files-below.ts';
import { openSiteFolder, type SiteFolder } from './site-folder.ts';
import { sweepFolder } from './sweep-folder.ts';
import { unlessMissing } from './unless-missing.ts';

export type DirectoryTargetOptions = {
  /** Absolute path of the site's image root; made when it is not there at the start. */
  readonly folder: string;
  /** Below this the disk counts as full. */
  readonly floorBytes?: number;
  /**
   * Letters, digits and dashes that no other program sends to this folder under at the same time. What its temporary files say is left over can
   * be swept at once, before anything is sent.
   */
  readonly sender?: string;
  /** Milliseconds since 1970; tells how old a left-over temporary file is. */
  readonly now?: () => number;
};

/** Room for some hundred web images. */
const usualFloorBytes = 256 * 1024 * 1024;

/** Serves the site's files from a folder of this machine or a mounted share. */
export function openDirectoryTarget({
  folder,
  floorBytes = usualFloorBytes,
  sender,
  now = Date.now,
}: DirectoryTargetOptions): AssetTarget {
  const site = openSiteFolder({ folder, floorBytes });
  const sending = new Set<string>();
  /** Of sendings that failed; on a share that went away they cannot be removed before it is back. */
  const leftBehind = new Set<string>();
  const removeLeftBehind = async () => {
    for (const file of leftBehind) if (await isSurelyGone(file)) leftBehind.delete(file);
  };
  const absolute = (path: string) => join(folder, ...targetPathParts(path));

  return {
    id: 'directory',

    async problems(signal) {
      signal.throwIfAborted();
      const blocked = await site.blocked();
      return blocked === null ? [] : [`${blocked.message}; ${remedies[blocked.condition]}`];
    },

    async put(path, asset, signal) {
      const file = absolute(path);
      assertWhole(path, asset);
      await removeLeftBehind();
      const existing = await describeFile(file, signal);
      if (existing?.bytes === asset.bytes.length && existing.sha256 === asset.sha256) return { sent: false };
      const temporary = join(dirname(file), temporaryName(randomUUID(), sender));
      sending.add(temporary);
      try {
        await site.assertRoom();
        await makeFolder(dirname(file));
        reachFaultPoint('site-folder-made');
        await writeThrough(temporary, asset, signal);
        reachFaultPoint('temporary-file-verified');
        await retryWhileBusy(() => rename(temporary, file), signal);
        reachFaultPoint('temporary-file-renamed');
        await syncFolder(dirname(file));
      } catch (error) {
        leftBehind.add(temporary);
        await removeLeftBehind();
        throw await explained(error, `${path} was not written to ${folder}; the site has what it had`, site, signal);
      } finally {
        sending.delete(temporary);
      }
      return { sent: true };
    },

    async stat(path, signal) {
      const found = await describeFile(absolute(path), signal);
      if (found === null) await site.assertThere();
      return found;
    },

    async get(path, signal) {
      const bytes = await unlessMissing(readFile(absolute(path), { signal }));
      if (bytes === null) await site.assertThere();
      return bytes;
    },

    async remove(path, signal) {
      const file = absolute(path);
      const removed = await unlessMissing(retryWhileBusy(() => unlink(file).then(() => true), signal));
      if (removed === true) await syncFolder(dirname(file));
      else await site.assertThere();
    },

    async list(below, signal) {
      signal.throwIfAborted();
      const start = below === '' ? folder : absolute(below);
      const files = await filesBelow(start, signal);
      if (files.length === 0) await site.assertThere();
      return files
        .map(({ file, bytes }) => ({ path: relative(folder, file).replaceAll(sep, '/'), bytes }))
        .toSorted((a, b) => (a.path < b.path ? -1 : 1));
    },

    sweep: (signal) => sweepFolder(folder, { sender, isBeingWritten: (file) => sending.has(file), now }, signal),

    close: () => Promise.resolve(),
  };
}

/** Writes, flushes to the disk and reads back, so that what is renamed is known to be whole. */
async function writeThrough(file: string, asset: Asset, signal: AbortSignal): Promise<void> {
  await using handle = await open(file, 'wx');
  await handle.writeFile(asset.bytes, { signal });
  reachFaultPoint('temporary-file-written');
  await handle.sync();
  const written = await fileSha256(file, signal);
  if (written !== asset.sha256)
    throw new Error(`the disk gave back other bytes than were written to ${basename(file)}`);
}

/** A missing file in a missing folder may come back with it. What cannot be removed is left to the next call, and to `sweep`. */
async function isSurelyGone(file: string): Promise<boolean> {
  try {
    await rm(file, { force: true });
    return (await stat(dirname(file))).isDirectory();
  } catch {
    return false;
  }
}

async function describeFile(file: string, signal: AbortSignal) {
  signal.throwIfAborted();
  const found = await unlessMissing(stat(file));
  if (found === null || !found.isFile()) return null;
  return unlessMissing(fileSha256(file, signal).then((sha256) => ({ bytes: found.size, sha256 })));
}

/** Makes the folder and flushes every entry that came into being, so that a power cut cannot take the folder with its files. */
async function makeFolder(folder: string): Promise<void> {
  const firstMade = await mkdir(folder, { recursive: true });
  if (firstMade === undefined) return;
  for (let made = folder; made.length >= firstMade.length; made = dirname(made)) await syncFolder(dirname(made));
}

/** Windows cannot flush a folder and does not need to: its rename is journalled. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using handle = await open(folder, 'r');
  await handle.sync();
}

/** Being told to stop is no fault of the target and passes as it is; a fault of the whole folder is told as such. */
async function explained(error: unknown, message: string, site: SiteFolder, signal: AbortSignal): Promise<unknown> {
  if (signal.aborted || error instanceof Blocked) return error;
  return (await site.blocked()) ?? new Error(`${message}: ${(error as Error).message}`, { cause: error });
}
