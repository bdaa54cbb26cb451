import { pngChunks } from './png-chunks.ts';

/** An APNG announces itself by an `acTL` chunk before the pixels (PNG 3rd edition, 11.3.6.1); libvips only sees the first frame. */
export async function isAnimatedPng(path: string): Promise<boolean> {
  for await (const { type } of pngChunks(path)) {
    if (type === 'acTL') return true;
    if (type === 'IDAT') return false;
  }
  return false;
}
