import type { AssetTarget } from '@proofline/domain/asset-target.ts';
import { openConnectionPool, untilAborted } from './remote/connection-pool.ts';
import type { RemoteConnection } from './remote/remote-connection.ts';
import { openRemoteTarget } from './remote/remote-target.ts';
import type { SftpAddress } from './sftp/sftp-address.ts';
import { sftpConnection } from './sftp/sftp-connection.ts';
import { sftpFault } from './sftp/sftp-fault.ts';
import { logIn, type SftpSession } from './sftp/sftp-login.ts';

export type SftpTargetOptions = SftpAddress & {
  /** Connections to the server at once, over all stages of this process. */
  readonly connections: number;
  readonly sender?: string;
  readonly onRemark?: (remark: string) => void;
};

/** Serves the site's files from a server over SSH. */
export function openSftpTarget({
  connections,
  sender,
  onRemark = () => undefined,
  ...address
}: SftpTargetOptions): AssetTarget {
  const pool = openConnectionPool({ limit: connections, open: (signal) => connect(address, signal) });
  const name = `the SFTP server ${address.host}:${address.port}`;
  const site = { name, folder: address.folder, pool };
  return openRemoteTarget({ id: 'sftp', site, onRemark, ...(sender !== undefined && { sender }) });
}

async function connect(address: SftpAddress, signal: AbortSignal): Promise<RemoteConnection> {
  const session = await logIn(address, signal);
  const end = () => session.client.destroy();
  const limit = AbortSignal.any([signal, AbortSignal.timeout(address.timeoutMs)]);
  try {
    const root = await untilAborted(absoluteFolder(session, address.folder), limit, end);
    return sftpConnection(session, { root, timeoutMs: address.timeoutMs });
  } catch (error) {
    end();
    signal.throwIfAborted();
    throw sftpFault(error, 'the question where the login leads to');
  }
}

async function absoluteFolder({ sftp }: SftpSession, folder: string): Promise<string> {
  if (folder.startsWith('/')) return folder;
  const home = await new Promise<string>((resolve, reject) => {
    sftp.realpath('.', (error, path) => (error === undefined ? resolve(path) : reject(error)));
  });
  return folder === '' ? home : `${home === '/' ? '' : home}/${folder}`;
}
