import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { settle } from './test-runner.ts';
import { addSet, openTestStores, reviewer } from './test-stores.ts';

/** They grow with the catalogue: what walks through one of them takes the longer the more there is. */
const large =
  'events|e|photos|p|reviews|r|photo_metadata|text_drafts|text_judgements|j|renditions|publications|stage_attempts|a|file_names|photo_readings|technical_measurements|quality_measurements|lookalikes|picture_slots';

/** Partial indexes of what is under way, and keys by which pages begin: each of these holds or reads a few rows. */
const fewRows = [
  'photos_due',
  'stage_attempts_open',
  'stage_attempts_open_of_process',
  'stage_attempts_folder_left',
  'publications_standing',
];

/** Through all of a table or index, or from somewhere to its end: also what SQLite makes of `photo_id IS NOT NULL` by an index of photos. */
const walk = new RegExp(
  String.raw`^(?:SCAN (?:${large})(?: USING (?:COVERING )?INDEX (?<scanned>\w+))?$|SEARCH (?:${large}) USING (?:COVERING )?INDEX (?<ranged>\w+) \(\w+[<>]\?\)$)`,
);

test('nothing that a photo waits for on its way walks through what grows with the catalogue', () => {
  const asked = recordStatements();
  const stores = openTestStores();
  addSet(stores);
  settle(stores);
  stores.reviews.list({ order: 'by-photo' });
  stores.reviews.list({ status: 'pending' });
  stores.reviews.edit(1, { caption: 'A skater crosses the frozen lake at noon' }, reviewer);
  const { revisionHash } = stores.reviews.view(1);
  stores.reviews.approve(1, { revisionHash }, reviewer);
  asked.stop();
  const walking = [...asked.statements]
    .filter((text) => /^\s*(?:SELECT|UPDATE|DELETE|WITH)/i.test(text))
    .filter((text) => planOf(stores.sql, text).some((step) => isWalk(step)));
  expect(asked.statements.size).toBeGreaterThan(200);
  expect(walking).toEqual([]);
});

function isWalk(step: string): boolean {
  const found = walk.exec(step);
  return found !== null && !fewRows.includes(found.groups?.['scanned'] ?? found.groups?.['ranged'] ?? '');
}

/** A plan does not depend on the values, but wants some. */
function planOf(sqlite: Database.Database, text: string): string[] {
  const filled = text.replaceAll(/\?|@\w+/g, '1');
  return (sqlite.prepare(`EXPLAIN QUERY PLAN ${filled}`).all() as { detail: string }[]).map(({ detail }) => detail);
}

function recordStatements(): { readonly statements: ReadonlySet<string>; stop(): void } {
  const statements = new Set<string>();
  const { prepare } = Database.prototype;
  const spy = vi.spyOn(Database.prototype, 'prepare').mockImplementation(function record(
    this: Database.Database,
    text: string,
  ) {
    statements.add(text);
    return prepare.call(this, text);
  });
  const stop = () => spy.mockRestore();
  onTestFinished(stop);
  return { statements, stop };
}
