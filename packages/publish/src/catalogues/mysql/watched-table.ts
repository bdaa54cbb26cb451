import { Blocked } from '@proofline/domain/blocking.ts';
import { fileNameColumn } from '../../catalogue-columns.ts';
import type { Session } from './sessions.ts';
import { quoted } from './site-column.ts';
import { columnNamed, describeTable, type SiteTable } from './site-table.ts';
import { hasFileNameKey, tableProblems } from './table-problems.ts';
import type { MysqlServer } from './pool.ts';

/** A column that the site adds is seen after this long; one that it takes away with the next error. */
const KEPT_MS = 15_000;
const DOUBLED_NAMES_SHOWN = 5;
const NO_SUCH_TABLE = 1146;

/** The site's table as it was declared a moment ago. */
export type WatchedTable = {
  /** Throws `Blocked` with everything that is wrong with the table. */
  use(session: Session): Promise<SiteTable>;
  /** After an error: the table may have been changed. */
  look(error: unknown): void;
  /** Changes no row, and waits like a change for whoever holds the whole table. */
  readonly touchStatement: string;
};

export function watchTable(
  name: string,
  { database, host, port }: Pick<MysqlServer, 'database' | 'host' | 'port'>,
  now: () => number = () => performance.now(),
): WatchedTable {
  let kept: { readonly table: SiteTable; readonly atMs: number } | null = null;
  return {
    async use(session) {
      if (kept !== null && now() - kept.atMs < KEPT_MS) return kept.table;
      const { table, problems } = await readTableProblems(session, name);
      if (table === null || problems.length > 0) {
        kept = null;
        throw new Blocked('target-unreachable', `the database ${database} on ${host}:${port}: ${problems.join('; ')}`);
      }
      kept = { table, atMs: now() };
      return table;
    },
    look(error) {
      if (error instanceof Blocked) kept = null;
    },
    touchStatement: `UPDATE ${quoted(name)} SET ${quoted(fileNameColumn)} = ${quoted(fileNameColumn)} WHERE FALSE`,
  };
}

export async function readTableProblems(
  session: Session,
  name: string,
): Promise<{ readonly table: SiteTable | null; readonly problems: readonly string[] }> {
  const table = await describeTable(session, name);
  if (table === null) await assertMissing(session, name);
  const doubled = table === null || hasFileNameKey(table) ? [] : await doubledNames(session, table);
  return { table, problems: tableProblems(table, name, doubled) };
}

/** Throws when the table is there and the user may see nothing of it. */
async function assertMissing(session: Session, name: string): Promise<void> {
  try {
    await session.query(`SELECT 1 FROM ${quoted(name)} WHERE FALSE`);
  } catch (error) {
    if (!(error instanceof Error && 'errno' in error && error.errno === NO_SUCH_TABLE)) throw error;
  }
}

async function doubledNames(session: Session, table: SiteTable): Promise<readonly string[]> {
  if (columnNamed(table, fileNameColumn) === undefined) return [];
  const column = quoted(fileNameColumn);
  const rows = await session.query(
    `SELECT ${column} AS name FROM ${quoted(table.name)} GROUP BY ${column} HAVING COUNT(*) > 1 LIMIT ${DOUBLED_NAMES_SHOWN}`,
  );
  return rows.map(({ name }) => String(name));
}
