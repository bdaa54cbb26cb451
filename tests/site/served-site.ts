import { openFaultProxy, type FaultProxy } from '../support/fault-proxy.ts';
import { originalTable } from '../support/original-table.ts';
import { startProftpd, type ProftpdServer } from '../support/proftpd-server.ts';
import { createSiteDatabase, type SiteDatabase } from '../support/made-database.ts';
import type { MariadbAddress } from '../support/mariadb-server.ts';
import { openStatementProxy, type StatementProxy } from '../support/statement-proxy.ts';
import { readFilesOfSite, type SiteContent } from './site-content.ts';

/** A website on an FTP server and a MySQL server. Proofline reaches both through proxies, which can be told to fail. */
export type ServedSite = {
  readonly ftp: FaultProxy;
  readonly sql: StatementProxy;
  readonly server: ProftpdServer;
  readonly database: SiteDatabase;
  /** Settings of a Proofline that publishes there. */
  readonly variables: Readonly<Record<string, string>>;
  /** Every image by its hash and every row, as its readers get them. */
  content(): Promise<SiteContent>;
  close(): Promise<void>;
};

export const PUBLIC_URL_BASE = 'https://site.example/images';
/** A server that says nothing for longer counts as gone. */
const SILENCE_S = 5;

export async function openServedSite(mariadb: MariadbAddress): Promise<ServedSite> {
  const server = await startProftpd();
  const database = await createSiteDatabase(mariadb);
  await database.run(originalTable);
  const ftp = await openFaultProxy({ ports: [server.port, ...server.passivePorts], controlPort: server.port });
  const sql = await openStatementProxy(database.server);
  return {
    ftp,
    sql,
    server,
    database,
    variables: {
      PROOFLINE_SITE_URL: `ftp://${server.user}@${ftp.host}:${server.port}`,
      PROOFLINE_SITE_PASSWORD: server.password,
      PROOFLINE_SITE_TIMEOUT_S: String(SILENCE_S),
      PROOFLINE_PUBLIC_URL_BASE: PUBLIC_URL_BASE,
      PROOFLINE_MYSQL_URL: `mysql://${database.user}@${sql.host}:${sql.port}/${database.database}`,
      PROOFLINE_MYSQL_PASSWORD: database.password,
      PROOFLINE_MYSQL_TLS: 'off',
    },
    async content() {
      return { files: await readFilesOfSite(server.folder), rows: await readRows(database) };
    },
    async close() {
      await sql.close();
      await ftp.close();
      await database.drop();
      await server.stop();
    },
  };
}

async function readRows({ connect }: SiteDatabase): Promise<SiteContent['rows']> {
  return connect(async (connection) => {
    const [rows] = await connection.query({
      sql: 'SELECT * FROM photos_info_revamp ORDER BY File_Name',
      // The driver's own way of reading a double loses its last bit.
      typeCast: (field, next) => (field.type === 'DOUBLE' ? numberOf(field.string()) : next()),
    });
    return rows as SiteContent['rows'];
  });
}

const numberOf = (digits: string | null) => (digits === null ? null : Number(digits));
