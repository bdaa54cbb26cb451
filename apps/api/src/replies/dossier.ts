import type { Dossier } from '@proofline/domain/dossier.ts';
import { renditionKinds, type Rendition } from '@proofline/domain/rendition.ts';
import { reviewStatuses, type Review, type ReviewStatus } from '@proofline/domain/review.ts';
import { z } from 'zod';
import { sized } from './image.ts';
import { listOf } from './list-of.ts';
import { layeredMetadata } from './photo-metadata.ts';
import { photoSet } from './photo-set.ts';
import { photo } from './photo.ts';
import { qualityAssessment } from './quality.ts';
import { count, id, instant, sha256 } from './scalars.ts';
import { schemaOf } from './schema-of.ts';
import { textDraft } from './text-draft.ts';

export const reviewStatus = schemaOf<ReviewStatus>('ReviewStatus')(z.enum(reviewStatuses));

const rendition = schemaOf<Rendition>()(
  z.strictObject({
    kind: z.enum(renditionKinds),
    path: z.string().describe('Below the data folder'),
    ...sized,
    bytes: count,
  }),
);

const review = schemaOf<Review>()(
  z.strictObject({
    photoId: id,
    status: reviewStatus,
    revisionHash: sha256,
    decidedBy: z.string().nullable(),
    decidedAt: instant.nullable(),
    note: z.string().nullable(),
    voidReason: z.string().nullable().describe('Why the last approval no longer holds'),
  }),
);

export const dossier = schemaOf<Dossier>('Dossier')(
  z.strictObject({
    photo,
    set: photoSet,
    fileName: z.string().nullable().describe("Null before the set's names are reserved"),
    metadata: layeredMetadata,
    renditions: listOf(rendition),
    quality: qualityAssessment.nullable(),
    draft: textDraft.nullable().describe('The newest one'),
    review: review.nullable(),
  }),
);
