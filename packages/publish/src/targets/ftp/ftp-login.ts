import { TLSSocket, type ConnectionOptions } from 'node:tls';
import { Client, FTPError } from 'basic-ftp';
import { untilAborted } from '../remote/connection-pool.ts';
import { RemoteFault } from '../remote/remote-fault.ts';
import type { FtpAddress } from './ftp-address.ts';
import { ftpFault } from './ftp-reply.ts';

/** A site of fifty thousand files in one folder is listed in some 8 MB. */
const LARGEST_LISTING_BYTES = 64 * 1024 * 1024;

/** Connects, encrypts, checks the certificate and logs in, in this order: the password leaves this machine only for a server that is trusted. */
export function logIn(address: FtpAddress, trust: ConnectionOptions, signal: AbortSignal): Promise<Client> {
  return connected(address, signal, async (client) => {
    await encrypt(client, address, trust);
    // Before the login, for names and passwords beyond ASCII; some servers know it only afterwards, where it is sent once more.
    await client.sendIgnoringError('OPTS UTF8 ON');
    await login(client, address);
    await client.useDefaultSettings();
    return client;
  });
}

/** The certificate that the server shows, DER, whatever it is worth. Nothing is sent to the server but the wish to encrypt. */
export function fetchCertificate(address: FtpAddress, signal: AbortSignal): Promise<Buffer> {
  return connected(address, signal, async (client) => {
    await encrypt(client, address, { host: address.host, rejectUnauthorized: false });
    const { socket } = client.ftp;
    const raw = socket instanceof TLSSocket ? socket.getPeerCertificate(false).raw : undefined;
    client.close();
    if (raw === undefined) throw new RemoteFault('not-trusted', 'showed no certificate');
    return raw;
  });
}

async function connected<Result>(
  { timeoutMs, password }: FtpAddress,
  signal: AbortSignal,
  greet: (client: Client) => Promise<Result>,
): Promise<Result> {
  const options = { allowSeparateTransferHost: false, maxListingBytes: LARGEST_LISTING_BYTES };
  const client = new Client(timeoutMs, options);
  const deadline = AbortSignal.timeout(timeoutMs);
  try {
    return await untilAborted(greet(client), AbortSignal.any([signal, deadline]), () => client.close());
  } catch (error) {
    client.close();
    signal.throwIfAborted();
    if (deadline.aborted)
      throw new RemoteFault('unreachable', `said nothing for ${Math.round(timeoutMs / 1_000)} s while connecting`);
    const fault = ftpFault(error, password);
    // Nothing was begun yet that could be gone on with.
    throw fault.kind === 'connection-lost' ? new RemoteFault('unreachable', fault.message, { cause: error }) : fault;
  }
}

async function encrypt(client: Client, { host, port, encryption }: FtpAddress, tls: ConnectionOptions): Promise<void> {
  if (encryption === 'implicit') {
    await client.connectImplicitTLS(host, port, tls);
    return;
  }
  await client.connect(host, port);
  if (encryption === 'none') return;
  try {
    await client.useTLS(tls);
  } catch (error) {
    if (!(error instanceof FTPError)) throw error;
    throw new RemoteFault('not-trusted', `offers no encryption (${error.message}); nothing was sent to it`);
  }
}

async function login(client: Client, { user, password }: FtpAddress): Promise<void> {
  try {
    await client.login(user, password);
  } catch (error) {
    const fault = ftpFault(error, password);
    if (!(error instanceof FTPError) || fault.kind === 'busy') throw fault;
    throw new RemoteFault('login-refused', `refused the login of ${user}: it ${fault.message}`);
  }
}
