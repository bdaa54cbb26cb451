import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { Catalogue, CatalogueEntry, CatalogueRow } from '@proofline/domain/catalogue.ts';
import {
  catalogueEntry,
  catalogueTable,
  differingColumns,
  fileNameColumn,
  idColumn,
  publishedColumns,
  publishedRow,
} from '../catalogue-columns.ts';
import type { PublishedColumn } from '../catalogue-columns.ts';
import { retryWhileLocked } from './retry-while-locked.ts';

export type SqliteCatalogueOptions = {
  /** Absolute path of the database file; made, with its folder, when it is not there. A copy of the original system's mirror is taken over as it is. */
  readonly file: string;
};

/** The catalogue with what the gallery needs: its rows, newest first. */
export type SqliteCatalogue = Catalogue & {
  count(): number;
  /** At most `limit` rows with an id below `belowId` (null: from the newest), by falling id. */
  newest(belowId: number | null, limit: number): readonly CatalogueRow[];
  /** Caption and alt text of every row; none may be written while this is read. */
  texts(): Iterable<{ readonly fileName: string; readonly caption: string; readonly altText: string }>;
  /** The keywords of rows at this location, or whose file names begin so, as they stand there; newest first, at most `limit` rows. */
  keywordsOf(about: { readonly location: string; readonly fileNameStart: string }, limit: number): readonly string[];
  /** As the mirror of another catalogue: holds these rows of it now, under their ids and names; none may stand in their way. */
  takeOver(rows: readonly CatalogueRow[], signal: AbortSignal): Promise<void>;
  /** As a mirror: whether it has held all of the other catalogue once. */
  wasFilled(): boolean;
  setFilled(): void;
};

/** Of the database's `user_version`, which nobody else uses. */
const FILLED = 1;

/** The site's table in an SQLite file on this machine. Throws in words when the file holds another table under that name. */
export function openSqliteCatalogue({ file }: SqliteCatalogueOptions): SqliteCatalogue {
  mkdirSync(dirname(file), { recursive: true });
  // SQLite's own waiting for a lock would stop the whole process; `retryWhileLocked` waits instead.
  const database = new Database(file, { timeout: 0 });
  try {
    database.pragma('synchronous = FULL');
    makeTable(database, file);
  } catch (error) {
    database.close();
    throw error;
  }

  const inTransaction = <Result>(work: () => Result, signal: AbortSignal) =>
    retryWhileLocked(() => database.transaction(work).immediate(), signal);
  const readRow = (fileName: string) => selectRow(database, fileName);

  return {
    id: 'sqlite',

    problems: (signal) => retryWhileLocked(() => tableProblems(database, file), signal),

    // A column of SQLite holds any value of any length.
    misfits(_photo, signal) {
      signal.throwIfAborted();
      return Promise.resolve([]);
    },

    upsert: (photo, signal) =>
      inTransaction(() => {
        const wanted = publishedRow(photo);
        const before = readRow(photo.fileName);
        if (before !== null && differingColumns(wanted, before).length === 0) {
          return { remoteId: Number(before['id']), changed: false };
        }
        database.prepare(upsertStatement).run(wanted);
        const held = assertHeld(wanted, readRow(photo.fileName));
        return { remoteId: Number(held['id']), changed: true };
      }, signal),

    read: (fileName, signal) => retryWhileLocked(() => readRow(fileName), signal),

    restore: (row, signal) =>
      inTransaction(() => {
        database.prepare(`DELETE FROM ${catalogueTable} WHERE ${fileNameColumn} = ?`).run(row[fileNameColumn]);
        insertRow(database, row);
        assertHeld(row, readRow(String(row[fileNameColumn])));
      }, signal),

    remove: (fileName, signal) =>
      inTransaction(() => {
        database.prepare(`DELETE FROM ${catalogueTable} WHERE ${fileNameColumn} = ?`).run(fileName);
      }, signal),

    page: (afterId, limit, signal) => retryWhileLocked(() => selectPage(database, afterId, limit), signal),

    count: () => database.prepare(`SELECT count(*) FROM ${catalogueTable}`).pluck().get() as number,

    newest: (belowId, limit) =>
      database
        .prepare(`SELECT * FROM ${catalogueTable} WHERE id < ? ORDER BY id DESC LIMIT ?`)
        .all(belowId ?? Number.MAX_SAFE_INTEGER, limit) as CatalogueRow[],

    texts: () =>
      database
        .prepare<[], { fileName: string; caption: string; altText: string }>(
          `SELECT ${fileNameColumn} AS fileName, coalesce(Caption, '') AS caption, coalesce(alt_text, '') AS altText FROM ${catalogueTable}`,
        )
        .iterate(),

    keywordsOf: ({ location, fileNameStart }, limit) =>
      database
        .prepare<unknown[], string>(
          `SELECT Keywords FROM ${catalogueTable}
           WHERE Keywords <> '' AND (Location = ? COLLATE NOCASE OR ${fileNameColumn} LIKE ? ESCAPE '!')
           ORDER BY id DESC LIMIT ?`,
        )
        .pluck()
        .all(location, `${fileNameStart.replaceAll(/[!%_]/g, '!$&')}%`, limit),

    takeOver: (rows, signal) =>
      inTransaction(() => {
        const clear = database.prepare(`DELETE FROM ${catalogueTable} WHERE id = ? OR ${fileNameColumn} = ?`);
        for (const row of rows) {
          const held = readRow(String(row[fileNameColumn]));
          if (held !== null && differingColumns(row, held).length === 0) continue;
          clear.run(row[idColumn], row[fileNameColumn]);
          insertRow(database, row);
        }
      }, signal),

    wasFilled: () => database.pragma('user_version', { simple: true }) === FILLED,
    setFilled: () => void database.pragma(`user_version = ${FILLED}`),

    close() {
      database.close();
      return Promise.resolve();
    },
  };
}

