import type { CaptionContext, Captioner } from '@proofline/domain/captioner.ts';
import type { Dossier } from '@proofline/domain/dossier.ts';
import type { StageRun } from '@proofline/domain/stage.ts';
import { expect, test } from 'vitest';
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
    paths: { absolute: (path: string) => `/data/${path}` },
  };
  return draftText.run(of.photo.id, needs, run);
}

function recordingCaptioner(told: CaptionContext[]): Captioner {
  return {
    id: 'recording',
    problems: () => Promise.resolve([]),
    draft(modelInputPath, context) {
      expect(modelInputPath).toBe('/data/work/p7/model-input.jpg');
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

const run: StageRun = {
  signal: new AbortController().signal,
  attempt: 1,
  token: 'token',
  attemptFolder: () => Promise.reject(new Error('drafting writes no files')),
};

const dossier: Dossier = {
  photo: {
    id: 7,
    setId: 1,
    position: 4,
    sourcePath: '/photos/lake/IMG_7.JPG',
    sourceRelativePath: 'IMG_7.JPG',
    originalFileName: 'IMG_7.JPG',
    sourceBytes: 1_000_000,
    stage: 'draft-text',
    state: 'running',
    epoch: 1,
    contentSha256: '0'.repeat(64),
    workingPath: 'work/p7/original.jpg',
    refusal: null,
  },
  set: {
    id: 1,
    runId: 1,
    state: 'accepted',
    stage: 'reserve-file-names',
    epoch: 1,
    requestedBy: 'Olga',
    createdAt: '2026-05-04T08:00:00.000Z',
    namesReservedAt: '2026-05-04T08:00:00.000Z',
    problems: [],
    sourceFolder: '/photos/lake',
    includeSubfolders: true,
    subject: 'Frozen Lake',
    location: 'Amsterdam Netherlands',
    folderKey: 'nature',
    captioner: 'recording',
    onBlocked: 'pause',
  },
  photosInSet: 9,
  fileName: 'Frozen_Lake_Amsterdam_Netherlands_Nature_Photography_Canon_EOS_R5_2026_002.JPG',
  metadata: { file: { make: 'Canon', model: 'Canon EOS R5' }, inferred: {}, person: {} },
  renditions: [
    {
      kind: 'model-input',
      path: 'work/p7/model-input.jpg',
      sha256: '1'.repeat(64),
      bytes: 200_000,
      widthPx: 1024,
      heightPx: 683,
    },
  ],
  quality: null,
  draft: null,
  review: null,
};
