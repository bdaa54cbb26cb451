import { createHash, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import { RemoteFault } from '../remote/remote-fault.ts';
import type { FtpAddress } from './ftp-address.ts';
import { fetchCertificate } from './ftp-login.ts';

/** How the connections to one server judge its certificate. */
export type FtpTrust = {
  options(signal: AbortSignal): Promise<ConnectionOptions>;
  /** The server was not trusted: next time it is looked at anew. */
  forget(): void;
};

/**
 * With a pinned certificate, the one that the server shows is fetched first and compared; from then on it is the only authority, for the data
 * connections as well. Trusting whatever comes and comparing afterwards would not do: a session that began untrusted cannot be resumed as trusted.
 */
export function ftpTrust(address: FtpAddress): FtpTrust {
  const { host, ca, fingerprint } = address;
  // A name for the server to choose its certificate by; an address is none.
  const named = { host, ...(isIP(host) === 0 && { servername: host }) };
  let pinned: Promise<ConnectionOptions> | null = null;

  async function pin(expected: string, signal: AbortSignal): Promise<ConnectionOptions> {
    const certificate = await fetchCertificate(address, signal);
    const shown = createHash('sha256').update(certificate).digest('hex');
    if (shown !== expected)
      throw new RemoteFault(
        'not-trusted',
        `shows another certificate than the pinned one: ${printed(shown)} instead of ${printed(expected)}; nothing was sent to it`,
      );
    return {
      ...named,
      ca: new X509Certificate(certificate).toString(),
      // It need not be an authority to be trusted here, nor bear the server's name.
      allowPartialTrustChain: true,
      checkServerIdentity: () => undefined,
    };
  }

  return {
    async options(signal) {
      if (fingerprint === null) return { ...named, ...(ca !== null && { ca }) };
      pinned ??= pin(fingerprint, signal);
      try {
        return { ...(await pinned) };
      } catch (error) {
        pinned = null;
        throw error;
      }
    },
    forget() {
      pinned = null;
    },
  };
}

function printed(hex: string): string {
  return hex.toUpperCase().replaceAll(/..(?!$)/g, '$&:');
}
