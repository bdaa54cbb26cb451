import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Names of the photos' folders under `work/`, e.g. `p12`. */
export async function workFolders(dataFolder: string): Promise<readonly string[]> {
  const work = join(dataFolder, 'work');
  const shards = await readdir(work);
  const photos = await Promise.all(shards.map((shard) => readdir(join(work, shard))));
  return photos.flat();
}
