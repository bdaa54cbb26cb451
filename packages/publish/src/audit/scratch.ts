import { rmSync } from 'node:fs';
import type { ListedFile } from '@proofline/domain/asset-target.ts';
import type { CatalogueRow } from '@proofline/domain/catalogue.ts';
import { foldFileName } from '@proofline/domain/folded-file-name.ts';
import type { PublishedPhoto } from '@proofline/domain/published-photo.ts';
import type { LedgerName, PublishedRecord } from '@proofline/domain/site-audit.ts';
import Database from 'better-sqlite3';
import { publishedRow } from '../catalogue-columns.ts';
import { listedKind } from './listed-kind.ts';

/** A row of the site's table, as far as it is compared with files and names. */
export type ScratchRow = {
  readonly fileName: string;
  readonly remoteId: number;
  /** On the target; null where the row's address leads nowhere on it. */
  readonly webPath: string | null;
  readonly thumbPath: string | null;
};

export type PublishedFacts = Omit<PublishedRecord, 'photo'> & {
  readonly expected: CatalogueRow | null;
  readonly webUrl?: string;
  readonly thumbUrl?: string;
};

/**
 * What is compared, side by side in a database of its own on the disk: tens of thousands of rows and files are joined there in both directions
 * without being held in memory.
 */
export type Scratch = {
  /** For the questions that are asked of all of it. */
  readonly sqlite: Database.Database;
  addPublished(records: readonly PublishedRecord[]): void;
  addNames(names: readonly LedgerName[]): void;
  addMirrored(rows: readonly CatalogueRow[]): void;
  addFiles(files: readonly ListedFile[]): void;
  addRows(rows: readonly ScratchRow[]): void;
  published(fileName: string): PublishedFacts | null;
  name(fileName: string): Pick<LedgerName, 'state' | 'photoId'> | null;
  mirrored(fileName: string): CatalogueRow | null;
  count(table: 'files' | 'rows' | 'names'): number;
  close(): void;
};

/** Makes the database at `file` anew; it is gone after `close`. */
export function openScratch(file: string): Scratch {
  rmSync(file, { force: true });
  const sqlite = new Database(file);
  // Lost with the process, and nobody else looks at it.
  sqlite.pragma('journal_mode = OFF');
  sqlite.pragma('synchronous = OFF');
  sqlite.exec(tables);
  const insert = (sql: string) => sqlite.prepare(sql);
  const insertPublished = insert('INSERT OR REPLACE INTO published VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const insertName = insert('INSERT OR IGNORE INTO names VALUES (?, ?, ?, ?)');
  const insertMirrored = insert('INSERT OR REPLACE INTO mirrored VALUES (?, ?)');
  const insertFile = insert('INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)');
  const insertRow = insert('INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?, ?)');
  const published = sqlite.prepare<[string], Record<string, unknown>>('SELECT * FROM published WHERE file_name = ?');
  const name = sqlite.prepare<[string], Pick<LedgerName, 'state' | 'photoId'>>(
    'SELECT state, photo_id AS photoId FROM names WHERE folded = ?',
  );
  const mirrored = sqlite.prepare<[string], string>('SELECT row FROM mirrored WHERE file_name = ?').pluck();
  const together = <Item>(add: (item: Item) => unknown) =>
    sqlite.transaction((items: readonly Item[]) => {
      for (const item of items) add(item);
    });

  return {
    sqlite,
    addPublished: together<PublishedRecord>(({ photo, ...facts }) =>
      insertPublished.run(
        facts.fileName,
        facts.photoId,
        facts.webPath,
        facts.thumbPath,
        facts.webBytes,
        facts.webSha256,
        facts.thumbBytes,
        facts.thumbSha256,
        JSON.stringify(photo === null ? { ...facts, expected: null } : { ...facts, ...expectedOf(photo) }),
      ),
    ),
    addNames: together<LedgerName>((given) => insertName.run(given.foldedKey, given.name, given.state, given.photoId)),
    addMirrored: together<CatalogueRow>((row) => insertMirrored.run(String(row['File_Name']), JSON.stringify(row))),
    addFiles: together<ListedFile>(({ path, bytes }) =>
      insertFile.run(path, foldFileName(path), bytes, listedKind(path)),
    ),
    addRows: together<ScratchRow>((row) =>
      insertRow.run(
        row.fileName,
        foldFileName(row.fileName),
        row.remoteId,
        row.webPath,
        row.thumbPath,
        row.webPath && foldFileName(row.webPath),
        row.thumbPath && foldFileName(row.thumbPath),
      ),
    ),
    published(fileName) {
      const found = published.get(fileName);
      return found === undefined ? null : (JSON.parse(String(found['facts'])) as PublishedFacts);
    },
    name: (fileName) => name.get(foldFileName(fileName)) ?? null,
    mirrored(fileName) {
      const row = mirrored.get(fileName);
      return row === undefined ? null : (JSON.parse(row) as CatalogueRow);
    },
    count: (table) => sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number,
    close() {
      sqlite.close();
      rmSync(file, { force: true });
    },
  };
}

function expectedOf(photo: PublishedPhoto) {
  return { expected: publishedRow(photo), webUrl: photo.webUrl, thumbUrl: photo.thumbUrl };
}

const tables = `
  CREATE TABLE published (
    file_name TEXT PRIMARY KEY, photo_id INTEGER, web_path TEXT, thumb_path TEXT, web_bytes INTEGER, web_sha256 TEXT,
    thumb_bytes INTEGER, thumb_sha256 TEXT, facts TEXT
  ) WITHOUT ROWID;
  CREATE TABLE names (folded TEXT PRIMARY KEY, name TEXT, state TEXT, photo_id INTEGER) WITHOUT ROWID;
  CREATE TABLE mirrored (file_name TEXT PRIMARY KEY, row TEXT) WITHOUT ROWID;
  CREATE TABLE files (path TEXT PRIMARY KEY, folded TEXT, bytes INTEGER, kind TEXT) WITHOUT ROWID;
  CREATE INDEX files_folded ON files (folded);
  CREATE TABLE rows (
    file_name TEXT, folded TEXT, remote_id INTEGER, web_path TEXT, thumb_path TEXT, web_folded TEXT, thumb_folded TEXT
  );
  CREATE INDEX rows_file_name ON rows (file_name);
  CREATE INDEX rows_folded ON rows (folded);
  CREATE INDEX rows_web_path ON rows (web_path);
  CREATE INDEX rows_thumb_path ON rows (thumb_path);
  CREATE INDEX rows_web_folded ON rows (web_folded);
  CREATE INDEX rows_thumb_folded ON rows (thumb_folded);
`;
