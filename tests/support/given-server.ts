import { randomUUID } from 'node:crypto';
import { chmod, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A server that the tests did not start and do not stop: they keep to a folder of their own in it. */
export type GivenServer = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** For SFTP, as in a known_hosts file: `ssh-… AAAA…`. */
  readonly hostKey: string;
  /** Of this run, as the server names it, and on this machine. */
  readonly folder: string;
  readonly localFolder: string;
  remove(): Promise<void>;
};

/**
 * The server of `TEST_FTP_URL` or `TEST_SFTP_URL` (`ftp://user:password@127.0.0.1:2121`), whose folder for that login is `TEST_FTP_FOLDER` or
 * `TEST_SFTP_FOLDER` on this machine, and whose host key is `TEST_SFTP_HOST_KEY`; null where none is named.
 */
export async function givenServer(kind: 'FTP' | 'SFTP'): Promise<GivenServer | null> {
  const [address, root] = [process.env[`TEST_${kind}_URL`], process.env[`TEST_${kind}_FOLDER`]];
  if (address === undefined) return null;
  const { hostname, port, username, password } = new URL(address);
  if (!['127.0.0.1', '[::1]', 'localhost'].includes(hostname) && process.env['TEST_SERVICES_ANYWHERE'] !== '1')
    throw new Error(
      `TEST_${kind}_URL points to ${hostname}, not to this machine; set TEST_SERVICES_ANYWHERE=1 if that is meant`,
    );
  if (root === undefined)
    throw new Error(
      `TEST_${kind}_FOLDER must name the folder on this machine that the login of TEST_${kind}_URL leads to`,
    );
  const hostKey = process.env['TEST_SFTP_HOST_KEY'] ?? '';
  if (kind === 'SFTP' && hostKey === '')
    throw new Error('TEST_SFTP_HOST_KEY must be the host key of the server of TEST_SFTP_URL: "ssh-ed25519 AAAA…"');
  const folder = `proofline-test-${randomUUID()}`;
  const localFolder = join(root, folder);
  await mkdir(localFolder);
  // The server may run as another user.
  await chmod(localFolder, 0o777);
  return {
    host: hostname,
    port: Number(port || (kind === 'FTP' ? 21 : 22)),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    hostKey,
    folder,
    localFolder,
    remove: () => rm(localFolder, { recursive: true, force: true }),
  };
}
