import { Blocked, remedies } from '@proofline/domain/blocking.ts';
import type { MysqlServer } from './pool.ts';
import type { Sessions } from './sessions.ts';
import { quoted } from './site-column.ts';
import { ownColumns, type SiteTable } from './site-table.ts';

/**
 * What the user may not do with the table, or nobody may just now. Each right is tried on no row, because what the server says of its rights leaves
 * out roles, proxies and whether it is read-only. Columns that the table lacks are another matter.
 */
export async function rightsProblems(
  sessions: Sessions,
  server: MysqlServer,
  table: SiteTable,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const missing: string[] = [];
  const others = new Set<string>();
  for (const [right, statement] of Object.entries(probes(table))) {
    try {
      await sessions.transaction((session) => session.query(statement), signal);
    } catch (error) {
      if (!(error instanceof Blocked)) throw error;
      if (isMissingRight(error)) missing.push(right);
      else others.add(`${error.message}; ${remedies[error.condition]}`);
    }
  }
  if (missing.length === 0) return [...others];
  return [
    `the user ${server.user} may not ${missing.join(', ')} on the table ${table.name}; nothing was written; allow it: GRANT SELECT, INSERT, UPDATE, DELETE ON ${quoted(server.database)}.${quoted(table.name)} TO …;`,
    ...others,
  ];
}

/** None for a table that has nothing of ours. */
function probes(table: SiteTable): Readonly<Record<string, string>> {
  const name = quoted(table.name);
  const columns = ownColumns(table)
    .filter(({ published }) => published !== null)
    .map((column) => quoted(column.name));
  if (columns.length === 0) return {};
  const list = columns.join(', ');
  return {
    SELECT: `SELECT ${list} FROM ${name} WHERE FALSE`,
    INSERT: `INSERT INTO ${name} (${list}) SELECT ${list} FROM ${name} WHERE FALSE`,
    UPDATE: `UPDATE ${name} SET ${columns.map((column) => `${column} = ${column}`).join(', ')} WHERE FALSE`,
    DELETE: `DELETE FROM ${name} WHERE FALSE`,
  };
}

/** TABLEACCESS_DENIED and COLUMNACCESS_DENIED. */
function isMissingRight({ cause }: Blocked): boolean {
  const { errno } = (cause ?? {}) as { readonly errno?: number };
  return errno === 1142 || errno === 1143;
}
