import { open } from 'node:fs/promises';

const SIGNATURE_BYTES = 8;
/** Length and type before the content of a chunk, checksum behind it. */
const CHUNK_HEAD_BYTES = 8;
const CHUNK_TAIL_BYTES = 4;

export type PngChunk = { readonly type: string; readonly isWhole: boolean };

/** The chunks of a PNG file in order, without their contents, up to the first one that the file does not hold whole. */
export async function* pngChunks(path: string): AsyncGenerator<PngChunk> {
  await using file = await open(path, 'r');
  const { size } = await file.stat();
  const head = Buffer.alloc(CHUNK_HEAD_BYTES);
  for (let at = SIGNATURE_BYTES; at + CHUNK_HEAD_BYTES <= size;) {
    await file.read(head, 0, CHUNK_HEAD_BYTES, at);
    const end = at + CHUNK_HEAD_BYTES + head.readUInt32BE(0) + CHUNK_TAIL_BYTES;
    const isWhole = end <= size;
    yield { type: head.toString('latin1', 4, 8), isWhole };
    if (!isWhole) return;
    at = end;
  }
}
