import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { paintScene, seededRandom } from './scene.ts';

const WIDTH_PX = 2400;
const HEIGHT_PX = 1600;

/** Cameras as their files name them, so that the names of the demo show how they are put in order. */
const CAMERAS = [
  { make: 'Canon', model: 'Canon EOS R5m2', lens: 'RF24-105mm F4 L IS USM' },
  { make: 'NIKON CORPORATION', model: 'NIKON Z 8', lens: 'NIKKOR Z 24-120mm f/4 S' },
] as const;

/**
 * Paints a folder of pictures as a camera would leave it: EXIF with position and serial number (which must never leave), one portrait
 * format by orientation tag, and three bad apples (a file that breaks off, an exact copy, a text with a picture's name).
 * The same number always gives the same bytes; another number gives other pictures, so that a second demo is no duplicate of the first.
 */
export async function makeDemoPhotos(folder: string, setNumber: number, photos: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let index = 0; index < photos; index += 1) {
    const name = `IMG_${4001 + (setNumber - 1) * 1000 + index}.JPG`;
    const bytes = await demoPhoto(setNumber, index);
    await writeWhole(join(folder, name), bytes);
    if (index === 0) await writeWhole(join(folder, `Copy of ${name}`), bytes);
    if (index === 1) await writeWhole(join(folder, 'IMG_broken_off.JPG'), bytes.subarray(0, bytes.length / 3));
  }
  await writeWhole(
    join(folder, 'notes.JPG'),
    Buffer.from(`Notes of demo set ${setNumber}: this is a text, not a picture.\n`),
  );
}

async function demoPhoto(setNumber: number, index: number): Promise<Buffer> {
  const random = seededRandom(setNumber * 1000 + index);
  const camera = CAMERAS[index % 3 === 2 ? 1 : 0];
  const minutes = 5 * 60 + 40 + index * 37;
  const taken = `2026:05:${String(9 + (setNumber % 20)).padStart(2, '0')} ${clock(minutes)}:${String(index % 60).padStart(2, '0')}`;
  const portrait = index % 8 === 5;
  const [widthPx, heightPx] = portrait ? [HEIGHT_PX, WIDTH_PX] : [WIDTH_PX, HEIGHT_PX];
  return sharp(Buffer.from(paintScene({ widthPx, heightPx, minutes, random })))
    .rotate(portrait ? 270 : 0)
    .composite([
      { input: grain(random), raw: { width: GRAIN_PX, height: GRAIN_PX, channels: 4 }, tile: true, blend: 'overlay' },
    ])
    .removeAlpha()
    .withExif({
      IFD0: {
        Make: camera.make,
        Model: camera.model,
        Artist: 'Proofline demo',
      },
      IFD2: {
        DateTimeOriginal: taken,
        OffsetTimeOriginal: '+02:00',
        ExposureTime: `1/${[60, 125, 250, 500, 1000][index % 5]}`,
        FNumber: `${[4, 5.6, 8, 11][index % 4]! * 10}/10`,
        ISOSpeedRatings: String([100, 200, 400, 800][index % 4]),
        FocalLength: `${[24, 35, 50, 85, 105][index % 5]}/1`,
        LensModel: camera.lens,
        BodySerialNumber: '012345678901',
      },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 22/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '4/1 54/1 0/1' },
    })
    .withMetadata(portrait ? { orientation: 6 } : {})
    .jpeg({ quality: 90 })
    .toBuffer();
}

const GRAIN_PX = 256;

/** Sensor noise, so that the pictures have something to measure. */
function grain(random: () => number): Buffer {
  const pixels = Buffer.alloc(GRAIN_PX * GRAIN_PX * 4);
  for (let offset = 0; offset < pixels.length; offset += 4) {
    const value = 128 + (random() + random() + random() - 1.5) * 90;
    pixels.fill(value, offset, offset + 3);
    pixels[offset + 3] = 90;
  }
  return pixels;
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** A demo that is broken off while painting leaves no half picture that the next one would refuse. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(`${path}.part`, bytes);
  await rename(`${path}.part`, path);
}
