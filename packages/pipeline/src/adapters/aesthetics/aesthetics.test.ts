import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { brisqueModelFiles } from '../../fixtures/test-photos.ts';
import { openDecoderPool } from '../decoder/pool.ts';
import { pooledQualityMeter, type QualityModels } from '../decoder/pooled-quality-meter.ts';
import { openClipAesthetic } from './clip-aesthetic.ts';
import { headOf, modelOf, pictureShape, written } from './fixtures/tiny-models.ts';
import { openNima } from './nima.ts';
import type { Picture } from './picture-input.ts';

const never = new AbortController().signal;

/** Ten columns that grow with red and fall with blue, so that the answer depends on the order of the channels. */
const nimaWeights = [1, 0.2, -1].map((sign) => Array.from({ length: 10 }, (_, bin) => sign * bin * 0.3));

describe('NIMA', () => {
  test('answers with mean and spread of the ten shares, channels last as Keras has them', async () => {
    const answer = await openNima(await modelOf({ layout: 'nhwc', weights: nimaWeights, softmax: true }));
    const colour = [220, 100, 40] as const;
    expect(await answer(plain(colour))).toEqual(expectedOf(colour.map((byte) => byte / 127.5 - 1)));
  });

  test('channels first get the statistics of ImageNet', async () => {
    const answer = await openNima(await modelOf({ layout: 'nchw', weights: nimaWeights, softmax: true }));
    const colour = [30, 200, 90] as const;
    const [mean, std] = [
      [0.485, 0.456, 0.406],
      [0.229, 0.224, 0.225],
    ] as const;
    expect(await answer(plain(colour))).toEqual(
      expectedOf(colour.map((byte, channel) => (byte / 255 - mean[channel]!) / std[channel]!)),
    );
  });

  test('a model for bytes gets bytes', async () => {
    const weights = nimaWeights.map((row) => row.map((weight) => weight / 100));
    const answer = await openNima(await modelOf({ layout: 'nhwc', weights, softmax: true, type: 'uint8' }));
    expect(await answer(plain([200, 10, 60]))).toEqual(expectedOf([2, 0.1, 0.6]));
  });

  test('what the file beside the model says wins, and a free size takes it from there', async () => {
    const path = await modelOf({
      layout: 'nchw',
      weights: nimaWeights,
      softmax: true,
      shape: pictureShape('nchw', 'edge'),
    });
    await writeFile(
      path.replace('.onnx', '.json'),
      JSON.stringify({ size: [32, 32], channelOrder: 'bgr', mean: [0, 0, 0], std: [1, 1, 1], resize_mode: 'shortest' }),
    );
    const answer = await openNima(path);
    expect(await answer(plain([255, 51, 0]))).toEqual(expectedOf([0, 0.2, 1]));
  });

  test.each([
    [
      'gives every picture the same answer',
      () => modelOf({ layout: 'nhwc', weights: [0, 0, 0].map(() => Array<number>(10).fill(0.1)), softmax: true }),
    ],
    ['no shares', () => modelOf({ layout: 'nhwc', weights: nimaWeights })],
    ['no output of 10 numbers', () => modelOf({ layout: 'nhwc', weights: [[1], [2], [3]] })],
    [
      'does not say where the three colours are',
      () => modelOf({ layout: 'nhwc', weights: nimaWeights, softmax: true, shape: ['N', 3, 3, 3] }),
    ],
    [
      'does not say where the three colours are',
      () => modelOf({ layout: 'nhwc', weights: nimaWeights, softmax: true, shape: ['N', 'a', 'b', 'c'] }),
    ],
    ['wants 2 dimensions where a picture has 4', () => headOf([1, 2, 3], 0)],
    ['failed', () => written('no graph at all')],
    ['there is no model file', () => Promise.resolve(join('nowhere', 'nima.onnx'))],
  ] as const)('a model that %s is refused', async (reason, make) => {
    await expect(openNima(await make())).rejects.toThrow(reason);
  });
});

describe('CLIP aesthetic', () => {
  const tower = (outputName = 'image_embeds') =>
    modelOf({
      layout: 'nchw',
      weights: [
        [1, 0, 0, 0.5],
        [0, 1, 0, 0.5],
        [0, 0, 1, 0.5],
      ],
      outputName,
    });
  const head = [3, -2, 1, 0.5];

  test('one graph from picture to score', async () => {
    const answer = await openClipAesthetic(await modelOf({ layout: 'nchw', weights: [[2], [1], [-1]] }), null);
    const [r, g, b] = clipValues([200, 100, 50]);
    expect(await answer(plain([200, 100, 50]))).toBeCloseTo(2 * r + g - b, 3);
  });

  test.each(['onnx', 'json'] as const)(
    'a vision tower and its second part as %s, on an embedding of length 1',
    async (form) => {
      const headPath =
        form === 'onnx' ? await headOf(head, 5) : await written(JSON.stringify({ w: head, b: 5 }), 'json');
      // The names are read from the file: Immich's export calls its output otherwise.
      for (const name of ['image_embeds', 'embedding']) {
        const answer = await openClipAesthetic(await tower(name), headPath);
        const values = clipValues([200, 100, 50]);
        const embedding = [...values, values.reduce((sum, value) => sum + value / 2, 0)];
        const length = Math.hypot(...embedding);
        const expected = 5 + embedding.reduce((sum, value, index) => sum + (value / length) * head[index]!, 0);
        expect(await answer(plain([200, 100, 50]))).toBeCloseTo(expected, 3);
      }
    },
  );

  test('the middle of a wide photo counts, not its sides', async () => {
    const answer = await openClipAesthetic(await modelOf({ layout: 'nchw', weights: [[2], [1], [-1]] }), null);
    const middle = await answer(plain([200, 100, 50]));
    const wide = plain([200, 100, 50], 300, 100);
    const rgb = wide.rgb.map((value, at) => (Math.abs((Math.floor(at / 3) % 300) - 150) > 60 ? 255 - value : value));
    expect(await answer({ ...wide, rgb })).toBeCloseTo(middle, 3);
  });

  test.each([
    ['gives every picture the same answer', async () => [await tower(), await headOf([0, 0, 0, 0], 5)]],
    [
      'gives every picture the same answer',
      async () => [await modelOf({ layout: 'nchw', weights: [[0], [0], [0]] }), null],
    ],
    ['a vision tower needs its second part', async () => [await tower(), null]],
    ['has no output of 3 numbers', async () => [await tower(), await headOf([1, 2, 3], 0)]],
    ['is no {"w": [numbers], "b": number}', async () => [await tower(), await written('{"weights": []}', 'json')]],
  ] as const)('a model that %s is refused', async (reason, make) => {
    const [path, headPath] = await make();
    await expect(openClipAesthetic(path!, headPath!)).rejects.toThrow(reason);
  });
});

