import type { Dossier } from '@proofline/domain/dossier.ts';
import type { PhotoGroupView, PhotoQuality } from '@proofline/domain/photo-quality.ts';

export const sampleGroup: PhotoGroupView = { groupId: 1, setId: 1, kind: 'burst', photoIds: [2, 1], bestPhotoId: 2 };

/** Photos 1 and 2 are one burst. */
export function sampleQuality({ photo, quality, metadata }: Dossier): PhotoQuality {
  return {
    photoId: photo.id,
    assessment: quality,
    ratingByPerson: metadata.person.qualityRating ?? null,
    technical: { rating: 31, reasons: ['soft: sharpest tile p12 of your catalogue'] },
    measurements: [{ measure: 'sharpness', value: 12.5, meter: 'analysis-plane', meterVersion: '1', shareBelow: 0.12 }],
    absent: [{ measure: 'nimaScore', reason: 'no NIMA model is configured' }],
    sharpestTile: { left: 0.5, top: 0.25, width: 0.125, height: 0.125 },
    group: sampleGroup.photoIds.includes(photo.id) ? sampleGroup : null,
  };
}
