import type { ByteSource } from '../byte-source.ts';
import type { MetadataBlocks } from '../metadata-blocks.ts';
import { readTiffTags } from '../tiff-directory.ts';
import { numbersOf } from '../tiff-value.ts';

const IMAGE_WIDTH = 0x100;
const IMAGE_LENGTH = 0x101;

/** TIFF 6.0 and BigTIFF (43, where 42 stands in the other), of either byte order. */
export const isTiff = (source: ByteSource): boolean =>
  /^(?:II[*+]\0|MM\0[*+])/.test(source.read(0, 4).toString('latin1'));

/** A TIFF file is one TIFF structure, which also holds the metadata; the size is that of its first picture. */
export function readTiff(source: ByteSource): MetadataBlocks {
  const tags = readTiffTags(source, new Set([IMAGE_WIDTH, IMAGE_LENGTH]));
  const side = (tag: number) => {
    const value = tags?.ifd0.get(tag);
    return value && numbersOf(value, 1)[0];
  };
  return { widthPx: side(IMAGE_WIDTH), heightPx: side(IMAGE_LENGTH), tiff: [source], xmp: [], iptc: [], photoshop: [] };
}
