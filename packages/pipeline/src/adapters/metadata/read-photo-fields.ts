import type { PhotoFields } from '@proofline/domain/photo-metadata.ts';
import { openFileSource, type ByteSource } from './byte-source.ts';
import { isGif, readGif } from './containers/gif.ts';
import { isHeif, readHeif } from './containers/heif.ts';
import { findJpegStart, readJpeg } from './containers/jpeg.ts';
import { isPng, readPng } from './containers/png.ts';
import { isTiff, readTiff } from './containers/tiff.ts';
import { isWebp, readWebp } from './containers/webp.ts';
import { openEmbeddedBlocks } from './embedded-blocks.ts';
import { exifFields } from './exif-fields.ts';
import { iptcFields } from './iptc-fields.ts';
import { noBlocks, type MetadataBlocks } from './metadata-blocks.ts';
import { defined } from './plausible-value.ts';
import { pngTextFields } from './png-text-fields.ts';
import { reconcileFields } from './reconcile-fields.ts';
import { xmpDateCreated, xmpFields } from './xmp-fields.ts';
import { readXmpProperties } from './xmp-properties.ts';

/**
 * Reads what the photo at `path` (absolute) says about itself, as exiftool does, from its headers alone: no pixel is decoded and no
 * block above 16 MiB is read. Damaged metadata makes fields absent. Throws only when the file cannot be read. Blocks the thread,
 * so it belongs into a process of its own.
 */
export async function readPhotoFields(path: string): Promise<PhotoFields> {
  using source = openFileSource(path);
  return readFields(source);
}

/** The same from any source of bytes. */
export function readFields(source: ByteSource): PhotoFields {
  const blocks = readBlocks(source);
  const { tags, xmp: packets, iptc } = openEmbeddedBlocks(blocks);
  const xmp = readXmpProperties(packets, blocks.extendedXmp);
  return reconcileFields({
    container: sizeFields(blocks),
    exif: exifFields(tags),
    xmp: xmpFields(xmp),
    iptc: iptcFields(iptc),
    xmpDateCreated: xmpDateCreated(xmp),
    pngText: pngTextFields(blocks.pngText),
  });
}

/** Width by height as the container states it, before it is turned upright; null where it does not say, or says it further behind. */
export function pixelCountOf(source: ByteSource): number | null {
  const { widthPx, heightPx } = sizeFields(readBlocks(source));
  return widthPx === undefined || heightPx === undefined ? null : widthPx * heightPx;
}

/** By what the bytes are, never by the name of the file. */
function readBlocks(source: ByteSource): MetadataBlocks {
  if (isPng(source)) return readPng(source);
  if (isWebp(source)) return readWebp(source);
  if (isGif(source)) return readGif(source);
  if (isHeif(source)) return readHeif(source);
  if (isTiff(source)) return readTiff(source);
  const start = findJpegStart(source);
  return start === undefined ? noBlocks : readJpeg(source, start);
}

/** A side without a length, or of none, is no size. */
function sizeFields({ widthPx, heightPx }: MetadataBlocks): PhotoFields {
  const isSide = (px: number | undefined) => Number.isSafeInteger(px) && Number(px) > 0;
  return isSide(widthPx) && isSide(heightPx) ? defined({ widthPx, heightPx }) : {};
}
