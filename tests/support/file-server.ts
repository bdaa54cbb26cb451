import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasContainerEngine } from './container-engine.ts';
import { givenServer, type GivenServer } from './given-server.ts';
import { isProftpdThere, startProftpd } from './proftpd-server.ts';
import { findService, type FoundService } from './ways-to-service.ts';

/** A server that takes files, whoever made it, and the folder that a login leads to, on this machine too. */
export type FileServer = GivenServer;

type Kind = 'FTP' | 'SFTP';

/** As in docker-compose.yml; its publisher sets no version tags. */
const FTP_IMAGE = 'delfer/alpine-ftp-server@sha256:60bb774d8408d9d4d5c74d05d1c086a34ce192c6c1a142ffac268cac0dbc6fac';
const SFTP_IMAGE = 'atmoz/sftp:alpine';
const USER = 'proofline';
/** The same outside as inside: a server tells them to its clients. */
const PASSIVE_PORTS = { first: 21_100, last: 21_109 };

/**
 * The server of `TEST_FTP_URL` or `TEST_SFTP_URL`, else one in a container, else a proftpd of this machine; null, said loudly, where there is none, and
 * an error where services are required.
 */
export function findFileServer(kind: Kind): Promise<FoundService<FileServer> | null> {
  return findService<FileServer>({
    name: `${kind} server`,
    remedy: `set TEST_${kind}_URL and TEST_${kind}_FOLDER, or install one ("apt-get install proftpd-core proftpd-mod-crypto")`,
    given: () => givenServer(kind),
    container: { isPossible: hasContainerEngine, start: () => startContainer(kind) },
    local: { isPossible: isProftpdThere, start: () => startLocal(kind) },
  });
}

async function startLocal(kind: Kind): Promise<FileServer> {
  const server = await startProftpd({ protocol: kind === 'FTP' ? 'ftp' : 'sftp' });
  const { port, user, password, folder, hostKey } = server;
  return { host: '127.0.0.1', port, user, password, hostKey, folder: '', localFolder: folder, remove: server.stop };
}

async function startContainer(kind: Kind): Promise<FileServer> {
  const { GenericContainer, Wait } = await import('testcontainers');
  const localFolder = await mkdtemp(join(tmpdir(), 'proofline-container-'));
  // The server in the container is another user.
  await chmod(localFolder, 0o777);
  const password = randomBytes(9).toString('base64url');
  const { first, last } = PASSIVE_PORTS;
  const passive = Array.from({ length: last + 1 - first }, (_, index) => first + index);
  const inner = kind === 'FTP' ? 21 : 22;
  const image =
    kind === 'FTP'
      ? new GenericContainer(FTP_IMAGE)
          .withEnvironment({
            USERS: `${USER}|${password}|/ftp/${USER}`,
            ADDRESS: '127.0.0.1',
            MIN_PORT: String(first),
            MAX_PORT: String(last),
          })
          .withBindMounts([{ source: localFolder, target: `/ftp/${USER}` }])
          .withExposedPorts(inner, ...passive.map((port) => ({ container: port, host: port })))
      : new GenericContainer(SFTP_IMAGE)
          .withCommand([`${USER}:${password}:::site`])
          .withBindMounts([{ source: localFolder, target: `/home/${USER}/site` }])
          .withExposedPorts(inner);
  const container = await image.withWaitStrategy(Wait.forListeningPorts()).start();
  const { output } =
    kind === 'SFTP' ? await container.exec(['cat', '/etc/ssh/ssh_host_ed25519_key.pub']) : { output: '' };
  return {
    host: container.getHost(),
    port: container.getMappedPort(inner),
    user: USER,
    password,
    hostKey: output.trim().split(' ').slice(0, 2).join(' '),
    folder: kind === 'FTP' ? '' : 'site',
    localFolder,
    async remove() {
      await container.stop();
      await rm(localFolder, { recursive: true, force: true });
    },
  };
}
