import type { PublicationProgress } from '@proofline/domain/publication-progress.ts';

const at = '2026-05-04T09:00:00.000Z';

/** One photo whose image is sent and whose thumbnail is not. */
export const sampleProgress: PublicationProgress = {
  targets: [{ target: 'directory', byState: { uploading: 1 }, bytesSent: 1200, requestedAt: at, verifiedAt: null }],
  items: [
    {
      publicationId: 1,
      photoId: 1,
      fileName: 'Frozen_Lake_001.JPG',
      target: 'directory',
      state: 'uploading',
      steps: [
        { step: 'checked', finishedAt: at, bytesSent: null },
        { step: 'embedded', finishedAt: at, bytesSent: null },
        { step: 'web-sent', finishedAt: at, bytesSent: 1200 },
      ],
      failure: null,
      webUrl: null,
    },
  ],
};
