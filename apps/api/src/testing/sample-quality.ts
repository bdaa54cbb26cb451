import type { Dossier } from '@proofline/domain/dossier.ts';
import { standingsIn } from '@proofline/domain/group-standing.ts';
import type { Lookalike } from '@proofline/domain/lookalike.ts';
import type { PhotoGroupView, PhotoQuality } from '@proofline/domain/photo-quality.ts';

const sampleLookalike: Lookalike = {
  photoId: 1,
  setId: 1,
  fileName: 'Frozen_Lake_1.JPG',
  originalFileName: 'IMG_1.JPG',
  state: 'published',
  likeness: 'same',
};

export const sampleGroup: PhotoGroupView = { groupId: 1, setId: 1, kind: 'burst', photoIds: [2, 1], bestPhotoId: 2 };

const sampleStandings = standingsIn(sampleGroup, [
  {
    photoId: 2,
    sharpness: 40,
    clippedHighlightRatio: 0,
    clippedShadowRatio: 0,
    widthPx: null,
    heightPx: null,
    bytes: 1,
  },
  {
    photoId: 1,
    sharpness: 20,
    clippedHighlightRatio: 0,
    clippedShadowRatio: 0,
    widthPx: null,
    heightPx: null,
    bytes: 1,
  },
]);

/** Photos 1 and 2 are one burst; photo 3 shows what photo 1 shows. */
export function sampleQuality({ photo, quality, metadata }: Dossier): PhotoQuality {
  return {
    photoId: photo.id,
    assessment: quality,
    ratingByPerson: metadata.person.qualityRating ?? null,
    technical: { rating: 31, reasons: ['soft: sharpest tile p12 of your catalogue'] },
    measurements: [{ measure: 'sharpness', value: 12.5, meter: 'analysis-plane', meterVersion: '1', shareBelow: 0.12 }],
    absent: [{ measure: 'nimaScore', reason: 'no NIMA model is configured' }],
    brisqueFeatures: {
      values: Array.from({ length: 36 }, (_, index) => index / 36),
      meter: 'analysis-plane',
      meterVersion: '2',
    },
    sharpestTile: { left: 0.5, top: 0.25, width: 0.125, height: 0.125 },
    group: sampleGroup.photoIds.includes(photo.id) ? sampleGroup : null,
    standing: sampleStandings.get(photo.id) ?? null,
    lookalikes: photo.id === 3 ? [sampleLookalike] : [],
  };
}
