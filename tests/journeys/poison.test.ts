import { openDecoderPool } from '@proofline/pipeline/adapters/decoder/pool.ts';
import { pooledQualityMeter } from '@proofline/pipeline/adapters/decoder/pooled-quality-meter.ts';
import type { QualityMeter } from '@proofline/domain/quality-meter.ts';
import { parseResponse } from '@proofline/api/client.ts';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { generatePhotos } from '../support/generated-photos.ts';
import { startSystem } from '../support/running-system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const POISON = 4;

test('a photo that takes its decoder down twice is quarantined with the evidence, and its set goes on', async () => {
  const folder = await temporaryFolder();
  const photos = join(folder, 'photos');
  await generatePhotos(photos, 6);
  await using running = await startSystem(join(folder, 'data'), {}, { meter: meterThatDiesOver(POISON) });

  const { set, byState, refused } = await running.add({ sourceFolder: photos });
  expect(byState).toEqual({ 'in-review': 5, refused: 1 });
  expect(refused).toMatchObject([
    {
      photoId: POISON,
      code: 'quarantined',
      reason: expect.stringMatching(
        /died 2 times over this photo at measure-quality \(the decoder ended with SIGSEGV/,
      ) as string,
    },
  ]);

  const events = running.system.stores.events.list({ setId: set.id, photoId: POISON, limit: 1000 });
  const death = { process: 'decoder', alone: false, evidence: { signal: 'SIGSEGV', exitCode: null, byItself: true } };
  expect(events.filter(({ kind }) => kind === 'photo.retry-scheduled')).toMatchObject([
    { detail: { stage: 'measure-quality', error: { evidence: { signal: 'SIGSEGV' } } } },
  ]);
  expect(events.filter(({ kind }) => kind === 'photo.refused')).toMatchObject([
    { detail: { stage: 'measure-quality', code: 'quarantined', deaths: [death, death] } },
  ]);
  expect(await parseResponse(running.client['crash-reports'].$get({ query: {} }))).toMatchObject({
    count: 2,
    newest: [
      { kind: 'decoder-death', stage: 'measure-quality', photoId: POISON },
      { kind: 'decoder-death', stage: 'measure-quality', photoId: POISON },
    ],
  });

  // What it held is given back like that of any other photo.
  await running.client.rollbacks.$post({ json: { scope: 'set', id: set.id, reason: 'tidy up' } });
  expect((await running.settled(set.id)).byState).toEqual({ 'rolled-back': 6 });
});

/** The real meter for all photos but one. */
function meterThatDiesOver(photoId: number): QualityMeter {
  const healthy = openDecoderPool({ processes: 2 });
  const dying = openDecoderPool({ processModule: new URL('../support/segfaulting-decoder.ts', import.meta.url) });
  onTestFinished(async () => {
    await Promise.all([healthy.close(), dying.close()]);
  });
  const meter = pooledQualityMeter(healthy);
  return {
    ...meter,
    measure: (planes, signal) =>
      new RegExp(`[/\\\\]p${photoId}[/\\\\]`).test(planes.luma.path)
        ? pooledQualityMeter(dying).measure(planes, signal)
        : meter.measure(planes, signal),
  };
}
