import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openConnection } from './connection.ts';
import { migrate, shippedMigrations, type Migration } from './migrate.ts';

let instant = Date.parse('2026-01-01T00:00:00.000Z');
const now = () => new Date((instant += 1));
const first: Migration = {
  number: 1,
  name: '0001-a.sql',
  sql: `CREATE TABLE a (x TEXT) STRICT; INSERT INTO a VALUES ('old')`,
};
const second: Migration = { number: 2, name: '0002-b.sql', sql: 'CREATE TABLE b (y TEXT) STRICT' };

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'proofline-migrate-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function migrated(folder: string, migrations: readonly Migration[]): string | null {
  const { sqlite } = openConnection(join(folder, 'review.db'));
  try {
    return migrate(sqlite, { backupFolder: join(folder, 'backups'), now, migrations });
  } finally {
    sqlite.close();
  }
}

function tables(file: string): unknown[] {
  const sqlite = new Database(file, { readonly: true });
  try {
    return sqlite.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all();
  } finally {
    sqlite.close();
  }
}

test('a new file is brought to the newest schema without a backup; a second start changes nothing', () => {
  const folder = temporaryFolder();
  expect(migrated(folder, [first, second])).toBeNull();
  expect(tables(join(folder, 'review.db'))).toEqual(['a', 'b', 'migrations']);
  expect(migrated(folder, [first, second])).toBeNull();
  expect(readdirSync(folder)).not.toContain('backups');
});

test('an existing file is copied before it is changed', () => {
  const folder = temporaryFolder();
  migrated(folder, [first]);
  const backup = migrated(folder, [first, second]);

  expect(relative(folder, backup!)).toMatch(/^backups.review-schema-1-2026-01-01T00-00-00-\d{3}Z\.db$/);
  expect(tables(backup!)).toEqual(['a', 'migrations']);
  expect(tables(join(folder, 'review.db'))).toEqual(['a', 'b', 'migrations']);
});

test('a migration that fails leaves the file as it was', () => {
  const folder = temporaryFolder();
  migrated(folder, [first]);
  const broken: Migration = { ...second, sql: `CREATE TABLE b (y TEXT); INSERT INTO missing VALUES (1)` };
  expect(() => migrated(folder, [first, broken])).toThrow('no such table: missing');
  expect(tables(join(folder, 'review.db'))).toEqual(['a', 'migrations']);
  expect(migrated(folder, [first, second])).not.toBeNull();
});

test('a file of a newer version is refused in words and not changed', () => {
  const folder = temporaryFolder();
  migrated(folder, [first, second]);
  const before = readFileSync(join(folder, 'review.db'));
  expect(() => migrated(folder, [first])).toThrow(
    /written by a newer Proofline \(schema 2, this one knows 1\); it was not changed/,
  );
  expect(readFileSync(join(folder, 'review.db'))).toEqual(before);
});

test('a migration whose text changed after it was applied is refused; line ends do not count', () => {
  const folder = temporaryFolder();
  const lines: Migration = { ...first, sql: 'CREATE TABLE a (x TEXT);\nCREATE TABLE c (x TEXT);\n' };
  migrated(folder, [lines]);
  expect(migrated(folder, [{ ...lines, sql: lines.sql.replaceAll('\n', '\r\n') }])).toBeNull();
  expect(() => migrated(folder, [first])).toThrow('another text of migration 0001-a.sql');
});

test('a database of another program is refused and not touched', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'review.db');
  const other = new Database(file);
  other.exec('CREATE TABLE theirs (x)');
  other.close();
  const before = readFileSync(file);
  expect(() => migrated(folder, [first])).toThrow('belongs to another program');
  expect(readFileSync(file)).toEqual(before);
});

test('a file that is no database, and a damaged one, are refused in words', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'review.db');
  writeFileSync(
    file,
    'this is a text file, long enough to be looked at as a database header by SQLite, more than a hundred bytes',
  );
  expect(() => migrated(folder, [first])).toThrow(/cannot be used: file is not a database; nothing was changed/);

  rmSync(file);
  migrated(folder, shippedMigrations());
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 4096, 3 * 4096);
  writeFileSync(file, bytes);
  expect(() => migrated(folder, shippedMigrations())).toThrow(/cannot be used: .*put a copy from the backups folder/s);
});

test('commits reach the disk, foreign keys hold, and readers do not wait', () => {
  const { sqlite } = openConnection(join(temporaryFolder(), 'review.db'));
  onTestFinished(() => void sqlite.close());
  const pragma = (name: string) => sqlite.pragma(name, { simple: true });
  expect(pragma('journal_mode')).toBe('wal');
  expect(pragma('synchronous')).toBe(2);
  expect(pragma('foreign_keys')).toBe(1);
  expect(pragma('trusted_schema')).toBe(0);
  expect(pragma('busy_timeout')).toBe(5000);
});

test('attempts of an earlier schema are kept when the table is made anew for the outcome blocked', () => {
  const folder = temporaryFolder();
  const migrations = shippedMigrations();
  const before = migrations.findIndex(({ name }) => name === '0003-blocking.sql');
  migrated(folder, migrations.slice(0, before));
  const file = join(folder, 'review.db');
  const old = new Database(file);
  const columns = 'id, subject_kind, subject_id, stage, epoch, attempt, run_token, worker, started_at, error_text';
  old.exec(
    `INSERT INTO stage_attempts (${columns}) VALUES (7, 'photo', 3, 'render-photo', 2, 4, 't', 'w', '2026-01-01T00:00:00.000Z', 'x')`,
  );
  const rows = (sqlite: Database.Database) => sqlite.prepare(`SELECT ${columns} FROM stage_attempts`).all();
  const kept = rows(old);
  old.close();
  migrated(folder, migrations);
  const migratedFile = new Database(file, { readonly: true });
  onTestFinished(() => void migratedFile.close());
  expect(rows(migratedFile)).toEqual(kept);
  expect(migratedFile.pragma('foreign_key_check')).toEqual([]);
});
