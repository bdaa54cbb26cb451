import type { Dossier } from '@proofline/domain/dossier.ts';
import type { PhotoSet } from '@proofline/domain/photo-set.ts';
import type { PublishedPhoto } from '@proofline/domain/published-photo.ts';
import type { ReviewView } from '@proofline/domain/review.ts';
import { sampleQuality } from './sample-quality.ts';

const createdAt = '2026-05-04T08:00:00.000Z';

export const sampleSet: PhotoSet = {
  id: 1,
  runId: 1,
  state: 'accepted',
  stage: 'reserve-file-names',
  epoch: 1,
  requestedBy: 'Olga',
  createdAt,
  namesReservedAt: createdAt,
  problems: [],
  hold: null,
  sourceFolder: '/photos/lake',
  includeSubfolders: true,
  subject: 'Frozen Lake',
  location: 'Amsterdam, Netherlands',
  folderKey: 'nature',
  captioner: 'template',
  onBlocked: 'pause',
};

/** What a reviewer sees of photo `photoId` with this caption. */
export function sampleView(photoId: number, caption: string): ReviewView {
  const published = samplePublished(photoId, caption);
  const revisionHash = hashOf(photoId, caption);
  const dossier = sampleDossier(photoId, caption, revisionHash);
  return {
    dossier,
    published,
    revisionHash,
    blockers: [],
    judgement: nothingFound,
    overrides: [],
    quality: sampleQuality(dossier),
  };
}

const nothingFound: ReviewView['judgement'] = {
  gateVersion: 1,
  rulingVersion: 'usual',
  findings: [],
  confidence: { caption: 1, altText: 1, keywords: 1, overall: 1 },
};

/** Stands in for a SHA-256: one per content, of the right form. */
function hashOf(photoId: number, caption: string): string {
  const codes = Array.from(`${photoId} ${caption}`, (letter) => letter.codePointAt(0)!.toString(16));
  return codes.join('').padEnd(64, '0').slice(0, 64);
}

function sampleDossier(photoId: number, caption: string, revisionHash: string): Dossier {
  return {
    photo: {
      id: photoId,
      setId: sampleSet.id,
      position: photoId - 1,
      sourcePath: `/photos/lake/IMG_${photoId}.JPG`,
      sourceRelativePath: `IMG_${photoId}.JPG`,
      originalFileName: `IMG_${photoId}.JPG`,
      sourceBytes: 1_000_000,
      stage: 'open-review',
      state: 'in-review',
      epoch: 1,
      contentSha256: '0'.repeat(64),
      workingPath: `work/p${photoId}/original.jpg`,
      refusal: null,
    },
    set: sampleSet,
    fileName: fileNameOf(photoId),
    metadata: { file: { make: 'Canon', model: 'EOS R5' }, inferred: {}, person: { description: caption } },
    renditions: [
      {
        kind: 'review-preview',
        path: `work/p${photoId}/review-preview.jpg`,
        sha256: '1'.repeat(64),
        bytes: 200_000,
        widthPx: 2048,
        heightPx: 1365,
      },
    ],
    quality: { measurements: [], rating: 7.25, band: 'Good', origin: 'proxy' },
    draft: null,
    review: {
      photoId,
      status: 'pending',
      revisionHash,
      decidedBy: null,
      decidedAt: null,
      note: null,
      voidReason: null,
    },
  };
}

function samplePublished(photoId: number, caption: string): PublishedPhoto {
  const image = { sha256: '2'.repeat(64), widthPx: 1500, heightPx: 1000 };
  return {
    fileName: fileNameOf(photoId),
    originalFileName: `IMG_${photoId}.JPG`,
    folderKey: 'nature',
    year: '2026',
    web: image,
    thumb: { ...image, widthPx: 548, heightPx: 365 },
    webUrl: `2026/nature/${fileNameOf(photoId)}`,
    thumbUrl: `2026/thumbs/nature/${fileNameOf(photoId)}`,
    caption,
    altText: 'A frozen lake under a pale winter sky',
    keywords: ['lake', 'ice', 'winter'],
    headline: null,
    creator: 'Jane Doe',
    copyrightNotice: null,
    location: 'Amsterdam, Netherlands',
    dateTimeOriginal: '2026-01-02T08:00:00',
    offsetTimeOriginal: null,
    camera: 'Canon_EOS_R5',
    make: 'Canon',
    model: 'EOS R5',
    lensModel: null,
    fNumber: 4,
    exposureTimeSeconds: 0.004,
    iso: 100,
    focalLengthMm: 35,
    focalLengthIn35mmFormatMm: null,
    gps: null,
    rating: 7.25,
    band: 'Good',
    measurements: {},
  };
}

function fileNameOf(photoId: number): string {
  return `Frozen_Lake_Amsterdam_Netherlands_Nature_Photography_Canon_EOS_R5_2026_${String(photoId).padStart(3, '0')}.JPG`;
}
