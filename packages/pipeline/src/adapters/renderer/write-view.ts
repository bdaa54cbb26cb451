import sharp from 'sharp';
import type { RenderSettings } from '@proofline/domain/rendition.ts';
import { decodeOriginal } from './decode-original.ts';
import { readOriginalHeader } from './original-header.ts';

const THUMB_QUALITY = 80;
/** High enough that nothing of a photo's own faults is hidden or added at one pixel on one pixel. */
const WHOLE_QUALITY = 94;
/** The longest edge that a JPEG can have. */
const LONGEST_EDGE_PX = 65_500;

/** `longEdgePx` null: every pixel of the original. */
export type ViewRequest = {
  readonly originalPath: string;
  readonly destination: string;
  readonly longEdgePx: number | null;
  readonly settings: RenderSettings;
};

/** Writes the original for eyes: an upright JPEG that keeps its colour profile. Throws `RefusedPhoto`. */
export async function writeView({ originalPath, destination, longEdgePx, settings }: ViewRequest): Promise<undefined> {
  const header = await readOriginalHeader(originalPath, settings);
  const { tiff, profile } = await decodeOriginal(header, longEdgePx ?? LONGEST_EDGE_PX, settings.maxPixels);
  const image = sharp(tiff, { limitInputPixels: settings.maxPixels }).flatten({ background: '#ffffff' });
  const tagged = profile === 'none' ? image : image.keepIccProfile();
  await tagged
    .jpeg(
      longEdgePx === null
        ? { quality: WHOLE_QUALITY, chromaSubsampling: '4:4:4', optimiseCoding: false }
        : { quality: THUMB_QUALITY, optimiseCoding: false },
    )
    .toFile(destination);
  return undefined;
}
