import type { ByteSource } from '../byte-source.ts';
import { openByteBudget, type MetadataBlocks } from '../metadata-blocks.ts';

const SCREEN_END = 13;
const EXTENSION = 0x21;
const APPLICATION = 0xff;
const IMAGE = 0x2c;
/** XMP stands unpacked in the file; this trailer leads readers that count sub-blocks to the end (XMP part 3, 1.1.2). */
const XMP_TRAILER_BYTES = 257;
/** Blocks of an animation of some thousand frames. */
const MAX_BLOCKS = 65_536;
/** Full sub-blocks of a gigabyte. */
const MAX_SUB_BLOCKS = 4_194_304;

export const isGif = (source: ByteSource): boolean => /^GIF8[79]a/.test(source.read(0, 6).toString('latin1'));

/** Reads the logical screen's size and XMP (GIF89a specification §18, §26). */
export function readGif(source: ByteSource): MetadataBlocks {
  const screen = source.read(0, SCREEN_END);
  const xmp: Buffer[] = [];
  const mayRead = openByteBudget();
  if (screen.length < SCREEN_END) return { tiff: [], xmp, iptc: [], photoshop: [] };
  let at = SCREEN_END + colourTableBytes(screen[10] ?? 0);
  for (let count = 0; count < MAX_BLOCKS; count += 1) {
    const header = source.read(at, 14);
    if (header[0] === EXTENSION) {
      const isXmp = header[1] === APPLICATION && header.toString('latin1', 3, 14) === 'XMP DataXMP';
      const start = isXmp ? at + 14 : at + 2;
      const end = skipSubBlocks(source, start);
      if (isXmp && end - start > XMP_TRAILER_BYTES && mayRead(end - start))
        xmp.push(source.read(start, end - start - XMP_TRAILER_BYTES));
      at = end;
    } else if (header[0] === IMAGE) at = skipSubBlocks(source, at + 11 + colourTableBytes(header[9] ?? 0));
    else break;
  }
  return { widthPx: screen.readUInt16LE(6), heightPx: screen.readUInt16LE(8), tiff: [], xmp, iptc: [], photoshop: [] };
}

/** Three bytes for each of 2^(n+1) colours, when the flag says that there is a table. */
function colourTableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Position after the empty sub-block that ends a chain. */
function skipSubBlocks(source: ByteSource, start: number): number {
  let at = start;
  for (let count = 0; count < MAX_SUB_BLOCKS; count += 1) {
    const length = source.read(at, 1)[0];
    if (length === undefined) break;
    at += 1 + length;
    if (length === 0) return at;
  }
  return source.sizeBytes;
}
