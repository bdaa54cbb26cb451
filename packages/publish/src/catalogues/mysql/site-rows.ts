import type { CatalogueRow } from '@proofline/domain/catalogue.ts';
import { PublicationConflict } from '@proofline/domain/publication.ts';
import { differingColumns, fileNameColumn, idColumn } from '../../catalogue-columns.ts';
import { StartOver } from './failure.ts';
import type { Session } from './sessions.ts';
import { keyOf, placeholder, quoted, type SiteColumn } from './site-column.ts';
import { ownColumns, rowOf, selectFrom, type SiteTable } from './site-table.ts';

/** DUP_ENTRY, DUP_ENTRY_WITH_KEY_NAME. */
const duplicate = [1062, 1586];

/** The rows of the site's table, over one session. */
export function siteRows(session: Session, table: SiteTable) {
  const columns = ownColumns(table);
  const name = quoted(table.name);
  const columnsOf = (row: CatalogueRow) => columns.filter((column) => keyOf(column) in row);
  const valuesOf = (row: CatalogueRow, of: readonly SiteColumn[]) => of.map((column) => row[keyOf(column)] ?? null);

  return {
    table,

    /** What of a row can be written: the site computes some columns itself, and may have dropped others since. */
    writable: (row: CatalogueRow): CatalogueRow =>
      Object.fromEntries(columnsOf(row).map((column) => [keyOf(column), row[keyOf(column)] ?? null])),

    /**
     * Many sites compare names without letter case and accents, and `File_Name` is unique by that: the row of another photo may answer to this
     * name. It is never taken for this one's; where it is in the way, `PublicationConflict` says so.
     */
    async find(fileName: string, lookAlikes?: 'look-alikes-are-none'): Promise<CatalogueRow | null> {
      const found = await session.query(`${selectFrom(table, columns)} WHERE ${quoted(fileNameColumn)} = ?`, [
        fileName,
      ]);
      const rows = found.map((raw) => rowOf(columns, raw));
      const own = rows.find((row) => row[fileNameColumn] === fileName);
      if (own !== undefined) return own;
      const [other] = rows;
      if (other === undefined || lookAlikes !== undefined) return null;
      throw new PublicationConflict(
        `the site holds a catalogue row ${String(other[fileNameColumn])}, which its table takes for the same name as ${fileName}; it was not touched; give the photo another name, or let the column tell the two apart: ALTER TABLE ${name} MODIFY COLUMN ${quoted(fileNameColumn)} VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;`,
      );
    },

    /** By rising id: the published columns alone, because a site may keep more in its rows than fits in memory. */
    async page(afterId: number | null, limit: number): Promise<readonly CatalogueRow[]> {
      const published = columns.filter((column) => column.published !== null);
      const from = afterId === null ? '' : `WHERE ${quoted(idColumn)} > ?`;
      const found = await session.query(
        `${selectFrom(table, published)} ${from} ORDER BY ${quoted(idColumn)} LIMIT ${Math.trunc(limit)}`,
        afterId === null ? [] : [afterId],
      );
      return found.map((raw) => rowOf(published, raw));
    },

    async insert(row: CatalogueRow): Promise<void> {
      const given = columnsOf(row);
      try {
        await session.query(
          `INSERT INTO ${name} (${given.map((column) => quoted(column.name)).join(', ')}) VALUES (${given.map(placeholder).join(', ')})`,
          valuesOf(row, given),
        );
      } catch (error) {
        if (isDuplicate(error) && (await isTaken(String(row[fileNameColumn]))))
          throw new StartOver('the row was written by somebody else meanwhile', { cause: error });
        throw error;
      }
    },

    /** Writes what differs and nothing else. The row is locked first and looked at again. */
    async update(before: CatalogueRow, wanted: CatalogueRow): Promise<void> {
      await lock(before);
      const changed = columnsOf(wanted).filter((column) => before[keyOf(column)] !== wanted[keyOf(column)]);
      if (changed.length === 0) return;
      await session.query(
        `UPDATE ${name} SET ${changed.map((column) => `${quoted(column.name)} = ${placeholder(column)}`).join(', ')} WHERE ${quoted(idColumn)} = ?`,
        [...valuesOf(wanted, changed), before[idColumn] ?? null],
      );
    },

    async remove(before: CatalogueRow): Promise<void> {
      await lock(before);
      await session.query(`DELETE FROM ${name} WHERE ${quoted(idColumn)} = ?`, [before[idColumn] ?? null]);
    },
  };

  /** The row as it is now: a transaction sees the table as it was when it began. */
  async function lock(before: CatalogueRow): Promise<void> {
    const [raw] = await session.query(`${selectFrom(table, columns)} WHERE ${quoted(idColumn)} = ? FOR UPDATE`, [
      before[idColumn] ?? null,
    ]);
    if (raw === undefined || differingColumns(before, rowOf(columns, raw)).length > 0)
      throw new StartOver('the row was changed by somebody else meanwhile');
  }

  /** Asked with a lock, which sees what others committed since this transaction began. */
  async function isTaken(fileName: string): Promise<boolean> {
    const found = await session.query(
      `SELECT ${quoted(idColumn)} FROM ${name} WHERE ${quoted(fileNameColumn)} = ? FOR UPDATE`,
      [fileName],
    );
    return found.length > 0;
  }
}

function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'errno' in error && duplicate.includes(Number(error.errno));
}
