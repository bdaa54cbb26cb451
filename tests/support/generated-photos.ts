import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

/**
 * Writes `count` small JPEGs with EXIF into `folder`: every one its own picture, three to a second (so that order needs more than the clock), two cameras
 * in turn, and names whose natural order is not their alphabetical one.
 */
export async function generatePhotos(
  folder: string,
  count: number,
  { startAt = 1, widthPx = 96, heightPx = 64 } = {},
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let number = startAt; number < startAt + count; number += 1) {
    await writeFile(join(folder, `IMG_${number}.JPG`), await generatePhoto(number, widthPx, heightPx));
  }
}

function generatePhoto(number: number, widthPx: number, heightPx: number): Promise<Buffer> {
  const pixels = Buffer.alloc(widthPx * heightPx * 3);
  for (let offset = 0; offset < pixels.length; offset += 1)
    pixels[offset] = (offset * (number + 7) * 31 + number * 97) % 251;
  const second = Math.floor(number / 3) % 60;
  const minute = Math.floor(number / 180) % 60;
  const camera = number % 2 === 0 ? ['Canon', 'Canon EOS R5m2'] : ['NIKON CORPORATION', 'NIKON Z 8'];
  return sharp(pixels, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .withExif({
      IFD0: { Make: camera[0]!, Model: camera[1]! },
      IFD2: { DateTimeOriginal: `2025:06:01 12:${pad(minute)}:${pad(second)}`, ExposureTime: '1/250', FNumber: '8/1' },
    })
    .jpeg({ quality: 80 })
    .toBuffer();
}

const pad = (value: number) => String(value).padStart(2, '0');
