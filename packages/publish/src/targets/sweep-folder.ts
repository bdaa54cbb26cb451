import { readdir, rm, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { isTemporaryName, temporaryNamePrefix } from '../target-path.ts';
import { unlessMissing } from './unless-missing.ts';

/** Much longer than any transfer to a disk takes: a temporary file older than this has nobody who writes to it. */
const temporaryFileStaleAfterMs = 10 * 60_000;

/**
 * Removes the temporary files below `folder` that a crash left; resolves with their paths, relative to it with `/`. Those of this `sender` go at once,
 * others when they are old.
 */
export async function sweepFolder(
  folder: string,
  {
    sender,
    isBeingWritten = () => false,
    now = Date.now,
  }: {
    readonly sender: string | undefined;
    /** Of the absolute path. */
    readonly isBeingWritten?: (file: string) => boolean;
    /** Milliseconds since 1970. */
    readonly now?: () => number;
  },
  signal: AbortSignal,
): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const file of await temporaryFiles(folder)) {
    signal.throwIfAborted();
    const found = isBeingWritten(file) ? null : await unlessMissing(stat(file));
    if (found === null) continue;
    const isOurs = sender !== undefined && basename(file).startsWith(temporaryNamePrefix(sender));
    if (!isOurs && now() - found.mtimeMs < temporaryFileStaleAfterMs) continue;
    await rm(file, { force: true });
    stale.push(relative(folder, file).replaceAll(sep, '/'));
  }
  return stale;
}

async function temporaryFiles(folder: string): Promise<readonly string[]> {
  const entries = await unlessMissing(readdir(folder, { recursive: true, withFileTypes: true }));
  return (entries ?? [])
    .filter((entry) => entry.isFile() && isTemporaryName(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
