import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openConnection } from './connection.ts';
import { createUnitOfWork } from './unit-of-work.ts';

test('a database that became read-only is named as what blocks, and takes writes again once it is writable', () => {
  const { write, sqlite, file, rows } = openTestUnit();
  sqlite.pragma('query_only = ON');
  expect(write).toThrow(
    expect.objectContaining({
      name: 'Blocked',
      condition: 'data-folder-unwritable',
      message: `${file} cannot be written to (attempt to write a readonly database); nothing was written`,
    }),
  );
  sqlite.pragma('query_only = OFF');
  write();
  expect(rows()).toBe(1);
});

test('a database on a full disk is named as what blocks, and takes writes again once there is room', () => {
  const { write, sqlite, file, rows } = openTestUnit();
  sqlite.pragma(`max_page_count = ${String(sqlite.pragma('page_count', { simple: true }))}`);
  expect(write).toThrow(
    expect.objectContaining({
      name: 'Blocked',
      condition: 'disk-full',
      message: `${file} cannot be written to (database or disk is full); nothing was written`,
    }),
  );
  expect(rows()).toBe(0);
  sqlite.pragma('max_page_count = 1000');
  write();
  expect(rows()).toBe(1);
});

test('what the database refuses for what it is passes as it is', () => {
  const { unit } = openTestUnit();
  expect(() => unit.write(() => unit.sqlite.exec(`INSERT INTO notes VALUES (NULL)`))).toThrow(
    expect.objectContaining({ code: 'SQLITE_CONSTRAINT_NOTNULL' }),
  );
});

function openTestUnit() {
  const folder = mkdtempSync(join(tmpdir(), 'proofline-unit-'));
  const file = join(folder, 'review.db');
  const connection = openConnection(file);
  onTestFinished(() => {
    connection.sqlite.close();
    rmSync(folder, { recursive: true, force: true });
  });
  connection.sqlite.exec('CREATE TABLE notes (text TEXT NOT NULL) STRICT');
  const unit = createUnitOfWork(connection, () => new Date());
  return {
    unit,
    file,
    sqlite: connection.sqlite,
    /** More than a page. */
    write: () => unit.write(() => void connection.sqlite.prepare('INSERT INTO notes VALUES (?)').run('x'.repeat(9000))),
    rows: () => connection.sqlite.prepare('SELECT count(*) FROM notes').pluck().get(),
  };
}
