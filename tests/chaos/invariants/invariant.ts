import { readdir, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import Database from 'better-sqlite3';
import type { FinishedWorld } from '../prepared-system.ts';

/** Something that holds of every data folder at rest, whatever was done to the system before. */
export type Invariant = {
  readonly name: string;
  /** Every violation in words; none when it holds. */
  check(world: OpenWorld): Promise<readonly string[]>;
};

/** A finished world, opened to be looked at. No process runs on it. */
export type OpenWorld = FinishedWorld & {
  /** Rows of `review.db`; what they look like is for the caller to say. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- a query has the type of what it selects
  rows<Row>(sql: string, ...parameters: readonly (string | number)[]): readonly Row[];
  readonly catalogueRows: readonly Readonly<Record<string, unknown>>[];
  /** Paths below the site's folder, with `/`. */
  readonly siteFiles: readonly string[];
  /** Paths below the data folder, with `/`, of everything below `work`. */
  readonly workFiles: readonly string[];
};

export async function withOpenWorld<Result>(
  world: FinishedWorld,
  look: (open: OpenWorld) => Promise<Result>,
): Promise<Result> {
  const review = new Database(join(world.dataFolder, 'review.db'), { readonly: true });
  const catalogue = new Database(join(world.dataFolder, 'catalogue.db'), { readonly: true });
  try {
    return await look({
      ...world,
      rows: <Row>(sql: string, ...parameters: readonly (string | number)[]) =>
        review.prepare(sql).all(...parameters) as Row[],
      catalogueRows: catalogue.prepare('SELECT * FROM photos_info_revamp').all() as OpenWorld['catalogueRows'],
      siteFiles: await filesBelow(join(world.dataFolder, 'site'), '.'),
      workFiles: await filesBelow(world.dataFolder, 'work'),
    });
  } finally {
    review.close();
    catalogue.close();
  }
}

async function filesBelow(root: string, folder: string): Promise<readonly string[]> {
  const top = await realpath(join(root, folder)).catch(() => null);
  if (top === null) return [];
  const entries = await readdir(top, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(folder, relative(top, join(entry.parentPath, entry.name))).replaceAll(sep, '/'))
    .toSorted();
}
