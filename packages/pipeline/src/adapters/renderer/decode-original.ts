import sharp from 'sharp';
import { RefusedPhoto } from '@proofline/domain/refusal.ts';
import type { Cicp } from './cicp.ts';
import { cicpToSrgb } from './cicp-to-srgb.ts';
import { leavesPictureWhole, refusalOfDecoding } from './decode-failure.ts';
import type { OriginalHeader } from './original-header.ts';

/** An upright, uncompressed TIFF in memory, in the original's RGB colour space with its profile, else in sRGB without one. */
export type DecodedOriginal = { readonly tiff: Buffer; readonly profile: OriginalHeader['profile'] };

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
  if (header.cicp === undefined) return { tiff, profile: header.profile };
  return { tiff: await convertFromCicp(tiff, header.cicp, header.is16Bit), profile: 'none' };

  function decode(failOn: 'warning' | 'error'): Promise<Buffer> {
    let image = sharp(header.path, { failOn, limitInputPixels: maxPixels, autoOrient: true }).resize({
      width: longEdgePx,
      height: longEdgePx,
      fit: 'inside',
      withoutEnlargement: true,
    });
    if (header.profile !== 'none') image = image.keepIccProfile();
    // Wide and HDR colours spread 8 bits too thin; the step to sRGB comes later and still wants the depth.
    if (header.is16Bit && (header.profile === 'other' || header.cicp !== undefined))
      image = image.toColourspace('rgb16');
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

async function convertFromCicp(tiff: Buffer, cicp: Cicp, is16Bit: boolean): Promise<Buffer> {
  const { data, info } = await sharp(tiff)
    .removeAlpha()
    .toColourspace(is16Bit ? 'rgb16' : 'srgb')
    .raw({ depth: is16Bit ? 'ushort' : 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const pixels = is16Bit ? new Uint16Array(data.buffer, data.byteOffset, data.length / 2) : data;
  return sharp(cicpToSrgb(pixels, cicp), { raw: { width: info.width, height: info.height, channels: 3 } })
    .tiff({ compression: 'none' })
    .toBuffer();
}
