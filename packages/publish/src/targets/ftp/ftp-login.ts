import { createHash, X509Certificate } from 'node:crypto';
import { TLSSocket, type ConnectionOptions } from 'node:tls';
import { Client, FTPError } from 'basic-ftp';
import { untilAborted } from '../remote/connection-pool.ts';
import { RemoteFault } from '../remote/remote-fault.ts';
import type { FtpAddress } from './ftp-address.ts';
import { ftpFault } from './ftp-reply.ts';

/** A site of fifty thousand files in one folder is listed in some 8 MB. */
const LARGEST_LISTING_BYTES = 64 * 1024 * 1024;

/** Connects, encrypts, checks the certificate and logs in, in this order: the password leaves this machine only for a server that is trusted. */
export async function logIn(address: FtpAddress, signal: AbortSignal): Promise<Client> {
  const client = new Client(address.timeoutMs, {
    allowSeparateTransferHost: false,
    maxListingBytes: LARGEST_LISTING_BYTES,
  });
  const deadline = AbortSignal.timeout(address.timeoutMs);
  try {
    await untilAborted(greet(client, address), AbortSignal.any([signal, deadline]), () => client.close());
    return client;
  } catch (error) {
    client.close();
    signal.throwIfAborted();
    if (deadline.aborted)
      throw new RemoteFault(
        'unreachable',
        `said nothing for ${Math.round(address.timeoutMs / 1_000)} s while connecting`,
      );
    const fault = ftpFault(error, address.password);
    // Nothing was begun yet that could be gone on with.
    throw fault.kind === 'connection-lost' ? new RemoteFault('unreachable', fault.message, { cause: error }) : fault;
  }
}

async function greet(client: Client, address: FtpAddress): Promise<void> {
  const { host, port, user, password, encryption } = address;
  const tls = tlsOptions(address);
  if (encryption === 'implicit') await client.connectImplicitTLS(host, port, tls);
  else await client.connect(host, port);
  if (encryption === 'explicit') await changeOver(client, tls);
  if (encryption !== 'none') trustOnly(client, address);
  // Before the login, for names and passwords beyond ASCII; some servers know it only afterwards, where it is sent once more.
  await client.sendIgnoringError('OPTS UTF8 ON');
  await login(client, user, password);
  await client.useDefaultSettings();
}

async function changeOver(client: Client, tls: ConnectionOptions): Promise<void> {
  try {
    await client.useTLS(tls);
  } catch (error) {
    if (!(error instanceof FTPError)) throw error;
    throw new RemoteFault('not-trusted', `offers no encryption (${error.message}); nothing was sent to it`);
  }
}

async function login(client: Client, user: string, password: string): Promise<void> {
  try {
    await client.login(user, password);
  } catch (error) {
    const fault = ftpFault(error, password);
    if (!(error instanceof FTPError) || fault.kind === 'busy') throw fault;
    throw new RemoteFault('login-refused', `refused the login of ${user}: it ${fault.message}`);
  }
}

/** With a pinned certificate the chain is not judged: the certificate is, right after the hand-shake and before anything is sent. */
function tlsOptions({ host, ca, fingerprint }: FtpAddress): ConnectionOptions {
  return {
    host,
    // A name for the server to choose its certificate by; an address is none.
    ...(!/^[\d.]+$|:/.test(host) && { servername: host }),
    ...(ca !== null && { ca }),
    ...(fingerprint !== null && { rejectUnauthorized: false }),
  };
}

/** From here on data connections, too, must show this very certificate. */
function trustOnly(client: Client, { fingerprint, host }: FtpAddress): void {
  if (fingerprint === null) return;
  const { socket } = client.ftp;
  const raw = socket instanceof TLSSocket ? socket.getPeerCertificate(false).raw : undefined;
  if (raw === undefined) throw new RemoteFault('not-trusted', 'showed no certificate');
  const shown = createHash('sha256').update(raw).digest('hex');
  if (shown !== fingerprint)
    throw new RemoteFault(
      'not-trusted',
      `shows another certificate than the pinned one: ${asPrinted(shown)} instead of ${asPrinted(fingerprint)}; nothing was sent to it`,
    );
  client.ftp.tlsOptions = {
    host,
    ...(!/^[\d.]+$|:/.test(host) && { servername: host }),
    ca: new X509Certificate(raw).toString(),
    // It need not be an authority to be trusted here, nor bear the server's name.
    allowPartialTrustChain: true,
    checkServerIdentity: () => undefined,
  };
}

function asPrinted(hex: string): string {
  return hex.toUpperCase().replaceAll(/..(?!$)/g, '$&:');
}
