import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

const WIDTH_PX = 48;
const HEIGHT_PX = 32;
const CAPTURE_TIME = '2025:06:01 12:00:00';
const WRITES_AT_ONCE = 64;
const FRAMES_OF_A_BURST = 3;
/** Longer than the pause within which frames count as one burst. */
const SECONDS_TO_NEXT_BURST = 20;

/**
 * Fills `folder` with `count` photos that cost the pipeline its constant part only: 48×32 pixels, EXIF, all alike but for a number and a time in
 * their metadata. Each is other content, none is a duplicate. Numbers go from `startAt` on.
 */
export async function writeTinyPhotos(folder: string, count: number, startAt = 1): Promise<void> {
  await mkdir(folder, { recursive: true });
  const template = await tinyPhoto();
  const timeAt = template.indexOf(CAPTURE_TIME, 0, 'latin1');
  if (timeAt < 0) throw new Error('the generated photo carries no capture time');
  for (let number = startAt; number < startAt + count; number += WRITES_AT_ONCE) {
    const upTo = Math.min(number + WRITES_AT_ONCE, startAt + count);
    await Promise.all(
      Array.from({ length: upTo - number }, (_, offset) => {
        const name = `IMG_${number + offset}.JPG`;
        return writeFile(join(folder, name), numbered(template, timeAt, number + offset));
      }),
    );
  }
}

function tinyPhoto(): Promise<Buffer> {
  const pixels = Buffer.alloc(WIDTH_PX * HEIGHT_PX * 3);
  for (let offset = 0; offset < pixels.length; offset += 1) pixels[offset] = (offset * 31 + 97) % 251;
  return sharp(pixels, { raw: { width: WIDTH_PX, height: HEIGHT_PX, channels: 3 } })
    .withExif({ IFD0: { Make: 'Canon', Model: 'Canon EOS R5m2' }, IFD2: { DateTimeOriginal: CAPTURE_TIME } })
    .jpeg({ quality: 80 })
    .toBuffer();
}

/** Three frames within a second, then a pause: bursts as people shoot them. The number goes into a comment segment after the start of the image. */
function numbered(template: Buffer, timeAt: number, number: number): Buffer {
  const comment = Buffer.from(`photo ${number}`, 'latin1');
  const segment = Buffer.from([0xff, 0xfe, 0, comment.length + 2]);
  const photo = Buffer.concat([template.subarray(0, 2), segment, comment, template.subarray(2)]);
  const second = Math.floor(number / FRAMES_OF_A_BURST) * SECONDS_TO_NEXT_BURST;
  const time = [Math.floor(second / 3600) % 24, Math.floor(second / 60) % 60, second % 60].map(pad).join(':');
  photo.write(`2025:06:${pad(1 + (Math.floor(second / 86_400) % 28))} ${time}`, timeAt + 4 + comment.length, 'latin1');
  return photo;
}

const pad = (value: number) => String(value).padStart(2, '0');
