import type { SetOverview } from '@proofline/domain/overview.ts';
import { sampleSet } from './sample-photo.ts';

export const sampleOverview: SetOverview = {
  set: sampleSet,
  photos: 5,
  byState: { 'in-review': 3, queued: 1, refused: 1 },
  stages: [
    { stage: 'ingest-original', done: 5, total: 5 },
    { stage: 'extract-metadata', done: 4, total: 4 },
    { stage: 'render-photo', done: 3, total: 4 },
    { stage: 'open-review', done: 3, total: 4 },
  ],
  approved: 0,
  refused: [
    {
      photoId: 5,
      originalFileName: 'IMG_5.JPG',
      stage: 'render-photo',
      code: 'truncated',
      reason: 'the file ends in the middle of the image',
    },
  ],
  discarded: [],
  stillOnSite: [],
  rollbackReason: null,
  blockedBy: [],
};
