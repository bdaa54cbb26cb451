import { createHmac } from 'node:crypto';

export type KnownKey = { readonly type: string; readonly base64: string; readonly isRevoked: boolean };

/** The keys that a known_hosts file (sshd(8)) holds for a host; entries for certificate authorities are passed over. */
export function knownKeysOf(knownHosts: string, host: string, port: number): readonly KnownKey[] {
  const name = port === 22 ? host.toLowerCase() : `[${host.toLowerCase()}]:${port}`;
  return knownHosts
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) => {
      const fields = line.split(/\s+/);
      const marker = fields[0]?.startsWith('@') === true ? fields.shift() : undefined;
      const [hosts, type, base64] = fields;
      if (hosts === undefined || type === undefined || base64 === undefined) return [];
      if (marker !== undefined && marker !== '@revoked') return [];
      return isNamed(hosts, name) ? [{ type, base64, isRevoked: marker === '@revoked' }] : [];
    });
}

function isNamed(hosts: string, name: string): boolean {
  if (hosts.startsWith('|1|')) return isHashOf(hosts, name);
  const patterns = hosts.toLowerCase().split(',');
  const isExcluded = patterns.some((pattern) => pattern.startsWith('!') && matches(pattern.slice(1), name));
  return !isExcluded && patterns.some((pattern) => matches(pattern, name));
}

/** `HashKnownHosts`: salt and HMAC-SHA-1 of the name, both in base64. */
function isHashOf(hashed: string, name: string): boolean {
  const [, , salt = '', hash = ''] = hashed.split('|');
  return createHmac('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64') === hash;
}

function matches(pattern: string, name: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`).test(name);
}
