import type { ByteSource } from './byte-source.ts';

/** No metadata of a photo is larger; what is, is not read. Bounds the memory that one block can take. */
export const MAX_BLOCK_BYTES = 16 * 1024 * 1024;
/** All blocks of one file together. Extended XMP with a depth map takes some megabytes. */
const MAX_METADATA_BYTES = 4 * MAX_BLOCK_BYTES;

/**
 * Answers whether a block of so many bytes may still be read, and counts it. A hostile file can name the same bytes thousands of times,
 * or hold thousands of blocks of which each alone is small enough.
 */
export function openByteBudget(): (lengthBytes: number) => boolean {
  let bytesLeft = MAX_METADATA_BYTES;
  return (lengthBytes) => {
    if (lengthBytes > MAX_BLOCK_BYTES || lengthBytes > bytesLeft) return false;
    bytesLeft -= lengthBytes;
    return true;
  };
}

/** The raw metadata that a container holds, in the order in which it stands in the file. */
export type MetadataBlocks = {
  /** As stored, before orientation. Undefined when the container does not say. */
  readonly widthPx?: number | undefined;
  readonly heightPx?: number | undefined;
  /** TIFF structures: EXIF, or a whole TIFF file. Offsets inside count from the start of the source. */
  readonly tiff: readonly ByteSource[];
  /** XMP packets. */
  readonly xmp: readonly Buffer[];
  /** Parts of XMP that a packet points to by this GUID (XMP specification part 3, 1.1.3.1). */
  readonly extendedXmp?: ReadonlyMap<string, Buffer>;
  /** IPTC IIM data sets. */
  readonly iptc: readonly Buffer[];
  /** Photoshop image resources, which may carry any of the above. */
  readonly photoshop: readonly Buffer[];
  /** Keyword and value of PNG text. */
  readonly pngText?: ReadonlyMap<string, string>;
};

export const noBlocks: MetadataBlocks = { tiff: [], xmp: [], iptc: [], photoshop: [] };
