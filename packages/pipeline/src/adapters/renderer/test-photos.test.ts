import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { defaultRenderSettings, renditionKinds, type Rendition } from '@proofline/domain/rendition.ts';
import sharp from 'sharp';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { testPhoto, testPhotosIn } from '../../fixtures/test-photos.ts';
import { openDecoderPool } from '../decoder/pool.ts';
import { pooledRenderer } from '../decoder/pooled-renderer.ts';
import { expectedRefusals } from './fixtures/expected-refusals.ts';
import { refusalOf } from './fixtures/rendered.ts';

type Outcome = {
  readonly name: string;
  readonly folder: string;
  readonly refusal: string;
  readonly renditions: readonly Rendition[];
};

/** Renders every file of a folder of the collection in two decoder processes, as a worker does. */
async function renderAll(folder: 'edge' | 'photos' | 'photos-free-use'): Promise<readonly Outcome[]> {
  const pool = openDecoderPool({ processes: 2 });
  onTestFinished(() => pool.close());
  const output = await temporaryFolder();
  const settings = { ...defaultRenderSettings, watermark: ['© Proofline', 'example.org'] } as const;
  return Promise.all(
    (await testPhotosIn(folder)).map(async (name) => {
      const target = join(output, name);
      await mkdir(target);
      const rendering = pooledRenderer(pool).render(
        testPhoto(`${folder}/${name}`),
        target,
        settings,
        new AbortController().signal,
      );
      const refusal = await refusalOf(rendering);
      return { name, folder: target, refusal, renditions: refusal === 'accepted' ? await rendering : [] };
    }),
  );
}

async function expectSoundRenditions({ folder, renditions }: Outcome): Promise<void> {
  expect(renditions.map((rendition) => rendition.kind).toSorted()).toEqual([...renditionKinds].toSorted());
  expect((await readdir(folder)).toSorted()).toEqual(renditions.map((rendition) => rendition.path).toSorted());
  for (const rendition of renditions) {
    const bytes = await readFile(join(folder, rendition.path));
    expect(rendition.bytes).toBe(bytes.length);
    expect(rendition.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    await expectSoundPicture(rendition, bytes);
  }
}

const boxes = {
  'review-preview': [2048, 2048],
  'grid-thumb': [400, 400],
  'model-input': [1024, 1024],
  web: [1500, 1000],
  'web-thumb': [548, 365],
  'luma-plane': [2048, 2048],
  'analysis-plane': [1024, 1024],
} as const;

async function expectSoundPicture({ kind, widthPx, heightPx }: Rendition, bytes: Buffer): Promise<void> {
  expect(widthPx).toBeLessThanOrEqual(boxes[kind][0]);
  expect(heightPx).toBeLessThanOrEqual(boxes[kind][1]);
  if (kind === 'luma-plane' || kind === 'analysis-plane') {
    expect(bytes.length).toBe(widthPx * heightPx * (kind === 'luma-plane' ? 1 : 3));
    return;
  }
  const metadata = await sharp(bytes).metadata();
  expect(metadata).toMatchObject({ format: 'jpeg', width: widthPx, height: heightPx, channels: 3, space: 'srgb' });
  expect([metadata.exif, metadata.xmp, metadata.iptc, metadata.orientation]).toEqual(Array(4).fill(undefined));
  if (kind === 'web' || kind === 'web-thumb') {
    expect(metadata).toMatchObject({ isProgressive: true, chromaSubsampling: '4:4:4' });
    expect(metadata.icc?.toString('latin1')).toContain('s\0R\0G\0B');
  }
}

test('every edge case becomes renditions or is refused as the table says', { timeout: 600_000 }, async () => {
  const outcomes = await renderAll('edge');
  const refusals = outcomes.filter(({ refusal }) => refusal !== 'accepted').map(({ name, refusal }) => [name, refusal]);
  expect(Object.fromEntries(refusals)).toEqual(expectedRefusals);
  const accepted = outcomes.filter(({ refusal }) => refusal === 'accepted');
  expect(accepted.length).toBe(outcomes.length - Object.keys(expectedRefusals).length);
  for (const outcome of accepted) await expectSoundRenditions(outcome);
});

test.each(['photos', 'photos-free-use'] as const)(
  'every photo of %s becomes sound renditions and stays as it was',
  { timeout: 120_000 },
  async (folder) => {
    const names = await testPhotosIn(folder);
    const before = await Promise.all(names.map((name) => stat(testPhoto(`${folder}/${name}`), { bigint: true })));
    const outcomes = await renderAll(folder);
    expect(outcomes.map(({ refusal }) => refusal)).toEqual(names.map(() => 'accepted'));
    for (const outcome of outcomes) await expectSoundRenditions(outcome);
    const after = await Promise.all(names.map((name) => stat(testPhoto(`${folder}/${name}`), { bigint: true })));
    expect(after.map((stats) => [stats.size, stats.ctimeNs])).toEqual(
      before.map((stats) => [stats.size, stats.ctimeNs]),
    );
  },
);
