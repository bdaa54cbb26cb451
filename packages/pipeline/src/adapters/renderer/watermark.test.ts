import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testPhoto } from '../../fixtures/test-photos.ts';
import { render, type Rendered } from './fixtures/rendered.ts';
import { drawWatermark } from './draw-watermark.ts';
import { watermarkOf, watermarkProblems } from './watermark.ts';

/** The smallest rectangle that holds every pixel in which two pictures of one size differ clearly. */
function differingArea(a: Uint8Array, b: Uint8Array, widthPx: number) {
  const area = { left: Infinity, right: -1, top: Infinity, bottom: -1, pixels: 0 };
  for (let pixel = 0; pixel * 3 < a.length; pixel += 1) {
    if (Math.abs((a[pixel * 3 + 1] ?? NaN) - (b[pixel * 3 + 1] ?? NaN)) < 24) continue;
    const x = pixel % widthPx;
    const y = Math.floor(pixel / widthPx);
    area.left = Math.min(area.left, x);
    area.right = Math.max(area.right, x);
    area.top = Math.min(area.top, y);
    area.bottom = Math.max(area.bottom, y);
    area.pixels += 1;
  }
  return area;
}

async function watermarkedArea(path: string, watermark: readonly [string, string], kind: 'web' | 'web-thumb' = 'web') {
  const marked = await render(path, { watermark });
  const plain = await render(path);
  const { widthPx, heightPx } = plain.get(kind);
  expect(marked.get(kind)).toMatchObject({ widthPx, heightPx });
  return { ...differingArea(await marked.pixels(kind), await plain.pixels(kind), widthPx), widthPx, heightPx };
}

/** The picture of the watermark alone, on black. */
async function drawn(lines: readonly string[], widthPx: number, heightPx: number): Promise<Buffer> {
  const watermark = watermarkOf(lines, widthPx, heightPx);
  if (watermark === undefined) throw new Error('there is nothing to draw');
  const black = { rgb: Buffer.alloc(widthPx * heightPx * 3), widthPx, heightPx };
  await drawWatermark(black, watermark);
  return black.rgb;
}

test('two lines stand at the lower right of the web rendition, each 3 % of its height', async () => {
  const area = await watermarkedArea(testPhoto('photos/aitzgorri_by_Aitzol_Berasategi.jpg'), [
    '© Amir Darzi',
    'amir2000.nl',
  ]);
  expect(area.pixels).toBeGreaterThan(1000);
  expect(area.left).toBeGreaterThan(area.widthPx * 0.8);
  expect(area.right).toBeLessThan(area.widthPx * 0.99);
  expect(area.top).toBeGreaterThan(area.heightPx * 0.88);
  expect(area.bottom).toBeLessThan(area.heightPx * 0.98);
});

test('the thumbnail shows the watermark of the web rendition', async () => {
  const area = await watermarkedArea(
    testPhoto('photos/aitzgorri_by_Aitzol_Berasategi.jpg'),
    ['© Amir Darzi', 'amir2000.nl'],
    'web-thumb',
  );
  expect(area.pixels).toBeGreaterThan(50);
  expect(area.left).toBeGreaterThan(area.widthPx * 0.8);
});

test('preview, model input and grid thumb carry no watermark', async () => {
  const hashes = ({ renditions }: Rendered) =>
    renditions.filter(({ kind }) => kind !== 'web' && kind !== 'web-thumb').map(({ sha256 }) => sha256);
  const marked = await render(testPhoto('edge/Landscape_1.jpg'), { watermark: ['© Amir Darzi', ''] });
  expect(hashes(marked)).toEqual(hashes(await render(testPhoto('edge/Landscape_1.jpg'))));
});

test('whatever the letters and the size of the picture, the watermark stays inside of it', async () => {
  const letters = fc.string({ unit: fc.constantFrom(...'aAgjQW© ÄéøŁЖя.0'.split('')), minLength: 1, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(
      letters.filter((line) => line.trim() !== ''),
      fc.integer({ min: 60, max: 500 }),
      fc.integer({ min: 60, max: 500 }),
      async (line, widthPx, heightPx) => {
        const pixels = await drawn([line, 'example.org'], widthPx, heightPx);
        const nothing = Buffer.alloc(pixels.length);
        const area = differingArea(pixels, nothing, widthPx);
        expect(area.pixels).toBeGreaterThan(0);
        expect(area.left).toBeGreaterThan(0);
        expect(area.top).toBeGreaterThan(0);
        expect(area.right).toBeLessThan(widthPx - 1);
        expect(area.bottom).toBeLessThan(heightPx - 1);
      },
    ),
    { numRuns: 60 },
  );
});

test('outlines are numbers at every place and size', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 3000 }), fc.integer({ min: 20, max: 3000 }), (widthPx, heightPx) => {
      expect(watermarkOf(['© Amir Darzi', 'amir2000.nl'], widthPx, heightPx)?.svg.toString()).not.toMatch(
        /NaN|Infinity|e-/,
      );
    }),
  );
});

test('an empty line is left out and two mean no watermark', () => {
  expect(watermarkOf(['', ' '], 1500, 1000)).toBeUndefined();
  expect(watermarkOf(['', 'below'], 1500, 1000)).toEqual(watermarkOf(['below', ''], 1500, 1000));
});

test('Latin, Vietnamese and Cyrillic letters can be drawn', () => {
  expect(watermarkProblems(['© Żółć Ñandú', 'Nguyễn Жизнь'])).toEqual([]);
});

test('a letter and its accent are drawn as one, however they are written', () => {
  expect(watermarkOf(['Ame\u0301lie'], 1500, 1000)).toEqual(watermarkOf(['Am\u00e9lie'], 1500, 1000));
});

test('a character that the font lacks is a problem in words, once for each line', () => {
  expect(watermarkProblems(['写真写', 'ok 📷'])).toEqual([
    expect.stringContaining('the watermark "写真写" has the character "写"'),
    expect.stringContaining('the watermark "写真写" has the character "真"'),
    expect.stringContaining('the watermark "ok 📷" has the character "📷"'),
  ]);
});
