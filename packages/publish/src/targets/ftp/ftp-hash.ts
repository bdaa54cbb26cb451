import { FTPError, type Client } from 'basic-ftp';
import type { ServerHash } from '../remote/remote-connection.ts';

/** One of the ways in which servers tell the hash of a file. `option`: what HASH calls the algorithm that it has to be told before. */
export type HashCommand = {
  readonly command: string;
  readonly algorithm: ServerHash['algorithm'];
  readonly option?: string;
};

/**
 * Best first. HASH is told its algorithm, which the older ones of proftpd, FileZilla Server and Serv-U have in their names. A CRC comes last: it finds
 * what a line spoilt, and is no word on which file it is.
 */
const known: readonly HashCommand[] = [
  { command: 'XSHA256', algorithm: 'sha256' },
  { command: 'HASH', algorithm: 'sha256', option: 'SHA-256' },
  { command: 'XSHA1', algorithm: 'sha1' },
  { command: 'XSHA', algorithm: 'sha1' },
  { command: 'HASH', algorithm: 'sha1', option: 'SHA-1' },
  { command: 'XMD5', algorithm: 'md5' },
  { command: 'MD5', algorithm: 'md5' },
  { command: 'HASH', algorithm: 'md5', option: 'MD5' },
  { command: 'XCRC', algorithm: 'crc32' },
  { command: 'HASH', algorithm: 'crc32', option: 'CRC32' },
];

const lengths = { sha256: 64, sha1: 40, md5: 32, crc32: 8 } as const;

/** Null when the server offers none. */
export function hashCommandOf(features: ReadonlyMap<string, string>): HashCommand | null {
  // `SHA-256;SHA-1*;MD5`: the one with the star is used unless another one is asked for.
  const ofHash = (features.get('HASH') ?? '').toUpperCase().split(/[;*\s]+/);
  const offered = ({ command, option }: HashCommand) =>
    features.has(command) && (option === undefined || ofHash.includes(option));
  return known.find(offered) ?? null;
}

/** Null where the server does not tell it of this file after all: it may be too large, or switched off for this account. */
export async function readHash(
  client: Client,
  { command, algorithm, option }: HashCommand,
  path: string,
): Promise<ServerHash | null> {
  try {
    if (option !== undefined) await client.send(`OPTS HASH ${option}`);
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
