import { setTimeout as wait } from 'node:timers/promises';
import { createPool, type PoolConnection, type SslOptions } from 'mysql2/promise';

export type MysqlServer = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Null: in the clear. `ca` in PEM; null: the authorities that Node trusts. Without `verify` anybody may pose as the server. */
  readonly tls: { readonly verify: boolean; readonly ca: string | null } | null;
  /** Most connections at once of one process. */
  readonly connections: number;
};

export type Pool = {
  getConnection(): Promise<PoolConnection>;
  /** A server that does not answer is not waited for. */
  close(): Promise<void>;
};

const CONNECT_TIMEOUT_MS = 10_000;
const IDLE_MS = 60_000;
const CLOSE_MS = 2_000;

export function openPool({ host, port, user, password, database, tls, connections }: MysqlServer): Pool {
  const pool = createPool({
    host,
    port,
    user,
    password,
    database,
    ...(tls !== null && { ssl: sslOptions(tls) }),
    charset: 'utf8mb4',
    connectTimeout: CONNECT_TIMEOUT_MS,
    connectionLimit: connections,
    maxIdle: connections,
    idleTimeout: IDLE_MS,
    enableKeepAlive: true,
    // Whatever the site's columns are, values come as they stand there.
    dateStrings: true,
    jsonStrings: true,
    supportBigNumbers: true,
    timezone: 'Z',
    trace: false,
  });
  // A second error of a connection that was given up already would end the process.
  pool.on('connection', (connection) => connection.on('error', () => {}));
  return {
    getConnection: () => pool.getConnection(),
    async close() {
      await Promise.race([pool.end(), wait(CLOSE_MS, undefined, { ref: false })]);
    },
  };
}

function sslOptions({ verify, ca }: { readonly verify: boolean; readonly ca: string | null }): SslOptions {
  return {
    minVersion: 'TLSv1.2',
    rejectUnauthorized: verify,
    // The driver checks the host's name only when it is told to.
    verifyIdentity: verify,
    ...(ca !== null && { ca }),
  };
}
