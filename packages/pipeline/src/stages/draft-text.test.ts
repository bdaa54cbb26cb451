import type { CaptionContext, Captioner } from '@proofline/domain/captioner.ts';
import type { Dossier } from '@proofline/domain/dossier.ts';
import { expect, test } from 'vitest';
import { dossier, paths } from '../fixtures/dossier.ts';
import { stageRun } from '../fixtures/stage-run.ts';
import { draftText } from './draft-text.ts';

test('a captioner learns what a person typed, what the file says and the place in the set, whatever number the name has', async () => {
  const told: CaptionContext[] = [];
  await draft(recordingCaptioner(told), dossier);
  expect(told).toEqual([
    {
      subject: 'Frozen Lake',
      location: 'Amsterdam Netherlands',
      folderDisplayName: 'Nature Landscape Photography',
      fields: { make: 'Canon', model: 'Canon EOS R5' },
      numberInSet: 5,
    },
  ]);
});

test('a category that the folder map no longer has goes by its key', async () => {
  const told: CaptionContext[] = [];
  await draft(recordingCaptioner(told), { ...dossier, set: { ...dossier.set, folderKey: 'birds' } });
  expect(told).toMatchObject([{ folderDisplayName: 'birds' }]);
});

test('a draft becomes what is inferred of the photo', async () => {
  await expect(draft(recordingCaptioner([]), dossier)).resolves.toMatchObject({
    kind: 'done',
    output: {
      textDraft: { captioner: 'recording' },
      inferredMetadata: { description: 'A caption.', altTextAccessibility: 'An alt text.', keywords: ['lake'] },
    },
  });
});

test('a set that asks for a captioner which is not there fails by its name', async () => {
  const set = { ...dossier.set, captioner: 'absent' };
  await expect(draft(recordingCaptioner([]), { ...dossier, set })).rejects.toThrow('there is no captioner absent');
});

function draft(captioner: Captioner, of: Dossier) {
  const needs = {
    dossiers: { get: () => of },
    captioners: { recording: captioner },
    folderMap: { nature: 'Nature Landscape Photography' },
    paths,
  };
  return draftText.run(of.photo.id, needs, stageRun());
}

function recordingCaptioner(told: CaptionContext[]): Captioner {
  return {
    id: 'recording',
    problems: () => Promise.resolve([]),
    draft(modelInputPath, context) {
      expect(modelInputPath).toBe('/data/work/p7/model-input');
      told.push(context);
      return Promise.resolve({
        captioner: 'recording',
        model: null,
        modelDigest: null,
        promptVersion: '1',
        caption: 'A caption.',
        altText: 'An alt text.',
        keywords: ['lake'],
        confidence: 'low',
        latencyMs: 1,
      });
    },
  };
}
