import { open } from 'node:fs/promises';
import type { SourceFile } from '@proofline/domain/photo.ts';
import { HEAD_BYTES } from '../image-format.ts';
import { memorySource } from '../metadata/byte-source.ts';
import { pixelCountOf } from '../metadata/read-photo-fields.ts';

/** A file above this has as many pixels as work on it can take room for, or nearly; to open each of thousands would only take time. */
const SMALL_BYTES = 1_000_000;
const FILES_AT_ONCE = 16;

/** Adds to each small file how many pixels its header states. One that cannot be read now is told about when it is taken in. */
export async function countPixels(files: readonly SourceFile[], signal: AbortSignal): Promise<readonly SourceFile[]> {
  const counted: SourceFile[] = [];
  for (let from = 0; from < files.length; from += FILES_AT_ONCE) {
    signal.throwIfAborted();
    counted.push(...(await Promise.all(files.slice(from, from + FILES_AT_ONCE).map(withPixels))));
  }
  return counted;
}

async function withPixels(file: SourceFile): Promise<SourceFile> {
  if (file.bytes > SMALL_BYTES) return file;
  try {
    const pixels = pixelCountOf(memorySource(await headOf(file.path)));
    return pixels === null ? file : { ...file, pixels };
  } catch {
    return file;
  }
}

async function headOf(path: string): Promise<Buffer> {
  await using file = await open(path, 'r');
  const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(HEAD_BYTES), 0, HEAD_BYTES, 0);
  return buffer.subarray(0, bytesRead);
}
