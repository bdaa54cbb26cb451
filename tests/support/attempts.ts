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

/** What was written down of attempts that were used up. */
export function burnedAttempts(reviewDatabase: string): readonly string[] {
  using database = open(reviewDatabase);
  return database.sqlite
    .prepare<[], string>(
      `SELECT format('%s of %s %d: %s %s', outcome, stage, subject_id, error_class, error_text) FROM stage_attempts
       WHERE outcome IN ('retryable', 'discarded', 'refused')`,
    )
    .pluck()
    .all();
}

function open(file: string) {
  const sqlite = new Database(file, { readonly: true });
  return { sqlite, [Symbol.dispose]: () => void sqlite.close() };
}
