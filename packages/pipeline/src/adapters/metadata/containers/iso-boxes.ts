import { memorySource, type ByteSource } from '../byte-source.ts';

/** Where a box's content is; its header is left out. */
export type Box = { readonly type: string; readonly start: number; readonly lengthBytes: number };

/** A still picture has some dozens. */
const MAX_BOXES = 4096;

/** Boxes of the ISO base media file format (ISO/IEC 14496-12 §4.2), one after the other from `start`, as far as they are whole. */
export function readBoxes(source: ByteSource, start = 0, limit = MAX_BOXES): readonly Box[] {
  const boxes: Box[] = [];
  let at = start;
  while (boxes.length < limit) {
    const header = source.read(at, 16);
    if (header.length < 8) break;
    const shortLength = header.readUInt32BE(0);
    const isLong = shortLength === 1;
    if (isLong && header.length < 16) break;
    const headerBytes = isLong ? 16 : 8;
    // A length of 0 reaches to the end of the file.
    const length = isLong ? Number(header.readBigUInt64BE(8)) : shortLength || source.sizeBytes - at;
    if (length < headerBytes || at + length > source.sizeBytes) break;
    boxes.push({ type: header.toString('latin1', 4, 8), start: at + headerBytes, lengthBytes: length - headerBytes });
    at += length;
  }
  return boxes;
}

/** Content of each box in `parent` by type; of several of one type the first. */
export function childBoxes(parent: Buffer): ReadonlyMap<string, Buffer> {
  const children = new Map<string, Buffer>();
  for (const { type, start, lengthBytes } of readBoxes(memorySource(parent)))
    if (!children.has(type)) children.set(type, parent.subarray(start, start + lengthBytes));
  return children;
}

/** Splits off the version and the flags that a full box starts with. */
export function fullBox(content: Buffer): {
  readonly version: number;
  readonly flags: number;
  readonly content: Buffer;
} {
  const head = content.length < 4 ? 0 : content.readUInt32BE(0);
  return { version: head >>> 24, flags: head & 0xffffff, content: content.subarray(4) };
}
