import { sentFilesInMemory, type SentFiles } from '@proofline/domain/sent-files.ts';
import type { AssetTarget } from '@proofline/domain/asset-target.ts';
import type { FtpAddress } from './ftp/ftp-address.ts';
import { ftpConnection } from './ftp/ftp-connection.ts';
import { logIn } from './ftp/ftp-login.ts';
import { ftpFault } from './ftp/ftp-reply.ts';
import { openConnectionPool } from './remote/connection-pool.ts';
import type { RemoteConnection } from './remote/remote-connection.ts';
import { openRemoteTarget } from './remote/remote-target.ts';

export type FtpTargetOptions = FtpAddress & {
  /** Connections to the server at once, over all stages of this process. */
  readonly connections: number;
  readonly sender?: string;
  readonly sent?: SentFiles;
  readonly onRemark?: (remark: string) => void;
};

/** Serves the site's files from an FTP server, in the clear or over TLS. */
export function openFtpTarget({
  connections,
  sender,
  sent = sentFilesInMemory(),
  onRemark = () => undefined,
  ...address
}: FtpTargetOptions): AssetTarget {
  const pool = openConnectionPool({ limit: connections, open: (signal) => connect(address, signal) });
  const name = `the FTP server ${address.host}:${address.port}`;
  const site = { name, folder: address.folder, pool };
  return openRemoteTarget({ id: 'ftp', site, sent, onRemark, ...(sender !== undefined && { sender }) });
}

async function connect(address: FtpAddress, signal: AbortSignal): Promise<RemoteConnection> {
  const client = await logIn(address, signal);
  const stop = () => client.close();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const features = await client.features();
    const root = absoluteFolder(await client.pwd(), address.folder);
    return ftpConnection(client, { root, features, secret: address.password });
  } catch (error) {
    client.close();
    signal.throwIfAborted();
    throw ftpFault(error, address.password);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function absoluteFolder(home: string, folder: string): string {
  if (folder.startsWith('/')) return folder;
  return folder === '' ? home : `${home === '/' ? '' : home}/${folder}`;
}
