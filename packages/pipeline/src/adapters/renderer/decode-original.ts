import sharp from 'sharp';
import { RefusedPhoto } from '@proofline/domain/refusal.ts';
import { leavesPictureWhole, refusalOfDecoding } from './decode-failure.ts';
import type { OriginalHeader } from './original-header.ts';

/** An upright, uncompressed TIFF in memory, in the original's RGB colour space with its profile, else in sRGB without one. */
export type DecodedOriginal = { readonly tiff: Buffer; readonly hasProfile: boolean };

/**
 * The one decode of an original. The decoder stops at the first warning, because libjpeg only warns when half a picture is
 * grey; where the warning leaves the picture whole, it runs again and stops at errors only.
 */
export async function decodeOriginal(
  header: OriginalHeader,
  longEdgePx: number,
  maxPixels: number,
): Promise<DecodedOriginal> {
  const tiff = await decode('warning').catch(async (cause: unknown) => {
    if (leavesPictureWhole(cause)) return decode('error').catch(refuse);
    return refuse(cause);
  });
  if (header.hasAlpha) await refuseBlank(tiff);
  return { tiff, hasProfile: header.keepsProfile };

  function decode(failOn: 'warning' | 'error'): Promise<Buffer> {
    let image = sharp(header.path, { failOn, limitInputPixels: maxPixels, autoOrient: true }).resize({
      width: longEdgePx,
      height: longEdgePx,
      fit: 'inside',
      withoutEnlargement: true,
    });
    if (header.keepsProfile) image = image.keepIccProfile();
    // Wide profiles spread 8 bits too thin; the step to sRGB comes later and still wants the depth.
    if (header.keepsProfile && header.is16Bit) image = image.toColourspace('rgb16');
    return image.tiff({ compression: 'none' }).toBuffer();
  }

  async function refuse(cause: unknown): Promise<never> {
    throw await refusalOfDecoding(header.path, header.format, cause);
  }
}

async function refuseBlank(tiff: Buffer): Promise<void> {
  const { channels } = await sharp(tiff).stats();
  if (channels.at(-1)?.max !== 0) return;
  throw new RefusedPhoto({ code: 'blank', reason: 'the picture is fully transparent: there is nothing to show' });
}
