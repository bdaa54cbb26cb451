import { type BigIntStats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compareNaturally } from '@proofline/domain/natural-order.ts';
import type { FolderListing } from '@proofline/domain/photo-intake.ts';
import type { SourceFile } from '@proofline/domain/photo.ts';
import { countPixels } from './count-pixels.ts';
import { reasonNoPhoto, reasonToSkipName } from './file-kind.ts';

/** Links are followed; a folder that was walked once is not walked again, so a loop of links ends. */
export async function listPhotos(
  folder: string,
  includeSubfolders: boolean,
  signal: AbortSignal,
): Promise<FolderListing> {
  const walk: Walk = { includeSubfolders, signal, files: [], ignored: [], problems: [], walkedFolders: new Set() };
  const top = await statTop(folder);
  if (typeof top === 'string') return { files: [], ignored: [], problems: [top] };
  await walkFolder(walk, folder, '', top);
  if (walk.files.length === 0 && walk.problems.length === 0) walk.problems.push(describeNoPhotos(walk, folder));
  const files = walk.files.toSorted((a, b) => compareNaturally(a.relativePath, b.relativePath));
  return {
    files: await countPixels(files, signal),
    ignored: walk.ignored,
    problems: walk.problems,
  };
}

type Walk = {
  readonly includeSubfolders: boolean;
  readonly signal: AbortSignal;
  readonly files: SourceFile[];
  readonly ignored: { readonly relativePath: string; readonly reason: string }[];
  readonly problems: string[];
  /** Device and inode of each. */
  readonly walkedFolders: Set<string>;
};

/** In words, what is wrong with the folder that the operator named. */
async function statTop(folder: string): Promise<BigIntStats | string> {
  try {
    const stats = await stat(folder, { bigint: true });
    return stats.isDirectory() ? stats : `${folder} is not a folder; name the folder that holds the photos`;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') {
      return `there is no folder ${folder}; check the path and that its disk is connected`;
    }
    return `${folder} cannot be read (${codeOf(error)}); give this program the right to read it`;
  }
}

async function walkFolder(walk: Walk, path: string, relativeFolder: string, stats: BigIntStats): Promise<void> {
  const identity = `${stats.dev}:${stats.ino}`;
  if (walk.walkedFolders.has(identity)) {
    walk.ignored.push({ relativePath: relativeFolder, reason: 'a link to a folder that is listed already' });
    return;
  }
  walk.walkedFolders.add(identity);
  const names = await namesIn(walk, path);
  for (const name of names.toSorted(compareNaturally)) {
    walk.signal.throwIfAborted();
    await visit(walk, join(path, name), relativeFolder === '' ? name : `${relativeFolder}/${name}`, name);
  }
}

async function namesIn(walk: Walk, path: string): Promise<readonly string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    walk.problems.push(
      `the folder ${path} cannot be read (${codeOf(error)}), so its photos would be missing; give this program the right to read it or leave the folder out`,
    );
    return [];
  }
}

async function visit(walk: Walk, path: string, relativePath: string, name: string): Promise<void> {
  const skip = reasonToSkipName(name) ?? (await visitNamed(walk, path, relativePath));
  if (skip !== undefined) walk.ignored.push({ relativePath, reason: skip });
}

/** Takes the entry in, or says why not. Pipes and devices are never opened: that would wait for ever. */
async function visitNamed(walk: Walk, path: string, relativePath: string): Promise<string | undefined> {
  try {
    const stats = await stat(path, { bigint: true });
    if (stats.isDirectory()) {
      if (!walk.includeSubfolders) return 'a subfolder, and subfolders are not included';
      await walkFolder(walk, path, relativePath, stats);
      return undefined;
    }
    if (!stats.isFile()) return 'not a regular file';
    const reason = await reasonNoPhoto(path);
    if (reason === undefined) walk.files.push({ path, relativePath, bytes: Number(stats.size) });
    return reason;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ELOOP') return 'a link that leads nowhere';
    if (code === 'EACCES' || code === 'EPERM') return 'it may not be read by this program';
    throw error;
  }
}

function describeNoPhotos(walk: Walk, folder: string): string {
  const others = walk.ignored.length === 0 ? 'it is empty' : `what it holds (${walk.ignored.length}) is no photo`;
  const hint = walk.includeSubfolders ? '' : ', or include its subfolders';
  return `there are no photos in ${folder}: ${others}; name the folder that holds the photos${hint}`;
}

/** The system's name for a failed call; a fault that has none is a bug and goes on. */
function codeOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) throw error;
  return code;
}