describe('the meter with models', () => {
  test('measures with all that are configured, in processes of their own, and says who measured', async () => {
    const nima = { path: await modelOf({ layout: 'nhwc', weights: nimaWeights, softmax: true }), version: 'n1' };
    const clip = { path: await modelOf({ layout: 'nchw', weights: [[2], [1], [-1]] }), headPath: null, version: 'c1' };
    const { reading, version } = await measured({ brisque: brisqueModelFiles, nima, clip });
    expect(version).toBe('2 brisque:opencv nima:n1 clip:c1');
    const by = Object.fromEntries(
      reading.measurements.map(({ measure, meter, meterVersion }) => [measure, `${meter} ${meterVersion}`]),
    );
    expect(by).toEqual({
      blurScore: 'luma-statistics 1',
      brightnessScore: 'luma-statistics 1',
      contrastScore: 'luma-statistics 1',
      brisqueScore: 'opencv-brisque opencv',
      nimaScore: 'nima-onnx n1',
      clipAestheticScore: 'clip-aesthetic-onnx c1',
    });
    expect(reading.technical.map(({ measure }) => measure)).toContain('nimaSpread');
    expect(reading.absent).toEqual([]);
  });

  test('a refused model leaves its measure absent and flagged, the others are taken', async () => {
    const nima = {
      path: await modelOf({ layout: 'nhwc', weights: nimaWeights.map((row) => row.map(() => 0)), softmax: true }),
      version: 'n2',
    };
    const clip = { path: await modelOf({ layout: 'nchw', weights: [[2], [1], [-1]] }), headPath: null, version: 'c2' };
    const { reading } = await measured({ brisque: null, nima, clip });
    expect(reading.measurements.map(({ measure }) => measure)).toContain('clipAestheticScore');
    expect(reading.absent).toEqual([
      { measure: 'brisqueScore', reason: 'no BRISQUE model is configured' },
      { measure: 'nimaScore', reason: expect.stringContaining('the same answer') as string },
    ]);
  });
});

async function measured(models: QualityModels) {
  const folder = await temporaryFolder();
  const [luma, analysis] = [join(folder, 'luma'), join(folder, 'analysis')];
  const pixels = Uint8Array.from({ length: 64 * 64 * 3 }, (_, at) => (at * 37 + Math.floor(at / 500) * 11) % 256);
  await writeFile(luma, pixels.subarray(0, 64 * 64));
  await writeFile(analysis, pixels);
  const pool = openDecoderPool({ processes: 1 });
  const meter = pooledQualityMeter(pool, models);
  onTestFinished(() => Promise.all([pool.close(), meter.close()]).then(() => undefined));
  const size = { widthPx: 64, heightPx: 64 };
  const planes = { luma: { path: luma, ...size }, analysis: { path: analysis, ...size }, isReduced: false };
  return { reading: await meter.measure(planes, never), version: meter.version };
}

function plain(colour: readonly [number, number, number], widthPx = 60, heightPx = 40): Picture {
  return { rgb: Uint8Array.from({ length: widthPx * heightPx * 3 }, (_, at) => colour[at % 3]!), widthPx, heightPx };
}

function clipValues(colour: readonly [number, number, number]): [number, number, number] {
  const [r, g, b] = colour.map((byte) => byte / 255) as [number, number, number];
  return [(r - 0.48145466) / 0.26862954, (g - 0.4578275) / 0.26130258, (b - 0.40821073) / 0.27577711];
}

/** Softmax of the weights' sums, then mean and deviation of the scores 1 … 10. */
function expectedOf(values: readonly number[]) {
  const logits = Array.from({ length: 10 }, (_, bin) =>
    values.reduce((sum, value, channel) => sum + value * nimaWeights[channel]![bin]!, 0),
  );
  const sum = logits.reduce((total, logit) => total + Math.exp(logit), 0);
  const shares = logits.map((logit) => Math.exp(logit) / sum);
  const mean = shares.reduce((total, share, bin) => total + share * (bin + 1), 0);
  const spread = Math.sqrt(shares.reduce((total, share, bin) => total + share * (bin + 1 - mean) ** 2, 0));
  return { mean: expect.closeTo(mean, 3) as number, spread: expect.closeTo(spread, 3) as number };
}
