import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createConnection, type Connection } from 'mysql2/promise';
import { hasContainerEngine } from './container-engine.ts';
import { findService } from './ways-to-service.ts';

/** How to reach a server as somebody who may do everything there. */
export type MariadbAddress = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
};

export type MariadbServer = MariadbAddress & { stop(): Promise<void> };

/** One that the tests started from a local binary: it can be killed and started again, at the same address and with the same data. */
export type LocalMariadbServer = MariadbServer & { kill(): Promise<void>; startAgain(): Promise<void> };

const CONTAINER_IMAGE = 'mariadb:11.8';
const CONTAINER_PORT = 3306;
const REMEDY =
  'set TEST_MYSQL_URL=mysql://root:password@127.0.0.1:3306 or install it ("apt-get install mariadb-server")';
/** A start takes 150 ms on an idle machine. */
const START_TIMEOUT_MS = 60_000;

/**
 * Whether there is a server to test with; asked while tests are collected, for `skipIf`. Said loudly when not; where services are required
 * (`CI=true` or `REQUIRE_SERVICES=1`) that is an error, so that nothing passes by being skipped.
 */
export async function hasMariadb(): Promise<boolean> {
  if (process.env['TEST_MYSQL_URL'] !== undefined || localBinary() !== undefined) return true;
  // Looked for last: what looks for it takes a second to load.
  return (await hasContainerEngine()) || skipOrFail();
}

/** The same for `startLocalMariadb`. */
export function hasLocalMariadb(): boolean {
  return localBinary() !== undefined || skipOrFail();
}

/** The server of `TEST_MYSQL_URL`, else one in a container, else one from a local `mariadbd`. */
export async function startMariadb(): Promise<MariadbServer> {
  const given = process.env['TEST_MYSQL_URL'];
  const found = await findService<MariadbServer>({
    name: 'MariaDB',
    remedy: REMEDY,
    given: () => Promise.resolve(given === undefined ? null : { ...givenServer(given), stop: () => Promise.resolve() }),
    container: { isPossible: hasContainerEngine, start: startContainer },
    local: { isPossible: () => localBinary() !== undefined, start: startLocalMariadb },
  });
  if (found === null) throw new Error(`there is no MariaDB to test with; ${REMEDY}`);
  return found.start();
}

/** With `settings` as on the command line of mariadbd. */
export async function startLocalMariadb(settings: readonly string[] = []): Promise<LocalMariadbServer> {
  const folder = await mkdtemp(join(tmpdir(), 'proofline-mariadb-'));
  for (const part of ['data', 'tmp']) await mkdir(join(folder, part));
  installDatabase(folder);
  const address = { host: '127.0.0.1', port: await freePort(), user: 'root', password: '' };
  const start = () => startProcess(address, folder, settings);
  let server: ChildProcess | null = await start();
  const end = async (signal: NodeJS.Signals) => {
    if (server !== null) await endProcess(server, signal);
    server = null;
  };
  return {
    ...address,
    kill: () => end('SIGKILL'),
    async startAgain() {
      server = await start();
    },
    async stop() {
      await end('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Statements over a connection of its own, as somebody who may do everything. */
export async function administer<Result>(
  { host, port, user, password }: MariadbAddress,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const connection = await createConnection({ host, port, user, password, multipleStatements: true });
  try {
    return await work(connection);
  } finally {
    connection.destroy();
  }
}

function givenServer(url: string): MariadbAddress {
  const { hostname, port, username, password } = new URL(url);
  if (!['127.0.0.1', '[::1]', 'localhost'].includes(hostname) && process.env['TEST_SERVICES_ANYWHERE'] !== '1') {
    throw new Error(
      `TEST_MYSQL_URL points to ${hostname}, not to this machine; set TEST_SERVICES_ANYWHERE=1 if that is meant`,
    );
  }
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || CONTAINER_PORT),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  };
}

async function startContainer(): Promise<MariadbServer> {
  const { GenericContainer, Wait } = await import('testcontainers');
  const container = await new GenericContainer(CONTAINER_IMAGE)
    .withExposedPorts(CONTAINER_PORT)
    .withEnvironment({ MARIADB_ROOT_PASSWORD: 'test' })
    // Once for the server that prepares the data, once for the one that stays.
    .withWaitStrategy(Wait.forLogMessage(/ready for connections/, 2))
    .start();
  return {
    host: container.getHost(),
    port: container.getMappedPort(CONTAINER_PORT),
    user: 'root',
    password: 'test',
    async stop() {
      await container.stop();
    },
  };
}

/** Debian keeps it where only the superuser looks. */
function localBinary(): string | undefined {
  return ['mariadbd', '/usr/sbin/mariadbd'].find((path) => spawnSync(path, ['--version']).status === 0);
}

/** The server refuses to run as the superuser unless it is told to. */
const asWho = process.getuid?.() === 0 ? ['--user=root'] : [];

function installDatabase(folder: string): void {
  const { status, stderr, error } = spawnSync(
    'mariadb-install-db',
    [
      '--no-defaults',
      ...asWho,
      `--datadir=${join(folder, 'data')}`,
      `--tmpdir=${join(folder, 'tmp')}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      '--skip-name-resolve',
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`mariadb-install-db failed: ${error?.message ?? stderr}`);
}

async function startProcess(
  address: MariadbAddress,
  folder: string,
  settings: readonly string[],
): Promise<ChildProcess> {
  const log = join(folder, 'error.log');
  const server = spawn(
    localBinary() ?? 'mariadbd',
    [
      '--no-defaults',
      ...asWho,
      `--datadir=${join(folder, 'data')}`,
      `--tmpdir=${join(folder, 'tmp')}`,
      `--socket=${join(folder, 'm.sock')}`,
      `--pid-file=${join(folder, 'm.pid')}`,
      `--log-error=${log}`,
      `--bind-address=${address.host}`,
      `--port=${address.port}`,
      '--skip-name-resolve',
      '--innodb-buffer-pool-size=64M',
      '--character-set-server=utf8mb4',
      '--collation-server=utf8mb4_unicode_ci',
      ...settings,
    ],
    { stdio: 'ignore' },
  );
  await once(server, 'spawn');
  process.once('exit', () => server.kill('SIGKILL'));
  const ended = once(server, 'exit').then(async ([code]) => {
    throw new Error(`mariadbd ended with code ${String(code)} while it was starting: ${await readFile(log, 'utf8')}`);
  });
  await Promise.race([untilItAnswers(address), ended]);
  ended.catch(() => {});
  return server;
}

async function endProcess(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(server, 'exit');
  server.kill(signal);
  await ended;
}

/** A server cannot tell who waits for it that it is there now. */
async function untilItAnswers(address: MariadbAddress): Promise<void> {
  for (const startedAt = performance.now(); ;) {
    try {
      await administer(address, (connection) => connection.ping());
      return;
    } catch (error) {
      if (performance.now() - startedAt > START_TIMEOUT_MS) throw error;
    }
    await wait(20);
  }
}

async function freePort(): Promise<number> {
  const listener = createServer();
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, 'close');
  return port;
}

function skipOrFail(): false {
  if (process.env['CI'] === 'true' || process.env['REQUIRE_SERVICES'] === '1') {
    throw new Error(`there is no MariaDB to test with; ${REMEDY}`);
  }
  console.warn(`SKIPPED: everything that needs MariaDB. There is none; ${REMEDY}`);
  return false;
}
