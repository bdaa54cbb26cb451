import { createHash } from 'node:crypto';
import type { Algorithms, ServerHostKeyAlgorithm } from 'ssh2';
import type { SftpAddress } from './sftp-address.ts';
import { knownKeysOf } from './known-hosts.ts';

/** Judges the key that a server shows. */
export type HostKeyCheck = {
  /** Of the kinds that the server may show, those that can be checked; undefined where any can. */
  readonly algorithms: Pick<Algorithms, 'serverHostKey'> | undefined;
  isTrusted(key: Buffer): boolean;
  /** Why the last key was not trusted, or none can be; completes "the server …". */
  refusal(): string | null;
};

/** An RSA key signs in several ways, none of which is its own name any more. */
const signatures: Readonly<Record<string, readonly ServerHostKeyAlgorithm[]>> = {
  'ssh-rsa': ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa'],
};

export function hostKeyCheck({ host, port, hostKey }: Pick<SftpAddress, 'host' | 'port' | 'hostKey'>): HostKeyCheck {
  let shown: string | null = null;
  if ('fingerprint' in hostKey) {
    const expected = hostKey.fingerprint.replace(/=+$/, '');
    return {
      algorithms: undefined,
      isTrusted(key) {
        shown = fingerprintOf(key);
        return shown === expected;
      },
      refusal: () =>
        shown === null || shown === expected
          ? null
          : `shows another host key than expected: ${shown} instead of ${expected}; nothing was sent to it`,
    };
  }
  const known = knownKeysOf(hostKey.knownHosts, host, port);
  const types = [...new Set(known.filter(({ isRevoked }) => !isRevoked).map(({ type }) => type))];
  const serverHostKey = types.flatMap((type) => signatures[type] ?? [type as ServerHostKeyAlgorithm]);
  let isRefused = false;
  return {
    algorithms: serverHostKey.length === 0 ? undefined : { serverHostKey },
    isTrusted(key) {
      shown = fingerprintOf(key);
      const base64 = key.toString('base64');
      const same = known.filter((entry) => entry.base64 === base64);
      isRefused = same.length === 0 || same.some((entry) => entry.isRevoked);
      return !isRefused;
    },
    refusal() {
      if (!isRefused) return null;
      const why = known.length === 0 ? 'is not among the known hosts' : 'shows another host key than the known one';
      return `${why}; it shows ${shown ?? 'none'}; nothing was sent to it; make sure that this is the right one before it is added`;
    },
  };
}

/** As `ssh-keygen -l` prints it. */
function fingerprintOf(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}