/** Types as in the original's mirror, QR as its uploader declares it. AUTOINCREMENT: the id of a photo that was taken away is never another's. */
const columnTypes: Readonly<Record<PublishedColumn, string>> = {
  Folder: 'TEXT',
  File_Name: 'TEXT',
  Path: 'TEXT',
  Thumb_Path: 'TEXT',
  DateTime: 'TEXT',
  Camera: 'TEXT',
  Lens_model: 'TEXT',
  Width: 'INTEGER DEFAULT 0',
  Height: 'INTEGER DEFAULT 0',
  Exposure: 'TEXT',
  Aperture: 'TEXT',
  ISO: 'INTEGER',
  Focal_length: 'INTEGER',
  Keywords: 'TEXT',
  Caption: 'TEXT',
  alt_text: 'TEXT',
  Location: 'TEXT',
  QR: 'REAL',
  QC_Status: 'TEXT',
  Original_File_Name: 'TEXT NOT NULL',
  nima_score: 'REAL',
  blur_score: 'REAL',
  brightness_score: 'REAL',
  contrast_score: 'REAL',
  brisque_score: 'REAL',
  clip_aesthetic_score: 'REAL',
};

const upsertStatement = `
  INSERT INTO ${catalogueTable} (${publishedColumns.join(', ')})
  VALUES (${publishedColumns.map((column) => `@${column}`).join(', ')})
  ON CONFLICT (${fileNameColumn}) DO UPDATE SET
  ${publishedColumns.map((column) => `${column} = excluded.${column}`).join(', ')}`;

function makeTable(database: Database.Database, file: string): void {
  const columns = publishedColumns.map((column) => `${column} ${columnTypes[column]}`);
  database.exec(
    `CREATE TABLE IF NOT EXISTS ${catalogueTable} (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, ${columns.join(', ')})`,
  );
  const problems = tableProblems(database, file);
  if (problems.length > 0) throw new Error(problems.join('; '));
  database.exec(
    `CREATE UNIQUE INDEX IF NOT EXISTS ${catalogueTable}_file_name ON ${catalogueTable} (${fileNameColumn})`,
  );
}

/** All that would keep a row from being written right, at once. A table with more columns than ours is fine. */
function tableProblems(database: Database.Database, file: string): readonly string[] {
  const held = new Set(database.prepare(`SELECT name FROM pragma_table_info('${catalogueTable}')`).pluck().all());
  const missing = ['id', ...publishedColumns].filter((column) => !held.has(column));
  if (missing.length > 0) {
    return [
      `the table ${catalogueTable} in ${file} has no column ${missing.join(', ')}; nothing was written; set another file`,
    ];
  }
  const doubled = database
    .prepare(`SELECT ${fileNameColumn} FROM ${catalogueTable} GROUP BY ${fileNameColumn} HAVING count(*) > 1 LIMIT 5`)
    .pluck()
    .all();
  if (doubled.length === 0) return [];
  return [
    `the table ${catalogueTable} in ${file} has more than one row for ${doubled.join(', ')}; nothing was written; remove the extra rows`,
  ];
}

function insertRow(database: Database.Database, row: CatalogueRow): void {
  const columns = Object.keys(row);
  const places = columns.map(() => '?').join(', ');
  database
    .prepare(`INSERT INTO ${catalogueTable} (${columns.map(quoted).join(', ')}) VALUES (${places})`)
    .run(columns.map((column) => row[column]));
}

function selectRow(database: Database.Database, fileName: string): CatalogueRow | null {
  const row = database.prepare(`SELECT * FROM ${catalogueTable} WHERE ${fileNameColumn} = ?`).get(fileName);
  return (row as CatalogueRow | undefined) ?? null;
}

function selectPage(database: Database.Database, afterId: number | null, limit: number): readonly CatalogueEntry[] {
  const columns = [idColumn, ...publishedColumns].join(', ');
  const rows = database
    .prepare(`SELECT ${columns} FROM ${catalogueTable} WHERE id > ? ORDER BY id LIMIT ?`)
    .all(afterId ?? Number.MIN_SAFE_INTEGER, limit);
  return (rows as CatalogueRow[]).map(catalogueEntry);
}

/** Thrown inside the transaction, so that a row which reads back otherwise than it was written is not kept. */
function assertHeld(wanted: CatalogueRow, held: CatalogueRow | null): CatalogueRow {
  const differences = held === null ? ['there is no row'] : differingColumns(wanted, held);
  if (held !== null && differences.length === 0) return held;
  throw new Error(
    `the catalogue row of ${wanted[fileNameColumn]} reads back otherwise than written: ${differences.join(', ')}; the row is as it was before`,
  );
}

function quoted(column: string): string {
  return `"${column.replaceAll('"', '""')}"`;
}
