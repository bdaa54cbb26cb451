import { Blocked, remedies } from '@proofline/domain/blocking.ts';
import type { Catalogue, CatalogueRow } from '@proofline/domain/catalogue.ts';
import { RowRefused } from '@proofline/domain/publication.ts';
import {
  catalogueEntry,
  catalogueTable,
  differingColumns,
  fileNameColumn,
  publishedRow,
} from '../catalogue-columns.ts';
import { StillLocked } from './mysql/failure.ts';
import type { MysqlServer } from './mysql/pool.ts';
import { rightsProblems } from './mysql/rights-problems.ts';
import { openSessions, type Session } from './mysql/sessions.ts';
import { heldRow, rowMisfits } from './mysql/held-row.ts';
import { siteRows } from './mysql/site-rows.ts';
import { readTableProblems, watchTable } from './mysql/watched-table.ts';

export type MysqlCatalogueOptions = MysqlServer & {
  /** The site's table. */
  readonly table?: string;
};

/**
 * The site's table on a MySQL or MariaDB server. Nothing is asked of the server before the first use. What the table has to be like is checked
 * then, and again while it is not: a table that would not hold rows right is never written to.
 */
export function openMysqlCatalogue({ table: name = catalogueTable, ...server }: MysqlCatalogueOptions): Catalogue {
  const sessions = openSessions(server);
  const table = watchTable(name, server);

  /** In one transaction; an error says which photo's row was not changed. */
  async function change<Result>(
    fileName: string,
    signal: AbortSignal,
    work: (rows: ReturnType<typeof siteRows>) => Promise<Result>,
  ): Promise<Result> {
    signal.throwIfAborted();
    try {
      return await sessions.transaction(async (session) => work(siteRows(session, await table.use(session))), signal);
    } catch (error) {
      table.look(error);
      if (error instanceof RowRefused) throw refused(fileName, error);
      if (error instanceof StillLocked) throw await locked(fileName, error, signal);
      throw error;
    }
  }

  async function look<Result>(signal: AbortSignal, work: (session: Session) => Promise<Result>): Promise<Result> {
    signal.throwIfAborted();
    try {
      return await sessions.read(work, signal);
    } catch (error) {
      table.look(error);
      throw error;
    }
  }

  /** One row that somebody holds is that photo's matter; a table that is locked as a whole is nobody's. */
  async function locked(fileName: string, error: StillLocked, signal: AbortSignal): Promise<Error> {
    try {
      await sessions.transaction((session) => session.query(table.touchStatement), signal);
    } catch (whole) {
      if (!(whole instanceof StillLocked)) throw whole;
      return new Blocked('target-unreachable', `the table ${name} is locked: ${whole.message}`, { cause: error });
    }
    return new Error(
      `the catalogue row of ${fileName} was not changed: ${error.message}; publishing again changes it`,
      {
        cause: error,
      },
    );
  }

  return {
    id: 'mysql',

    async problems(signal) {
      signal.throwIfAborted();
      try {
        const { table: held, problems } = await sessions.read((session) => readTableProblems(session, name), signal);
        if (held === null) return problems;
        return [...problems, ...(await rightsProblems(sessions, server, held, signal))];
      } catch (error) {
        if (!(error instanceof Blocked)) throw error;
        return [`${error.message}; ${remedies[error.condition]}`];
      }
    },

    misfits: (photo, signal) =>
      look(signal, async (session) => rowMisfits(await table.use(session), publishedRow(photo))),

    async upsert(photo, signal) {
      // Of a try whose commit got no answer; the next one finds the row as wanted and would say that nothing changed.
      let wasWritten = false;
      return change(photo.fileName, signal, async (rows) => {
        const wanted = heldRow(rows.table, publishedRow(photo));
        const before = await rows.find(photo.fileName);
        if (before !== null && differingColumns(wanted, before).length === 0) {
          return { remoteId: Number(before['id']), changed: wasWritten };
        }
        if (before === null) await rows.insert(wanted);
        else await rows.update(before, wanted);
        const held = assertHeld(wanted, await rows.find(photo.fileName));
        wasWritten = true;
        return { remoteId: Number(held['id']), changed: true };
      });
    },

    read: (fileName, signal) =>
      look(signal, async (session) => siteRows(session, await table.use(session)).find(fileName)),

    restore(row, signal) {
      const fileName = String(row[fileNameColumn]);
      return change(fileName, signal, async (rows) => {
        const wanted = rows.writable(heldRow(rows.table, row));
        const before = await rows.find(fileName);
        if (before !== null && before['id'] === row['id']) await rows.update(before, wanted);
        else {
          if (before !== null) await rows.remove(before);
          await rows.insert(wanted);
        }
        assertHeld(wanted, await rows.find(fileName));
      });
    },

    remove: (fileName, signal) =>
      change(fileName, signal, async (rows) => {
        const before = await rows.find(fileName, 'look-alikes-are-none');
        if (before !== null) await rows.remove(before);
      }),

    page: (afterId, limit, signal) =>
      look(signal, async (session) => {
        const rows = await siteRows(session, await table.use(session)).page(afterId, limit);
        return rows.map(catalogueEntry);
      }),

    close: () => sessions.close(),
  };
}

/** Thrown inside the transaction, so that a row which reads back otherwise than it was written is not kept. */
function assertHeld(wanted: CatalogueRow, held: CatalogueRow | null): CatalogueRow {
  const differences = held === null ? ['there is no row'] : differingColumns(wanted, held);
  if (held !== null && differences.length === 0) return held;
  throw new Error(
    `the catalogue row of ${wanted[fileNameColumn]} reads back otherwise than written: ${differences.join(', ')}; the row is as it was before; look for a trigger on the table`,
  );
}

function refused(fileName: string, error: RowRefused): RowRefused {
  return new RowRefused(
    `the catalogue row of ${fileName} was not written: ${error.message}; change the photo's text, or the table`,
    { cause: error },
  );
}
