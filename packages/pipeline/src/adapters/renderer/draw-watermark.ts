import { imageOf, pixelsOf, type Pixels } from './pixels.ts';
import type { Watermark } from './watermark.ts';

/** Draws the watermark into `picture`. Only its rectangle goes through the compositor, which costs much for each pixel. */
export async function drawWatermark(picture: Pixels, watermark: Watermark): Promise<void> {
  const { left, top, widthPx, heightPx, svg } = watermark;
  const rowBytes = widthPx * 3;
  const rowStart = (row: number) => ((top + row) * picture.widthPx + left) * 3;
  const cutOut = Buffer.allocUnsafe(heightPx * rowBytes);
  for (let row = 0; row < heightPx; row += 1) {
    picture.rgb.copy(cutOut, row * rowBytes, rowStart(row), rowStart(row) + rowBytes);
  }
  const drawn = await pixelsOf(
    imageOf({ rgb: cutOut, widthPx, heightPx })
      .composite([{ input: svg }])
      .removeAlpha(),
  );
  for (let row = 0; row < heightPx; row += 1) {
    drawn.rgb.copy(picture.rgb, rowStart(row), row * rowBytes, (row + 1) * rowBytes);
  }
}
