import Database from 'better-sqlite3';

/** How often each outcome was recorded, over all attempts of the data folder's work. */
export function attemptOutcomes(reviewDatabase: string): Readonly<Record<string, number>> {
  using database = open(reviewDatabase);
  const rows = database.sqlite
    .prepare<[], { outcome: string; attempts: number }>(
      `SELECT coalesce(outcome, 'open') AS outcome, count(*) AS attempts FROM stage_attempts GROUP BY outcome`,
    )
    .all();
  return Object.fromEntries(rows.map(({ outcome, attempts }) => [outcome, attempts]));
}

function open(file: string) {
  const sqlite = new Database(file, { readonly: true });
  return { sqlite, [Symbol.dispose]: () => void sqlite.close() };
}
