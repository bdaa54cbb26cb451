import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CatalogueRow } from '@proofline/domain/catalogue.ts';
import { examplePhoto } from '../fixtures/published-photo.ts';
import { proveCatalogue } from './catalogue.conformance.ts';
import { openSqliteCatalogue } from './sqlite.ts';

proveCatalogue('sqlite', async () => {
  const own = await mkdtemp(join(tmpdir(), 'proofline-catalogue-'));
  const catalogue = openSqliteCatalogue({ file: join(own, 'catalogue.db') });
  const behind = new Database(join(own, 'catalogue.db'));
  return {
    catalogue,
    allRows: () => Promise.resolve(allRows(behind)),
    insertForeignRow(row) {
      insertRow(behind, row);
      return Promise.resolve();
    },
    async remove() {
      behind.close();
      await rm(own, { recursive: true, force: true });
    },
  };
});

const { signal } = new AbortController();
let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proofline-catalogue-'));
  file = join(folder, 'photos_info_revamp.db');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('the table has the site’s 27 columns and types', async () => {
  await openSqliteCatalogue({ file }).close();
  using database = closing(file);
  const columns = database.prepare(`SELECT name, type FROM pragma_table_info('photos_info_revamp')`).raw().all();
  expect(columns).toEqual([
    ['id', 'INTEGER'],
    ...['Folder', 'File_Name', 'Path', 'Thumb_Path', 'DateTime', 'Camera', 'Lens_model'].map((name) => [name, 'TEXT']),
    ['Width', 'INTEGER'],
    ['Height', 'INTEGER'],
    ['Exposure', 'TEXT'],
    ['Aperture', 'TEXT'],
    ['ISO', 'INTEGER'],
    ['Focal_length', 'INTEGER'],
    ...['Keywords', 'Caption', 'alt_text', 'Location'].map((name) => [name, 'TEXT']),
    ['QR', 'REAL'],
    ['QC_Status', 'TEXT'],
    ['Original_File_Name', 'TEXT'],
    ['nima_score', 'REAL'],
    ['blur_score', 'REAL'],
    ['brightness_score', 'REAL'],
    ['contrast_score', 'REAL'],
    ['brisque_score', 'REAL'],
    ['clip_aesthetic_score', 'REAL'],
  ]);
});

test('two rows of one file name are impossible, whoever writes them', async () => {
  await openSqliteCatalogue({ file }).close();
  using database = closing(file);
  insertRow(database, { File_Name: 'A_001.JPG', Original_File_Name: 'a.jpg' });
  expect(() => insertRow(database, { File_Name: 'A_001.JPG', Original_File_Name: 'b.jpg' })).toThrow('UNIQUE');
});

test('a copy of the original’s mirror is taken over with its rows, its extra columns and its whole-number QR', async () => {
  using database = closing(file);
  database.exec(originalTable);
  insertRow(database, { id: 7, File_Name: 'Old_001.JPG', Original_File_Name: 'old.jpg', QR: 6.5, note: 'kept' });
  const before = allRows(database);
  const catalogue = openSqliteCatalogue({ file });
  expect(await catalogue.upsert(examplePhoto(), signal)).toEqual({ remoteId: 8, changed: true });
  expect(await catalogue.upsert(examplePhoto(), signal)).toEqual({ remoteId: 8, changed: false });
  expect(await catalogue.upsert(examplePhoto({ rating: 7 }), signal)).toEqual({ remoteId: 8, changed: true });
  expect(allRows(database).slice(0, 1)).toEqual(before);
  await catalogue.close();
});

test('a table of that name without the site’s columns is refused with all that is missing', () => {
  using database = closing(file);
  database.exec('CREATE TABLE photos_info_revamp (id INTEGER PRIMARY KEY, File_Name TEXT, Folder TEXT, Path TEXT)');
  expect(() => openSqliteCatalogue({ file })).toThrow(/has no column Thumb_Path, DateTime, .*; nothing was written/);
});

