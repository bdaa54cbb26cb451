import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import sharp, { type Metadata } from 'sharp';
import { RefusedPhoto, type RefusalCode } from '@proofline/domain/refusal.ts';
import type { RenderSettings } from '@proofline/domain/rendition.ts';
import { HEAD_BYTES, imageFormatOf, type ImageFormat } from '../image-format.ts';
import { isAnimatedPng } from './animated-png.ts';
import { unusualCicpOf, type Cicp } from './cicp.ts';
import { refusalOfDecoding } from './decode-failure.ts';

/** Size of the sRGB profile by HP and Microsoft of 1998, which cameras and Adobe's programs embed. */
const SRGB_PROFILE_BYTES = 3144;

/** What is known of an original before a pixel of it is decoded. */
export type OriginalHeader = {
  readonly path: string;
  readonly format: ImageFormat;
  readonly hasAlpha: boolean;
  /** What the decoded picture is tagged with: `other` needs a conversion, `srgb` is sRGB by the profile that everybody embeds. */
  readonly profile: 'none' | 'srgb' | 'other';
  readonly is16Bit: boolean;
  /** Colour code points that stand in for a profile and are not sRGB's. */
  readonly cicp: Cicp | undefined;
};

/** Refuses by name whatever can be refused without decoding. */
export async function readOriginalHeader(path: string, settings: RenderSettings): Promise<OriginalHeader> {
  const head = await readHead(path);
  const format = decodableFormat(head, path);
  const metadata = await readMetadata(path, format);
  await refuseSeveralPictures(path, format, metadata);
  refuseSize(metadata, settings);
  return {
    path,
    format,
    hasAlpha: metadata.hasAlpha,
    profile: profileOf(metadata),
    is16Bit: metadata.depth === 'ushort',
    cicp: format.name === 'AVIF' && metadata.icc === undefined ? unusualCicpOf(head) : undefined,
  };
}

async function readHead(path: string): Promise<Buffer> {
  await using file = await open(path, 'r');
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
  return buffer.subarray(0, bytesRead);
}

function decodableFormat(head: Buffer, path: string): ImageFormat {
  if (head.length === 0) throw refused('empty-file', 'the file has no bytes; copy it from the camera again');
  const format = imageFormatOf(head, extname(path));
  if (format === undefined)
    throw refused('not-a-photo', 'the content of the file is no image format that is known here');
  switch (format.kind) {
    case 'camera-raw':
      throw refused('camera-raw', `the file is a camera raw (${format.name}); develop it and add the JPEG or TIFF`);
    case 'unsupported':
      throw refused(
        'unsupported-format',
        `${format.name} cannot be decoded here; export the photo as JPEG, PNG or TIFF`,
      );
    case 'animated':
      throw refusedAsAnimated(format);
    case 'decodable':
      return format;
  }
}

async function readMetadata(path: string, format: ImageFormat): Promise<Metadata> {
  try {
    // The limit on pixels is ours, by name, once the size is known.
    return await sharp(path, { limitInputPixels: false }).metadata();
  } catch (cause) {
    throw await refusalOfDecoding(path, format, cause);
  }
}

async function refuseSeveralPictures(path: string, format: ImageFormat, first: Metadata): Promise<void> {
  if (format.name === 'PNG' && (await isAnimatedPng(path))) throw refusedAsAnimated(format);
  const pages = first.pages ?? 1;
  if (pages === 1) return;
  if (format.name === 'GIF' || format.name === 'WebP') throw refusedAsAnimated(format);
  for (let page = 1; page < pages; page += 1) {
    const other = await sharp(path, { limitInputPixels: false, page }).metadata();
    if (isReducedCopy(other, first)) continue;
    throw refused('multi-page', `the file holds ${pages} pictures; save the one that is meant as a file of its own`);
  }
}

/** Cameras and raw converters put thumbnails into a TIFF as further pages of the same shape. */
function isReducedCopy(other: Metadata, first: Metadata): boolean {
  const scale = other.width / first.width;
  return scale <= 0.5 && Math.abs(other.height - first.height * scale) <= 2;
}

/** An RGB original keeps its profile in the preview. CMYK, grey and Lab ones become sRGB as they are decoded: browsers show only RGB well. */
function profileOf({ icc, space }: Metadata): OriginalHeader['profile'] {
  if (icc === undefined || (space !== 'srgb' && space !== 'rgb16')) return 'none';
  return icc.length === SRGB_PROFILE_BYTES && icc.includes('sRGB IEC61966-2.1', 0, 'latin1') ? 'srgb' : 'other';
}

function refuseSize({ width, height }: Metadata, { maxPixels, minEdgePx }: RenderSettings): void {
  if (width * height > maxPixels) {
    throw refused(
      'too-many-pixels',
      `the photo has ${width} × ${height} pixels and the limit is ${maxPixels}; export it smaller or raise the limit`,
    );
  }
  if (Math.min(width, height) < minEdgePx) {
    throw refused(
      'too-small',
      `the photo has ${width} × ${height} pixels and each edge needs ${minEdgePx}; use the full-size file`,
    );
  }
}

function refusedAsAnimated({ name }: ImageFormat): RefusedPhoto {
  return refused('animated', `the ${name} file is an animation; save the frame that is meant as a file of its own`);
}

function refused(code: RefusalCode, reason: string): RefusedPhoto {
  return new RefusedPhoto({ code, reason });
}
