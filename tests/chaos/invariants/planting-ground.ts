import { cp, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import type { FinishedWorld } from '../prepared-system.ts';

export type Planted = Awaited<ReturnType<typeof plantingGround>>;

/** A photo in that state, as SQL. */
export function one(state: string): string {
  return `(SELECT min(id) FROM photos WHERE state = '${state}')`;
}

/** A copy of the world without what keeps a foreign program from spoiling it. */
export async function plantingGround(world: FinishedWorld) {
  const copy = await temporaryFolder();
  const dataFolder = join(copy, 'data');
  const originalsFolder = join(copy, 'photos');
  await cp(world.dataFolder, dataFolder, { recursive: true, filter: (path) => !path.endsWith('cache') });
  await cp(world.originalsFolder, originalsFolder, { recursive: true });
  const review = new Database(join(dataFolder, 'review.db'));
  const catalogue = new Database(join(dataFolder, 'catalogue.db'));
  unguard(review);
  const siteFile = (path: string) => join(dataFolder, 'site', ...path.split('/'));
  const published = () =>
    review
      .prepare(`SELECT id, web_path AS webPath, thumb_path AS thumbPath FROM publications WHERE state = 'published'`)
      .get() as {
      id: number;
      webPath: string;
      thumbPath: string;
    };
  return {
    world: { ...world, dataFolder, originalsFolder },
    dataFolder,
    originalsFolder,
    sql: (text: string) => expect(review.prepare(text).run().changes).toBeGreaterThan(0),
    catalogue: (text: string) => expect(catalogue.prepare(text).run().changes).toBe(1),
    published,
    siteFile,
    workFile: (path: string) => join(dataFolder, ...path.split('/')),
    async copySiteFile(rename: (path: string) => string) {
      const { webPath } = published();
      await mkdir(dirname(siteFile(rename(webPath))), { recursive: true });
      await cp(siteFile(webPath), siteFile(rename(webPath)));
    },
    close() {
      review.close();
      catalogue.close();
    },
  };
}

function unguard(review: Database.Database): void {
  review.pragma('foreign_keys = OFF');
  review.pragma('ignore_check_constraints = ON');
  const guards = review
    .prepare(
      `SELECT type, name FROM sqlite_schema WHERE type = 'trigger' OR (type = 'index' AND sql LIKE 'CREATE UNIQUE%')`,
    )
    .all() as { type: string; name: string }[];
  for (const { type, name } of guards) review.exec(`DROP ${type} ${name}`);
}
