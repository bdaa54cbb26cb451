import sharp, { type Sharp } from 'sharp';

/** 8-bit sRGB, three bytes a pixel, row-major. */
export type Pixels = { readonly rgb: Buffer; readonly widthPx: number; readonly heightPx: number };

export function imageOf({ rgb, widthPx, heightPx }: Pixels): Sharp {
  return sharp(rgb, { raw: { width: widthPx, height: heightPx, channels: 3 } });
}

export async function pixelsOf(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return { rgb: data, widthPx: info.width, heightPx: info.height };
}
