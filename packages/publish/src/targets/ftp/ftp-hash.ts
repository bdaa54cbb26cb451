import { FTPError, type Client } from 'basic-ftp';
import type { ServerHash } from '../remote/remote-connection.ts';

/** One of the ways in which servers tell the hash of a file. */
export type HashCommand = { readonly command: string; readonly algorithm: ServerHash['algorithm'] };

/** Best first. HASH needs its algorithm chosen before, which these older ones of proftpd, FileZilla Server and Serv-U have in their names. */
const known: readonly HashCommand[] = [
  { command: 'XSHA256', algorithm: 'sha256' },
  { command: 'HASH', algorithm: 'sha256' },
  { command: 'XSHA1', algorithm: 'sha1' },
  { command: 'XSHA', algorithm: 'sha1' },
  { command: 'XMD5', algorithm: 'md5' },
  { command: 'MD5', algorithm: 'md5' },
];

const lengths = { sha256: 64, sha1: 40, md5: 32 } as const;

/** Null when the server offers none. */
export function hashCommandOf(features: ReadonlyMap<string, string>): HashCommand | null {
  const offered = ({ command }: HashCommand) =>
    features.has(command) && (command !== 'HASH' || /SHA-256/i.test(features.get('HASH') ?? ''));
  return known.find(offered) ?? null;
}

/** Null where the server does not tell it of this file after all: it may be too large, or switched off for this account. */
export async function readHash(
  client: Client,
  { command, algorithm }: HashCommand,
  path: string,
): Promise<ServerHash | null> {
  try {
    if (command === 'HASH') await client.send('OPTS HASH SHA-256');
    const { message } = await client.send(`${command} ${path}`);
    // The reply may name the path, and a path may look like a hash; the hash comes first in some and last in others.
    const rest = message.replaceAll(path, ' ');
    const hex = rest.split(/[^0-9a-f]+/i).find((word) => word.length === lengths[algorithm]);
    return hex === undefined ? null : { algorithm, hex: hex.toLowerCase() };
  } catch (error) {
    if (error instanceof FTPError) return null;
    throw error;
  }
}
