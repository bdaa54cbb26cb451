import { connect, isIP, type Socket } from 'node:net';
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
    ...(tls?.verify === true && isIP(host) !== 0 && { stream: () => socketThatKnowsItsHost(host, port) }),
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
    // The driver's own reading of digits is quicker and makes 9.570264287777723 of 9.570264287777725.
    typeCast: (field, next) => (field.type === 'DOUBLE' ? numberOf(field.string()) : next()),
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

function numberOf(digits: string | null): number | null {
  return digits === null ? null : Number(digits);
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

/**
 * The driver hands TLS a socket without a name, and for a socket to an IP address Node then takes a certificate for `localhost`. The field is Node's own,
 * set by it for names only; a test with such a certificate notices when it means nothing any more.
 */
function socketThatKnowsItsHost(host: string, port: number): Socket {
  const socket = connect(port, host);
  socket.setNoDelay(true);
  socket.setKeepAlive(true);
  return Object.assign(socket, { _host: host });
}
