import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import sharp from 'sharp';
import { testPhoto } from '../../fixtures/test-photos.ts';
import { meanDifference, render } from './fixtures/rendered.ts';

/** Small enough that JPEG noise and the digit in the middle of the test pictures average out. */
async function impression(path: string): Promise<Buffer> {
  return sharp(path).resize(30, 20, { fit: 'fill' }).raw().toBuffer();
}

test('the eight orientations of one picture come out alike', async () => {
  const upright = await render(testPhoto('edge/Landscape_1.jpg'));
  const reference = await impression(upright.path('web'));
  const upsideDown = await sharp(reference, { raw: { width: 30, height: 20, channels: 3 } })
    .rotate(180)
    .raw()
    .toBuffer();
  expect(meanDifference(reference, upsideDown)).toBeGreaterThan(30);
  for (let orientation = 2; orientation <= 8; orientation += 1) {
    const turned = await render(testPhoto(`edge/Landscape_${orientation}.jpg`));
    expect(turned.get('web')).toMatchObject({ widthPx: 1500, heightPx: 1000 });
    expect(turned.get('luma-plane')).toMatchObject({ widthPx: 1800, heightPx: 1200 });
    expect(meanDifference(await impression(turned.path('web')), reference)).toBeLessThan(3);
    expect(meanDifference(await impression(turned.path('review-preview')), reference)).toBeLessThan(3);
  }
});

test('the orientation of a WebP is applied like that of a JPEG', async () => {
  const upright = await impression((await render(testPhoto('edge/hopper_orientation_3.webp'))).path('web'));
  for (const orientation of [6, 8]) {
    const turned = await render(testPhoto(`edge/hopper_orientation_${orientation}.webp`));
    expect(meanDifference(await impression(turned.path('web')), upright)).toBeLessThan(3);
  }
});

test('an orientation that EXIF does not know leaves the picture as it is stored', async () => {
  const rendered = await render(testPhoto('edge/Landscape_9.jpg'));
  expect(rendered.get('review-preview')).toMatchObject({ widthPx: 480, heightPx: 369 });
});

test('nothing is enlarged', async () => {
  const rendered = await render(testPhoto('edge/fuji_raf_fraction.jpg'));
  for (const rendition of rendered.renditions) expect(rendition).toMatchObject({ widthPx: 60, heightPx: 40 });
});

test('a web box larger than the preview is served from the same decode', async () => {
  const rendered = await render(testPhoto('photos/ng-32703.jpg'), { webBoxPx: [3000, 3000] });
  expect(rendered.get('web')).toMatchObject({ widthPx: 3000, heightPx: 2000 });
  expect(rendered.get('review-preview')).toMatchObject({ widthPx: 2048, heightPx: 1365 });
  expect(rendered.get('luma-plane')).toMatchObject({ widthPx: 2048, heightPx: 1365 });
});

test('the same photo gives the same bytes every time', async () => {
  const settings = { watermark: ['© Proofline', 'example.org'] } as const;
  const first = await render(testPhoto('photos/vivo-x90pro.jpg'), settings);
  const second = await render(testPhoto('photos/vivo-x90pro.jpg'), settings);
  expect(second.renditions).toEqual(first.renditions);
});

test('the luma plane is the luma of the picture that people see', async () => {
  const rendered = await render(testPhoto('edge/Landscape_6.jpg'));
  const seen = await sharp(rendered.path('review-preview')).greyscale().raw().toBuffer();
  const plane = await readFile(rendered.path('luma-plane'));
  // sharp's greyscale weighs in linear light, so the two differ a little.
  expect(meanDifference(plane, seen)).toBeLessThan(6);
});

test('the analysis plane has the colours of the picture that people see, in one size for all photos', async () => {
  const rendered = await render(testPhoto('edge/Landscape_6.jpg'));
  expect(rendered.get('analysis-plane')).toMatchObject({ widthPx: 1024, heightPx: 683 });
  const seen = await sharp(rendered.path('review-preview')).resize(1024, 683).raw().toBuffer();
  expect(meanDifference(await readFile(rendered.path('analysis-plane')), seen)).toBeLessThan(3);
});

test('a setting that cannot be drawn stops the rendering before a file is written', async () => {
  await expect(render(testPhoto('edge/Landscape_1.jpg'), { watermark: ['写真', ''] })).rejects.toThrow(
    'the watermark "写真" has the character "写"',
  );
});
