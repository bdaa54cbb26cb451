import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFaultProxy, type FaultProxy } from '../support/fault-proxy.ts';
import { originalTable } from '../support/original-table.ts';
import { startProftpd } from '../support/proftpd-server.ts';
import { createSiteDatabase, type SiteDatabase } from '../support/made-database.ts';
import type { MariadbAddress } from '../support/mariadb-server.ts';
import { startSshServer } from '../support/ssh-server.ts';
import { openStatementProxy, type StatementProxy } from '../support/statement-proxy.ts';
import { readFolder, type SiteContent } from './site-content.ts';

/** What carries the files to the site. */
export type SiteProtocol = 'ftp' | 'sftp';

/** A website on a file server and a MySQL server. Proofline reaches both through proxies, which can be told to fail. */
export type ServedSite = {
  /** To the file server. What SFTP carries is encrypted: there are no lines to be seen, and each connection counts as a transfer. */
  readonly wire: FaultProxy;
  /** Ports of the file server whose connections carry files. */
  readonly filePorts: readonly number[];
  readonly sql: StatementProxy;
  /** Where the web server would find the files. */
  readonly folder: string;
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

export async function openServedSite(mariadb: MariadbAddress, protocol: SiteProtocol = 'ftp'): Promise<ServedSite> {
  const files = protocol === 'ftp' ? await openFtp() : await openSftp();
  const database = await createSiteDatabase(mariadb);
  await database.run(originalTable);
  const sql = await openStatementProxy(database.server);
  return {
    ...files,
    sql,
    database,
    variables: {
      ...files.variables,
      PROOFLINE_SITE_TIMEOUT_S: String(SILENCE_S),
      PROOFLINE_PUBLIC_URL_BASE: PUBLIC_URL_BASE,
      PROOFLINE_MYSQL_URL: `mysql://${database.user}@${sql.host}:${sql.port}/${database.database}`,
      PROOFLINE_MYSQL_PASSWORD: database.password,
      PROOFLINE_MYSQL_TLS: 'off',
    },
    async content() {
      return { files: await readFolder(files.folder), rows: await readRows(database) };
    },
    async close() {
      await sql.close();
      await files.close();
      await database.drop();
    },
  };
}

type FilesOfSite = Pick<ServedSite, 'wire' | 'filePorts' | 'folder' | 'variables' | 'close'>;

async function openFtp(): Promise<FilesOfSite> {
  const server = await startProftpd();
  const wire = await openFaultProxy({ ports: [server.port, ...server.passivePorts], controlPort: server.port });
  return {
    wire,
    filePorts: server.passivePorts,
    folder: server.folder,
    variables: {
      PROOFLINE_SITE_URL: `ftp://${server.user}@${wire.host}:${server.port}`,
      PROOFLINE_SITE_PASSWORD: server.password,
    },
    async close() {
      await wire.close();
      await server.stop();
    },
  };
}

async function openSftp(): Promise<FilesOfSite> {
  const server = await startSshServer();
  const wire = await openFaultProxy({ ports: [server.port], controlPort: 0 });
  const keyFolder = await mkdtemp(join(tmpdir(), 'proofline-key-'));
  const key = join(keyFolder, 'key');
  await writeFile(key, server.privateKey, { mode: 0o600 });
  return {
    wire,
    filePorts: [server.port],
    folder: server.folder,
    variables: {
      PROOFLINE_SITE_URL: `sftp://${server.user}@${wire.host}:${server.port}`,
      PROOFLINE_SITE_KEY: key,
      PROOFLINE_SITE_FINGERPRINT: server.hostFingerprint,
    },
    async close() {
      await wire.close();
      await server.stop();
      await rm(keyFolder, { recursive: true, force: true });
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
