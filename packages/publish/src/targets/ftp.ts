import type { Client } from 'basic-ftp';
import type { AssetTarget } from '@proofline/domain/asset-target.ts';
import type { FtpAddress } from './ftp/ftp-address.ts';
import { ftpConnection } from './ftp/ftp-connection.ts';
import { logIn } from './ftp/ftp-login.ts';
import { ftpFault } from './ftp/ftp-reply.ts';
import { ftpTrust, type FtpTrust } from './ftp/ftp-trust.ts';
import { openConnectionPool, untilAborted } from './remote/connection-pool.ts';
import type { RemoteConnection } from './remote/remote-connection.ts';
import { isFault } from './remote/remote-fault.ts';
import { openRemoteTarget } from './remote/remote-target.ts';

export type FtpTargetOptions = FtpAddress & {
  /** Connections to the server at once, over all stages of this process. */
  readonly connections: number;
  readonly sender?: string;
  readonly onRemark?: (remark: string) => void;
};

/** Serves the site's files from an FTP server, in the clear or over TLS. */
export function openFtpTarget({
  connections,
  sender,
  onRemark = () => undefined,
  ...address
}: FtpTargetOptions): AssetTarget {
  const trust = ftpTrust(address);
  const pool = openConnectionPool({ limit: connections, open: (signal) => connect(address, trust, signal) });
  const name = `the FTP server ${address.host}:${address.port}`;
  const site = { name, folder: address.folder, pool };
  return openRemoteTarget({ id: 'ftp', site, onRemark, ...(sender !== undefined && { sender }) });
}

async function connect(address: FtpAddress, trust: FtpTrust, signal: AbortSignal): Promise<RemoteConnection> {
  try {
    const client = await logIn(address, await trust.options(signal), signal);
    return await untilAborted(enter(client, address), signal, () => client.close());
  } catch (error) {
    signal.throwIfAborted();
    if (isFault(error, 'not-trusted')) trust.forget();
    throw error;
  }
}

async function enter(client: Client, { folder, password }: FtpAddress): Promise<RemoteConnection> {
  try {
    const features = await client.features();
    const root = absoluteFolder(await client.pwd(), folder);
    return ftpConnection(client, { root, features, secret: password });
  } catch (error) {
    client.close();
    throw ftpFault(error, password);
  }
}

function absoluteFolder(home: string, folder: string): string {
  if (folder.startsWith('/')) return folder;
  return folder === '' ? home : `${home === '/' ? '' : home}/${folder}`;
}
