import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type Database from 'better-sqlite3';
import { APPLICATION_ID } from './connection.ts';

export type Migration = { readonly number: number; readonly name: string; readonly sql: string };

export type MigrateOptions = {
  /** Where a copy of an existing database goes before it is changed. */
  readonly backupFolder: string;
  readonly now: () => Date;
  readonly migrations?: readonly Migration[];
};

/** This file cannot be brought to the schema that this program knows. It was not changed. */
class SchemaRefused extends Error {
  override readonly name = 'SchemaRefused';
}

/**
 * Brings the database to the newest schema, forward only, each migration in a transaction of its own, after a backup of what was there.
 * Resolves with the path of the backup; null when nothing was there or nothing had to be done.
 */
export function migrate(sqlite: Database.Database, options: MigrateOptions): string | null {
  const { backupFolder, now, migrations = shippedMigrations() } = options;
  const applied = appliedMigrations(sqlite);
  assertKnown(sqlite.name, applied, migrations);
  const due = migrations.slice(applied.length);
  if (due.length === 0) return null;

  const backup = applied.length === 0 ? null : backUp(sqlite, backupFolder, applied.length, now());
  for (const migration of due) apply(sqlite, migration, now());
  return backup;
}

/** `NNNN-name.sql`, numbered from 1 without a gap. */
export function shippedMigrations(): readonly Migration[] {
  const folder = join(dirname(fileURLToPath(import.meta.url)), 'migrations');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
    .map((file, index) => {
      const number = Number(file.slice(0, 4));
      if (number !== index + 1) throw new Error(`migration ${file} is not number ${index + 1}`);
      return { number, name: file, sql: readFileSync(join(folder, file), 'utf8') };
    });
}

type AppliedMigration = { readonly number: number; readonly name: string; readonly sha256: string };

function appliedMigrations(sqlite: Database.Database): readonly AppliedMigration[] {
  const known = sqlite.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'`).get();
  if (known === undefined) return [];
  return sqlite.prepare<[], AppliedMigration>('SELECT number, name, sha256 FROM migrations ORDER BY number').all();
}

function assertKnown(file: string, applied: readonly AppliedMigration[], migrations: readonly Migration[]): void {
  if (applied.length > migrations.length) {
    throw new SchemaRefused(
      `${file} was written by a newer Proofline (schema ${applied.length}, this one knows ${migrations.length}); it was not changed; start the newer version, or put back a copy from the backups folder`,
    );
  }
  const strange = applied.find(({ sha256 }, index) => {
    const known = migrations[index];
    return known === undefined || sha256 !== checksum(known.sql);
  });
  if (strange !== undefined) {
    throw new SchemaRefused(
      `${file} was made with another text of migration ${strange.name}; it was not changed; start the version that made it`,
    );
  }
}

function backUp(sqlite: Database.Database, folder: string, schema: number, at: Date): string {
  mkdirSync(folder, { recursive: true });
  const stamp = at.toISOString().replaceAll(/[:.]/g, '-');
  const backup = join(folder, `review-schema-${schema}-${stamp}.db`);
  sqlite.prepare('VACUUM INTO ?').run(backup);
  return backup;
}

function apply(sqlite: Database.Database, migration: Migration, at: Date): void {
  sqlite
    .transaction(() => {
      sqlite.exec(`CREATE TABLE IF NOT EXISTS migrations (
        number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL
      ) STRICT`);
      sqlite.pragma(`application_id = ${APPLICATION_ID}`);
      sqlite.exec(migration.sql);
      sqlite
        .prepare('INSERT INTO migrations (number, name, sha256, applied_at) VALUES (?, ?, ?, ?)')
        .run(migration.number, migration.name, checksum(migration.sql), at.toISOString());
    })
    .immediate();
}

/** Line ends do not count: a checkout on Windows may have changed them. */
function checksum(sql: string): string {
  return createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');
}
