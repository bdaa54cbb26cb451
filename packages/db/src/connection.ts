import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { keepStatements } from './kept-statements.ts';
import { damageAtOpening } from './soundness.ts';

/** Another process may hold the file for a backup or a look; wait this long before giving up. */
export const BUSY_TIMEOUT_MS = 5_000;
/** 64 MB of page cache: keeps the lists of a large catalogue in memory. Negative: KiB. */
const CACHE_KIB = -65_536;

/** Written into the file's header, so that no other program's database is ever taken for ours ("PRFL"). */
export const APPLICATION_ID = 0x50_52_46_4c;

export type Connection = {
  /** For statements that run per photo and stage, and for SQL that reads better as SQL. */
  readonly sqlite: Database.Database;
  /** For everything else. Both are the same connection, so they share transactions. */
  readonly orm: BetterSQLite3Database;
};

/** Opens the file, makes it if it is missing, and refuses one that is damaged, no SQLite database, or another program's. */
export function openConnection(file: string): Connection {
  const sqlite = open(file);
  try {
    assertOurs(sqlite, file);
    sqlite.pragma('journal_mode = WAL');
    // A commit that was reported must survive a power cut: photos take seconds, a commit takes a millisecond.
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('fullfsync = ON'); // macOS: fsync alone does not reach the disk there
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('recursive_triggers = ON'); // so that REPLACE meets the delete triggers
    sqlite.pragma('trusted_schema = OFF');
    sqlite.pragma('cell_size_check = ON');
    sqlite.pragma(`cache_size = ${CACHE_KIB}`);
    sqlite.pragma('temp_store = MEMORY');
    assertSound(sqlite, file);
  } catch (error) {
    sqlite.close();
    throw notReadable(file, error);
  }
  return { sqlite, orm: drizzle(keepStatements(sqlite)) };
}

function open(file: string): Database.Database {
  try {
    return new Database(file, { timeout: BUSY_TIMEOUT_MS });
  } catch (error) {
    throw notReadable(file, error);
  }
}

/** Before anything else: even a change of the journal mode writes to the file. */
function assertOurs(sqlite: Database.Database, file: string): void {
  const tables = sqlite.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' LIMIT 1`).all();
  const applicationId = sqlite.pragma('application_id', { simple: true });
  if (tables.length === 0 || applicationId === APPLICATION_ID) return;
  throw new UnusableDatabase(
    `the database ${file} belongs to another program; it was not changed; point PROOFLINE_DATA to another folder`,
  );
}

function assertSound(sqlite: Database.Database, file: string): void {
  const damage = damageAtOpening(sqlite, file);
  if (damage !== null) throw damaged(file, damage);
}

/** This file cannot be used as it is. It was not changed. */
class UnusableDatabase extends Error {
  override readonly name = 'UnusableDatabase';
}

function damaged(file: string, damage: string, options?: ErrorOptions): UnusableDatabase {
  return new UnusableDatabase(
    `the database ${file} cannot be used: ${damage}; nothing was changed; put a copy from the backups folder in its place`,
    options,
  );
}

function notReadable(file: string, error: unknown): UnusableDatabase {
  if (error instanceof UnusableDatabase) return error;
  return damaged(file, error instanceof Error ? error.message : String(error), { cause: error });
}
