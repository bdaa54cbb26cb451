/**
 * One luma byte for each sRGB pixel, by OpenCV's 8-bit BGR2GRAY (BT.601 weights in 15-bit fixed point, rounded), so that
 * statistics of it compare with those of the original system.
 */
export function lumaOf(rgb: Uint8Array): Uint8Array {
  const luma = new Uint8Array(rgb.length / 3);
  for (let pixel = 0, at = 0; pixel < luma.length; pixel += 1, at += 3) {
    luma[pixel] = (rgb[at]! * 9798 + rgb[at + 1]! * 19235 + rgb[at + 2]! * 3735 + 16384) >> 15;
  }
  return luma;
}
