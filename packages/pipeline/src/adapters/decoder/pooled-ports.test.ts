import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { defaultRenderSettings } from '@proofline/domain/rendition.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { testPhoto } from '../../fixtures/test-photos.ts';
import { openDecoderPool } from './pool.ts';
import { pooledIntake } from './pooled-intake.ts';
import { pooledMetadataReader } from './pooled-metadata-reader.ts';
import { pooledQualityMeter } from './pooled-quality-meter.ts';
import { pooledRenderer } from './pooled-renderer.ts';

const never = new AbortController().signal;

test('one pool takes a photo in, reads, renders and measures it', async () => {
  const pool = openDecoderPool({ processes: 1 });
  onTestFinished(() => pool.close());
  const folder = await temporaryFolder();
  const copy = join(folder, 'original.jpg');

  const ingested = await pooledIntake(pool).copy(testPhoto('photos/canon-dslr.jpg'), copy, never);
  expect(ingested.bytes).toBe(2_090_815);
  expect(await pooledMetadataReader(pool).read(copy, never)).toMatchObject({ model: 'Canon EOS 1300D' });

  const renditions = await pooledRenderer(pool).render(copy, folder, defaultRenderSettings, never);
  const plane = renditions.find(({ kind }) => kind === 'luma-plane');
  expect(plane).toMatchObject({ widthPx: 2048, heightPx: 1365 });

  const luma = { path: join(folder, 'luma-plane.gray'), widthPx: 2048, heightPx: 1365 };
  const analysis = { path: join(folder, 'analysis-plane.rgb'), widthPx: 1024, heightPx: 683 };
  const meter = pooledQualityMeter(pool);
  onTestFinished(() => meter.close());
  const { measurements, technical, absent, brisqueFeatures } = await meter.measure(
    { luma, analysis, isReduced: true },
    never,
  );
  // The photo is a nearly black, underexposed frame.
  for (const { value } of measurements) expect(value).toBeLessThan(1);
  expect(measurements.map(({ measure }) => measure)).toEqual(['blurScore', 'brightnessScore', 'contrastScore']);
  expect(technical.find(({ measure }) => measure === 'clippedShadowRatio')?.value).toBeGreaterThan(0.8);
  expect(brisqueFeatures?.values).toHaveLength(36);
  expect(absent.map(({ measure }) => measure)).toEqual([
    'blockiness',
    'brisqueScore',
    'nimaScore',
    'clipAestheticScore',
  ]);
});
