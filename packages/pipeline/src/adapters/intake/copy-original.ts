import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, rename, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { RefusedPhoto, type RefusalCode } from '@proofline/domain/refusal.ts';
import { syncFolder, writeTo } from '../synced-file.ts';

/** Reading, hashing and writing in steps of this size measured fastest. */
const CHUNK_BYTES = 1024 * 1024;

export type CopiedOriginal = { readonly sha256: string; readonly bytes: number };

/**
 * Copies `source` to `temporaryPath` and hashes it in the same pass, makes the copy durable, reads it back, and only
 * when it hashes the same gives it the name `destination`. The source is opened for reading only.
 */
export async function copyOriginal(
  source: string,
  temporaryPath: string,
  destination: string,
): Promise<CopiedOriginal> {
  await using original = await openOriginal(source);
  const copied = await copyAndHash(original, source, temporaryPath);
  const readBack = await hashFile(temporaryPath);
  if (readBack.sha256 !== copied.sha256) {
    throw new Error(
      `the copy of ${source} does not read back as it was written; the original is unchanged and the copy is not used; check the disk that holds ${destination}`,
    );
  }
  await rename(temporaryPath, destination);
  await syncFolder(dirname(destination));
  return copied;
}

async function openOriginal(source: string): Promise<FileHandle> {
  try {
    return await open(source, constants.O_RDONLY);
  } catch (cause) {
    throw refusalOfOpening(source, cause) ?? cause;
  }
}

/** System faults that no retry mends; the rest (a busy file, a network disk that is away) is thrown on as it is. */
function refusalOfOpening(source: string, cause: unknown): RefusedPhoto | undefined {
  const { code = '' } = cause as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return refused('missing', `${source} is not there any more; put it back and add it again`, cause);
    case 'EACCES':
    case 'EPERM':
      return refused(
        'unreadable',
        `${source} may not be read by this program; give it the right to and add it again`,
        cause,
      );
    case 'EISDIR':
    case 'ELOOP':
    case 'ENAMETOOLONG':
      return refused('unreadable', `${source} is not a file that can be opened; it was not taken in`, cause);
    default:
      return undefined;
  }
}

async function copyAndHash(original: FileHandle, source: string, temporaryPath: string): Promise<CopiedOriginal> {
  const before = await original.stat({ bigint: true });
  if (!before.isFile()) throw refused('unreadable', `${source} is not a regular file; it was not taken in`);
  if (before.size === 0n) throw refused('empty-file', `${source} has no bytes; copy it from the camera again`);

  await using copy = await open(temporaryPath, 'wx');
  const copied = await pump(original, (part) => writeTo(copy, temporaryPath, part));
  await copy.datasync();

  const after = await original.stat({ bigint: true });
  if (after.size !== before.size || after.mtimeNs !== before.mtimeNs || BigInt(copied.bytes) !== before.size) {
    throw refused(
      'changed',
      `${source} changed while it was being read; it was not taken in; add it again when it is complete`,
    );
  }
  return copied;
}

async function hashFile(path: string): Promise<CopiedOriginal> {
  await using file = await open(path, constants.O_RDONLY);
  return await pump(file);
}

/** Reads `from` to its end; what it reads is hashed and, where there is a `write`, handed to it. */
async function pump(from: FileHandle, write?: (part: Uint8Array) => Promise<void>): Promise<CopiedOriginal> {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let bytes = 0;
  for (;;) {
    const { bytesRead } = await from.read(chunk, 0, CHUNK_BYTES);
    if (bytesRead === 0) return { sha256: hash.digest('hex'), bytes };
    const part = chunk.subarray(0, bytesRead);
    hash.update(part);
    await write?.(part);
    bytes += bytesRead;
  }
}

function refused(code: RefusalCode, reason: string, cause?: unknown): RefusedPhoto {
  return new RefusedPhoto({ code, reason }, { cause });
}
