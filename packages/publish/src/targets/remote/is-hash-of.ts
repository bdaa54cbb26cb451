import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { ServerHash } from './remote-connection.ts';

/** Whether what the server computed is the hash of these bytes. A CRC finds what a line spoilt and stands for nothing else. */
export function isHashOf({ algorithm, hex }: ServerHash, bytes: Uint8Array): boolean {
  if (algorithm === 'crc32') return Number.parseInt(hex, 16) === crc32(bytes);
  return createHash(algorithm).update(bytes).digest('hex') === hex;
}
