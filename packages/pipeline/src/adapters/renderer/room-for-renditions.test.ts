import { join } from 'node:path';
import { neededRoomBytes } from '@proofline/domain/needed-room.ts';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { testPhoto } from '../../fixtures/test-photos.ts';
import { render } from './fixtures/rendered.ts';

/** Left free beside what the photos take. */
const RESERVED = neededRoomBytes([]);

/** Fine grain everywhere, which compresses worst. */
async function grainy(width: number, height: number): Promise<string> {
  const file = join(await temporaryFolder(), 'grainy.jpg');
  const noise = { type: 'gaussian', mean: 128, sigma: 12 } as const;
  await sharp({ create: { width, height, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 92 })
    .toFile(file);
  return file;
}

test.each([
  ['a drawing', () => testPhoto('edge/Landscape_1.jpg')],
  ['grain at 640 × 480', () => grainy(640, 480)],
  ['grain at 1500 × 1000', () => grainy(1500, 1000)],
  ['grain at 6000 × 4000', () => grainy(6000, 4000)],
])('the room that is asked for holds what is made of %s, and the images on the site beside it', async (_, make) => {
  const path = await make();
  const { width, height } = await sharp(path).metadata();
  const asked = neededRoomBytes([{ path, relativePath: path, bytes: 0, pixels: width * height }]) - RESERVED;
  const { renditions, get } = await render(path);
  const made = renditions.reduce((sum, { bytes }) => sum + bytes, get('web').bytes + get('web-thumb').bytes);
  expect(made).toBeLessThan(asked);
});
