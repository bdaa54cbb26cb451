import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isTemporaryName } from '../target-path.ts';
import { unlessMissing } from './unless-missing.ts';

/** How many sizes are asked for at once: a site has folders of ten thousand files. */
const SIZES_AT_ONCE = 64;

type FoundFile = { readonly file: string; readonly bytes: number };

/**
 * Every file of a disk or a share below `folder`, with its absolute path. Links are followed; one that leads back to a folder on the way to it is not. What
 * vanishes meanwhile is left out; what cannot be read throws.
 */
export async function filesBelow(folder: string, signal: AbortSignal): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = [];
  await gather(folder, [], found, signal);
  return found;
}

async function gather(
  folder: string,
  above: readonly string[],
  found: FoundFile[],
  signal: AbortSignal,
): Promise<void> {
  const entered = await unlessMissing(realpath(folder));
  if (entered === null || above.includes(entered)) return;
  const entries = (await unlessMissing(readdir(folder, { withFileTypes: true }))) ?? [];
  const named = entries.filter((entry) => !isTemporaryName(entry.name));
  const folders = named.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name));
  const others = named.filter((entry) => !entry.isDirectory()).map((entry) => join(folder, entry.name));
  for (let start = 0; start < others.length; start += SIZES_AT_ONCE) {
    signal.throwIfAborted();
    const paths = others.slice(start, start + SIZES_AT_ONCE);
    const stats = await Promise.all(paths.map((path) => unlessMissing(stat(path))));
    for (const [index, path] of paths.entries()) {
      if (stats[index]?.isFile() === true) found.push({ file: path, bytes: stats[index].size });
      else if (stats[index]?.isDirectory() === true) folders.push(path);
    }
  }
  for (const path of folders) {
    signal.throwIfAborted();
    await gather(path, [...above, entered], found, signal);
  }
}
