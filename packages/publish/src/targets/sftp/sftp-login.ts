import { Client, type ConnectConfig, type SFTPWrapper } from 'ssh2';
import { RemoteFault } from '../remote/remote-fault.ts';
import { hostKeyCheck } from './host-key-check.ts';
import type { SftpAddress } from './sftp-address.ts';

/** Sooner than any router forgets a silent connection; three without an answer and the server counts as gone. */
const KEEP_ALIVE_MS = 10_000;

export type SftpSession = { readonly client: Client; readonly sftp: SFTPWrapper };

/** Connects, checks the host key, logs in and opens SFTP. */
export async function logIn(address: SftpAddress, signal: AbortSignal): Promise<SftpSession> {
  const client = new Client();
  const check = hostKeyCheck(address);
  const { promise, resolve, reject } = Promise.withResolvers<SftpSession>();
  const give = (fault: RemoteFault) => {
    client.destroy();
    reject(fault);
  };
  const stop = () => {
    client.destroy();
    reject(signal.reason as Error);
  };
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  // The listener stays: an error of a connection that is being closed would else end the process.
  client.on('error', (error) => give(loginFault(error, address, check.refusal())));
  client.once('close', () => give(new RemoteFault('unreachable', 'closed the connection during the login')));
  client.once('ready', () => {
    client.sftp((error, sftp) => {
      if (error === undefined) resolve({ client, sftp });
      else give(new RemoteFault('refused', `takes the login and offers no SFTP (${error.message})`));
    });
  });
  try {
    client.connect(configOf(address, check));
    // Requests are small and each waits for its answer: held back to be sent together they take 45 ms apiece.
    client.setNoDelay(true);
    return await promise;
  } catch (error) {
    client.destroy();
    // A key that cannot be read is told before anything is sent.
    throw error instanceof RemoteFault || signal.aborted ? error : loginFault(error as Error, address, null);
  } finally {
    signal.removeEventListener('abort', stop);
    client.removeAllListeners('close');
  }
}

function configOf(
  { host, port, user, password, key, timeoutMs }: SftpAddress,
  check: ReturnType<typeof hostKeyCheck>,
): ConnectConfig {
  return {
    host,
    port,
    username: user,
    readyTimeout: timeoutMs,
    keepaliveInterval: KEEP_ALIVE_MS,
    keepaliveCountMax: 3,
    hostVerifier: (shown: Buffer) => check.isTrusted(shown),
    ...(check.algorithms !== undefined && { algorithms: check.algorithms }),
    ...(password !== null && { password, tryKeyboard: false }),
    ...(key !== null && { privateKey: key.text, ...(key.passphrase !== null && { passphrase: key.passphrase }) }),
  };
}

function loginFault(
  error: Error & { readonly level?: string; readonly code?: string },
  { user, password, key }: SftpAddress,
  refusal: string | null,
): RemoteFault {
  if (refusal !== null) return new RemoteFault('not-trusted', refusal);
  const secrets = [password, key?.passphrase ?? null].filter((secret) => secret !== null && secret !== '');
  let because = error.message;
  for (const secret of secrets) because = because.replaceAll(secret as string, '[redacted]');
  if (error.level === 'client-authentication')
    return new RemoteFault(
      'login-refused',
      `refused the login of ${user} with ${key === null ? 'its password' : 'its key'} (${because})`,
    );
  if (/private ?key|passphrase|unsupported key/i.test(because))
    return new RemoteFault('login-refused', `was not asked, for the private key cannot be used (${because})`);
  if (/no matching host key/i.test(because))
    return new RemoteFault(
      'not-trusted',
      `shows no host key of a kind that is known of it (${because}); nothing was sent to it`,
    );
  return new RemoteFault('unreachable', `cannot be reached (${because})`);
}