test('a table with two rows of one file name is refused by name', () => {
  using database = closing(file);
  database.exec(originalTable);
  for (const id of [1, 2]) insertRow(database, { id, File_Name: 'Twice_001.JPG', Original_File_Name: 'a.jpg' });
  expect(() => openSqliteCatalogue({ file })).toThrow('more than one row for Twice_001.JPG');
});

test('a row that the database keeps otherwise than written is not kept', async () => {
  const catalogue = openSqliteCatalogue({ file });
  await catalogue.upsert(examplePhoto(), signal);
  using database = closing(file);
  database.exec(`CREATE TRIGGER meddle AFTER UPDATE OF Caption ON photos_info_revamp
    BEGIN UPDATE photos_info_revamp SET alt_text = 'meddled' WHERE id = NEW.id; END`);
  const before = allRows(database);
  await expect(catalogue.upsert(examplePhoto({ caption: 'New' }), signal)).rejects.toThrow(
    /alt_text is "meddled" instead of .*; the row is as it was before/,
  );
  expect(allRows(database)).toEqual(before);
  await catalogue.close();
});

test('a database that another program has locked is waited for without stopping this one', async () => {
  const catalogue = openSqliteCatalogue({ file });
  using database = closing(file);
  database.exec('BEGIN EXCLUSIVE');
  const writing = catalogue.upsert(examplePhoto(), signal);
  const stop = new AbortController();
  const stopped = catalogue.upsert(examplePhoto({ fileName: 'Stopped_001.JPG' }), stop.signal);
  stop.abort();
  await expect(stopped).rejects.toThrow('aborted');
  database.exec('COMMIT');
  expect(await writing).toEqual({ remoteId: 1, changed: true });
  expect(allRows(database)).toHaveLength(1);
  await catalogue.close();
});

test('the gallery gets the newest rows first, page by page', async () => {
  const catalogue = openSqliteCatalogue({ file });
  for (const fileName of ['A.JPG', 'B.JPG', 'C.JPG']) await catalogue.upsert(examplePhoto({ fileName }), signal);
  const names = (rows: readonly CatalogueRow[]) => rows.map((row) => row['File_Name']);
  expect(catalogue.count()).toBe(3);
  expect(names(catalogue.newest(null, 2))).toEqual(['C.JPG', 'B.JPG']);
  expect(names(catalogue.newest(2, 2))).toEqual(['A.JPG']);
  await catalogue.close();
});

/** The original's init statement with its INTEGER QR, plus a column of the site's own. */
const originalTable = `CREATE TABLE photos_info_revamp (
  id INTEGER NOT NULL PRIMARY KEY, Folder TEXT, File_Name TEXT, Path TEXT, Thumb_Path TEXT, DateTime TEXT, Camera TEXT,
  Lens_model TEXT, Width INTEGER DEFAULT 0, Height INTEGER DEFAULT 0, Exposure TEXT, Aperture TEXT, ISO INTEGER,
  Focal_length INTEGER, Keywords TEXT, Caption TEXT, alt_text TEXT, Location TEXT, QR INTEGER, QC_Status TEXT,
  Original_File_Name TEXT NOT NULL, nima_score REAL, blur_score REAL, brightness_score REAL, contrast_score REAL,
  brisque_score REAL, clip_aesthetic_score REAL, note TEXT)`;

function allRows(database: Database.Database): readonly CatalogueRow[] {
  return database.prepare('SELECT * FROM photos_info_revamp ORDER BY id').all() as CatalogueRow[];
}

function insertRow(database: Database.Database, row: CatalogueRow): void {
  const columns = Object.keys(row);
  const places = columns.map((column) => `@${column}`);
  database.prepare(`INSERT INTO photos_info_revamp (${columns.join()}) VALUES (${places.join()})`).run(row);
}

function closing(path: string): Database.Database & Disposable {
  const database = new Database(path);
  return Object.assign(database, { [Symbol.dispose]: () => database.close() });
}
