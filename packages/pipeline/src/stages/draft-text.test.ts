import { Blocked } from '@proofline/domain/blocking.ts';
import type { CaptionContext, Captioner } from '@proofline/domain/captioner.ts';
import type { Dossier } from '@proofline/domain/dossier.ts';
import { expect, test } from 'vitest';
import { computedResultsInMemory } from '../fixtures/computed-results.ts';
import { dossier, paths } from '../fixtures/dossier.ts';
import { openGate } from '../fixtures/open-gate.ts';
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
      allowedPlaceNames: ['Amsterdam Netherlands'],
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

test('what was drafted of the same content, words and captioner is not drafted again, even while the captioner is down', async () => {
  const told: CaptionContext[] = [];
  const world = newWorld();
  await world.draft(recordingCaptioner(told), dossier);
  const down = { ...recordingCaptioner(told), problems: () => Promise.resolve([DOWN]) };
  await expect(world.draft(down, dossier)).resolves.toMatchObject({ output: { textDraft: { caption: 'A caption.' } } });
  expect(told).toHaveLength(1);

  await world.draft({ ...recordingCaptioner(told), version: () => Promise.resolve('2') }, dossier);
  await world.draft(recordingCaptioner(told), { ...dossier, set: { ...dossier.set, subject: 'River' } });
  expect(told).toHaveLength(3);
});

test('a captioner that is down blocks before it is asked, with all of its reasons', async () => {
  const told: CaptionContext[] = [];
  const problems = [{ condition: 'model-missing', reason: 'the model is not installed' } as const, DOWN];
  const captioner = { ...recordingCaptioner(told), problems: () => Promise.resolve(problems) };
  const blocked = await draft(captioner, dossier).catch((error: unknown) => error);
  expect(blocked).toBeInstanceOf(Blocked);
  expect(blocked).toMatchObject({ condition: 'model-missing', message: 'the model is not installed; nobody answers' });
  expect(told).toEqual([]);
});

test('a captioner that goes down while it drafts blocks; one that stays up failed over this photo', async () => {
  const fault = new Error('the connection was cut');
  let asked = 0;
  const captioner = (afterwards: readonly (typeof DOWN)[]): Captioner => ({
    ...recordingCaptioner([]),
    problems: () => Promise.resolve((asked += 1) % 2 === 1 ? [] : afterwards),
    draft: () => Promise.reject(fault),
  });
  await expect(draft(captioner([DOWN]), dossier)).rejects.toMatchObject({ name: 'Blocked', cause: fault });
  await expect(draft(captioner([]), dossier)).rejects.toBe(fault);
});

const DOWN = { condition: 'captioner-unavailable', reason: 'nobody answers' } as const;

function draft(captioner: Captioner, of: Dossier) {
  return newWorld().draft(captioner, of);
}

function newWorld() {
  const computedResults = computedResultsInMemory();
  return {
    async draft(captioner: Captioner, of: Dossier) {
      const needs = {
        dossiers: { get: () => of },
        captioners: { recording: captioner },
        fallbackCaptioner: null,
        ...openGate,
        gazetteer: { near: () => Promise.resolve([]) },
        sky: { sunAltitudeDegrees: () => null },
        vocabulary: { usualKeywords: () => [] },
        computedResults,
        folderMap: { nature: 'Nature Landscape Photography' },
        paths,
      };
      const outcome = await draftText.run(of.photo.id, needs, stageRun());
      computedResults.keep({ stage: 'draft-text', contentSha256: of.photo.contentSha256! }, outcome);
      return outcome;
    },
  };
}

function recordingCaptioner(told: CaptionContext[]): Captioner {
  return {
    id: 'recording',
    version: () => Promise.resolve('1'),
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
