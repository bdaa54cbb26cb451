import { open } from 'node:fs/promises';
import type { ImageFormat } from '../image-format.ts';
import { pngChunks } from './png-chunks.ts';

/** Whether the file ends before the length that its own structure declares; false for formats that declare none. */
export async function isCutShort(path: string, format: ImageFormat): Promise<boolean> {
  switch (format.name) {
    case 'PNG':
      return isPngCutShort(path);
    case 'WebP':
      return isRiffCutShort(path);
    case 'AVIF':
      return isIsoMediaCutShort(path);
    default:
      return false;
  }
}

/** Without its first chunk, IHDR, it is not cut but something else: the lengths in it mean nothing. */
async function isPngCutShort(path: string): Promise<boolean> {
  let isFirst = true;
  for await (const { type, isWhole } of pngChunks(path)) {
    if (isFirst && type !== 'IHDR') return false;
    isFirst = false;
    if (!isWhole) return true;
    if (type === 'IEND') return false;
  }
  return true;
}

async function isRiffCutShort(path: string): Promise<boolean> {
  await using file = await open(path, 'r');
  const { size } = await file.stat();
  const head = Buffer.alloc(8);
  await file.read(head, 0, 8, 0);
  return head.readUInt32LE(4) + 8 > size;
}

/** Boxes follow one another; length 0 means "to the end of the file", 1 means that 64 bits of length follow. */
async function isIsoMediaCutShort(path: string): Promise<boolean> {
  await using file = await open(path, 'r');
  const { size } = await file.stat();
  const head = Buffer.alloc(16);
  for (let at = 0; at < size;) {
    const { bytesRead } = await file.read(head, 0, 16, at);
    const short = head.readUInt32BE(0);
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short;
    if (length === 0) return false;
    if (bytesRead < 8 || length < 8 || at + length > size) return true;
    at += length;
  }
  return false;
}
