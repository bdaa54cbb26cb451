import { join, sep } from 'node:path';
import Database from 'better-sqlite3';
import { hashFolder } from '../support/folder-hash.ts';
import type { UndoBench } from './undo-bench.ts';

export type Row = Readonly<Record<string, unknown>>;

/** Where the photo stands and how it came there: what no undo takes back. */
const POSITION = ['stage', 'state', 'epoch', 'run_token', 'rollback_from', 'rollback_to', 'rollback_reason'];
/** The append-only record of everything that happened, what a person did in review, and what is judged anew within a moment, whatever comes of it. */
const PASSING = ['events', 'judgements_due', 'review_act_photos', 'awaited_revivals'];

/** Every row of every table that describes the photo, whatever tables there are. */
export function rowsOf({ dataFolder }: UndoBench, photoId: number): Readonly<Record<string, readonly Row[]>> {
  const sql = new Database(join(dataFolder, 'review.db'), { readonly: true });
  try {
    const tables = sql
      .prepare<[], string>(
        `SELECT t.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c
         WHERE t.type = 'table' AND c.name = 'photo_id' ORDER BY t.name`,
      )
      .pluck()
      .all()
      .filter((table) => !PASSING.includes(table));
    const described = tables.map((table) => [
      table,
      sql.prepare<[number], Row>(`SELECT * FROM ${table} WHERE photo_id = ?`).all(photoId),
    ]);
    const photo = sql.prepare<[number], Row>('SELECT * FROM photos WHERE id = ?').all(photoId);
    return { ...Object.fromEntries(described), photos: photo };
  } finally {
    sql.close();
  }
}

/** The same without the photo's position. */
export function descriptionOf(bench: UndoBench, photoId: number): Readonly<Record<string, readonly Row[]>> {
  const { photos = [], ...described } = rowsOf(bench, photoId);
  const withoutPosition = (row: Row) =>
    Object.fromEntries(Object.entries(row).filter(([key]) => !POSITION.includes(key)));
  return { ...described, photos: photos.map(withoutPosition) };
}

/** Hash of every file below the photo's folder, by path below the data folder, with `/`. */
export async function filesOf({ dataFolder }: UndoBench, photoId: number): Promise<Readonly<Record<string, string>>> {
  const files = Object.entries(await hashFolder(dataFolder)).map(
    ([path, sha256]) => [path.replaceAll(sep, '/'), sha256] as const,
  );
  return Object.fromEntries(files.filter(([path]) => path.startsWith(`work/0000/p${photoId}/`)));
}

/** Those of the files that some row of the photo points to. */
export async function knownFilesOf(bench: UndoBench, photoId: number): Promise<Readonly<Record<string, string>>> {
  const { photos, renditions } = rowsOf(bench, photoId);
  const paths = [
    ...(photos ?? []).map(({ working_path: path }) => path),
    ...(renditions ?? []).map(({ path }) => path),
  ];
  return Object.fromEntries(Object.entries(await filesOf(bench, photoId)).filter(([path]) => paths.includes(path)));
}
