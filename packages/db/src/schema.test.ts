import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import * as schema from './schema.ts';
import { openTestStores } from './test-stores.ts';

type Column = { readonly name: string; readonly type: string; readonly required: boolean; readonly inKey: boolean };

const described = Object.values(schema)
  .filter((table) => table instanceof SQLiteTable)
  .map((table) => getTableConfig(table));

test('every table that queries know is the table that the migrations made, column by column', () => {
  const { sql } = openTestStores();
  const migrated = (table: string): Column[] =>
    (sql.pragma(`table_info(${table})`) as { name: string; type: string; notnull: number; pk: number }[]).map(
      ({ name, type, notnull, pk }) => ({ name, type, required: notnull === 1 || pk > 0, inKey: pk > 0 }),
    );

  for (const { name, columns, primaryKeys } of described) {
    const keyed = new Set(primaryKeys.flatMap((key) => key.columns.map((column) => column.name)));
    const known = columns.map((column): Column => {
      const inKey = column.primary || keyed.has(column.name);
      return { name: column.name, type: column.getSQLType().toUpperCase(), required: column.notNull || inKey, inKey };
    });
    expect({ [name]: known }).toEqual({ [name]: migrated(name) });
  }
});

test('queries know every table, and every table is strict', () => {
  const { sql } = openTestStores();
  const tables = sql
    .prepare(
      `SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    .all() as {
    name: string;
    strict: number;
  }[];
  expect(tables.filter(({ strict }) => strict !== 1)).toEqual([]);
  expect(tables.map(({ name }) => name).toSorted()).toEqual(
    [...described.map(({ name }) => name), 'migrations'].toSorted(),
  );
});

test('every state column lets in the words of the domain and no others', () => {
  const { sql } = openTestStores();
  const constrained = described.flatMap(({ name, columns }) =>
    columns
      .filter((column) => column.enumValues !== undefined && column.dataType === 'string')
      .map((column) => ({ table: name, column })),
  );
  expect(constrained.length).toBeGreaterThan(15);
  for (const { table, column } of constrained) {
    const [{ sql: text } = { sql: '' }] = sql.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').all(table) as {
      sql: string;
    }[];
    const check = new RegExp(`\\b${column.name} IN \\(([^)]*)\\)`).exec(text)?.[1];
    const words = check?.split(',').map((word) => word.trim().replaceAll("'", ''));
    const stagesOnly = column.name === 'stage' || column.name === 'rollback_from' || column.name === 'measure';
    if (stagesOnly) continue;
    expect({ table, column: column.name, words: words?.toSorted() }).toEqual({
      table,
      column: column.name,
      words: column.enumValues!.toSorted(),
    });
  }
});
