import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withOpenWorld } from './invariants/invariant.ts';
import type { FinishedWorld } from './prepared-system.ts';

/** What a world shows to its readers, to be compared with another: every image of the site by its hash, every row but for its number. */
export function publishedResult(world: FinishedWorld): Promise<Readonly<Record<string, string>>> {
  return withOpenWorld(world, async ({ siteFiles, catalogueRows, dataFolder }) => {
    const images = await Promise.all(
      // The gallery lists what was published last first, which depends on the moment.
      siteFiles
        .filter((path) => !path.endsWith('.html'))
        .map(async (path) => {
          const bytes = await readFile(join(dataFolder, 'site', ...path.split('/')));
          return [path, createHash('sha256').update(bytes).digest('hex')] as const;
        }),
    );
    const rows = catalogueRows.map(
      ({ id: _id, ...row }) => [`row ${String(row['File_Name'])}`, JSON.stringify(row)] as const,
    );
    return Object.fromEntries([...images, ...rows]);
  });
}
