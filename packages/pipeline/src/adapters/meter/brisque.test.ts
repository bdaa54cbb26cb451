import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { brisqueModelFiles, testPhoto } from '../../fixtures/test-photos.ts';
import { lumaOf } from '../renderer/luma-plane.ts';
import { brisqueScore, readBrisqueModel } from './brisque-model.ts';
import { judgeByBrisque } from './brisque-score.ts';
import { madeUpPlane } from './fixtures/made-up-plane.ts';
import { kernel } from './kernel.ts';
import { brisqueFeatures, naturalSceneOf } from './natural-scene.ts';

type Expected = { readonly features: readonly number[]; readonly score: number };
type Reference = {
  readonly images: readonly {
    readonly file: string;
    readonly native: Expected;
    readonly gray512: Expected & { readonly file: string };
  }[];
};

const reference = JSON.parse(readFileSync(testPhoto('brisque_reference.json'), 'utf8')) as Reference;
const cases = reference.images.flatMap(({ file, native, gray512 }) => [
  { file, expected: native },
  { file: gray512.file, expected: gray512 },
]);

describe('BRISQUE against OpenCV', () => {
  test.each(cases)(
    '$file: 36 features within 1e-4, the score within 0.5',
    { timeout: 120_000 },
    async ({ file, expected }) => {
      const features = await featuresOfFile(testPhoto(file));
      expect(features).toHaveLength(36);
      expect(largestDifference(features, expected.features)).toBeLessThan(1e-4);
      const model = await readBrisqueModel(brisqueModelFiles.modelPath, brisqueModelFiles.rangePath);
      expect(Math.abs(brisqueScore(features, model)! - expected.score)).toBeLessThan(0.5);
    },
  );

  test('a made-up plane gives the features and the score that OpenCV gave', async () => {
    const { luma, widthPx, heightPx } = madeUpPlane();
    expect(luma.reduce((sum, value) => sum + value, 0)).toBe(3_487_999);
    const features = featuresOf(luma, widthPx, heightPx)!;
    expect(largestDifference(features, featuresOfMadeUpPlane)).toBeLessThan(1e-4);
    const model = await readBrisqueModel(brisqueModelFiles.modelPath, brisqueModelFiles.rangePath);
    expect(brisqueScore(features, model)).toBeCloseTo(47.0227, 2);
  });

  test('planes of any size have 36 features; one without half a size has none', () => {
    for (const [widthPx, heightPx] of [
      [2, 2],
      [3, 2],
      [5, 9],
      [17, 16],
      [97, 193],
    ] as const)
      expect(
        featuresOf(
          new Uint8Array(widthPx * heightPx).map((_, at) => (at * 37) % 251),
          widthPx,
          heightPx,
        ),
      ).toHaveLength(36);
    expect(featuresOf(Uint8Array.of(1, 2, 3), 3, 1)).toBeNull();
  });
});

describe('the score', () => {
  test('is absent, with the reason, without a model, for a flat photo and for files that are none', async () => {
    expect(await judgeByBrisque([], null)).toEqual({ absent: 'no BRISQUE model is configured' });
    const flat = featuresOf(new Uint8Array(64 * 64), 64, 64);
    expect(await judgeByBrisque(flat, brisqueModelFiles)).toEqual({
      absent: expect.stringContaining('flat') as string,
    });
    const other = join(await temporaryFolder(), 'model.yml');
    await writeFile(other, 'opencv_ml_svm:\n  support_vectors: [ 1, 2 ]\n');
    const judgement = await judgeByBrisque(featuresOfMadeUpPlane, {
      ...brisqueModelFiles,
      modelPath: other,
      version: 'other',
    });
    expect(judgement).toEqual({ absent: expect.stringContaining('is no BRISQUE model of OpenCV') as string });
    const missing = { ...brisqueModelFiles, rangePath: `${other}.gone`, version: 'missing' };
    expect(await judgeByBrisque(featuresOfMadeUpPlane, missing)).toEqual({
      absent: `there is no model file ${other}.gone; mend the setting or the file, and start Proofline again`,
    });
  });
});

test('the kernel is what its sources were compiled to', () => {
  const said = JSON.parse(readFileSync(new URL('./kernel.json', import.meta.url), 'utf8')) as Record<string, string>;
  for (const [file, sha256] of Object.entries(said)) {
    const bytes = readFileSync(new URL(file, import.meta.url));
    const content = file.endsWith('.wasm') ? bytes : bytes.toString('utf8').replaceAll('\r\n', '\n');
    expect({ file, sha256: createHash('sha256').update(content).digest('hex') }).toEqual({ file, sha256 });
  }
});

async function featuresOfFile(path: string): Promise<readonly number[]> {
  const { data, info } = await sharp(path).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return featuresOf(info.channels === 1 ? data : lumaOf(data), info.width, info.height)!;
}

function featuresOf(luma: Uint8Array, widthPx: number, heightPx: number): readonly number[] | null {
  const code = kernel();
  code.free();
  const at = code.allocate(luma.length);
  code.bytes(at, luma.length).set(luma);
  return brisqueFeatures(naturalSceneOf(at, widthPx, heightPx));
}

function largestDifference(actual: readonly number[], expected: readonly number[]): number {
  return Math.max(...actual.map((value, index) => Math.abs(value - expected[index]!)));
}

const featuresOfMadeUpPlane = [
  2.783, 0.238505, 0.897, 0.155054, 0.0094137, 0.1041457, 0.899, 0.1553193, 0.0090352, 0.1030353, 0.969, 0.0785451,
  0.0245244, 0.0721326, 0.952, 0.0738644, 0.0262354, 0.071696, 2.959, 0.462341, 0.982, 0.1234393, 0.1110228, 0.2586463,
  0.996, 0.1361484, 0.102438, 0.2629594, 0.924, -0.0273163, 0.2058931, 0.1716596, 0.922, -0.0161461, 0.1997132,
  0.1794108,
];
