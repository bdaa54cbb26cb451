import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepStatements } from './kept-statements.ts';

const words = sqliteTable('words', { id: integer('id').primaryKey(), word: text('word').notNull() });
let sqlite: Database.Database;

beforeEach(() => {
  sqlite = new Database(':memory:');
  sqlite.exec(`CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL); INSERT INTO words VALUES (1, 'reed')`);
});
afterEach(() => void sqlite.close());

test('a query that comes again is compiled once, and each time answers for what it is asked now', () => {
  const prepare = vi.spyOn(sqlite, 'prepare');
  const orm = drizzle(keepStatements(sqlite));
  const wordOf = (id: number) =>
    orm
      .select()
      .from(words)
      .where(sql`id = ${id}`)
      .get();
  expect([wordOf(1), wordOf(2), wordOf(1)]).toEqual([{ id: 1, word: 'reed' }, undefined, { id: 1, word: 'reed' }]);
  expect(prepare).toHaveBeenCalledTimes(1);
});

test('the same text gives fields to the one and rows to the other, whoever comes first', () => {
  const orm = drizzle(keepStatements(sqlite));
  const asFields = () => orm.select().from(words).all();
  const asRows = () => orm.all(sql.raw('select "id", "word" from "words"'));
  const expected = [{ id: 1, word: 'reed' }];
  expect([asRows(), asFields(), asRows(), asFields()]).toEqual([expected, expected, expected, expected]);
});

test('a table that changes its shape is read as it is now', () => {
  const orm = drizzle(keepStatements(sqlite));
  const all = () => orm.all(sql.raw('SELECT * FROM words'));
  expect(all()).toEqual([{ id: 1, word: 'reed' }]);
  sqlite.exec('ALTER TABLE words ADD COLUMN language TEXT');
  expect(all()).toEqual([{ id: 1, word: 'reed', language: null }]);
});

test('of more texts than are kept, those go that were used least lately', () => {
  const prepare = vi.spyOn(sqlite, 'prepare');
  const orm = drizzle(keepStatements(sqlite));
  const ask = (number: number) => orm.all(sql.raw(`SELECT ${number}`));
  for (let number = 0; number < 1_000; number += 1) ask(number);
  ask(0);
  ask(1_000);
  prepare.mockClear();
  ask(0);
  expect(prepare).not.toHaveBeenCalled();
  ask(1);
  expect(prepare).toHaveBeenCalledTimes(1);
});

test('a transaction that throws leaves nothing behind, and its statements work on', () => {
  const orm = drizzle(keepStatements(sqlite));
  const add = (word: string) => orm.insert(words).values({ word }).run();
  expect(() =>
    orm.transaction(() => {
      add('ice');
      throw new Error('no');
    }),
  ).toThrow('no');
  add('snow');
  expect(orm.select({ word: words.word }).from(words).all()).toEqual([{ word: 'reed' }, { word: 'snow' }]);
});
