import type { ReviewListItem, ReviewQueueItem, ReviewView } from '@proofline/domain/review.ts';
import { z } from 'zod';
import { dossier, reviewStatus } from './dossier.ts';
import { imageReference } from './image.ts';
import { judgement } from './judgement.ts';
import { alike } from './lookalike.ts';
import { groupStanding, photoGroupKind, rank } from './photo-group.ts';
import { photoQuality, technicalScore } from './photo-quality.ts';
import { publishedPhoto } from './published-photo.ts';
import { qualityBand, rating } from './quality.ts';
import { id, instant, sha256, share, words } from './scalars.ts';
import { schemaOf } from './schema-of.ts';
import { draftedBy } from './text-draft.ts';

export const reviewView = schemaOf<ReviewView>('ReviewView')(
  z.strictObject({
    judgement,
    overrides: z
      .array(z.strictObject({ rule: z.string(), note: z.string(), overriddenBy: z.string(), overriddenAt: instant }))
      .describe('Rules that a person set aside for this very revision'),
    quality: photoQuality,
    dossier,
    published: publishedPhoto,
    revisionHash: sha256,
    blockers: words.describe('What keeps it from being approved'),
  }),
);

const confidence = share.nullable().describe('How far the texts can be trusted; null where nothing was judged');

export const reviewListItem = schemaOf<ReviewListItem>()(
  z.strictObject({
    photoId: id,
    setId: id,
    status: reviewStatus,
    fileName: z.string(),
    originalFileName: z.string(),
    caption: z.string(),
    rating,
    band: qualityBand,
    ratingOrigin: z.enum(['person', 'measured', 'proxy']).nullable(),
    technical: technicalScore.nullable(),
    group: groupStanding.nullable(),
    lookalikes: z.array(z.strictObject(alike)).describe('Photos of the catalogue that show the same, the likest first'),
    voidReason: z.string().nullable().describe('Why the last approval no longer holds'),
    draftedBy: z.strictObject(draftedBy).nullable(),
    confidence,
    blockedBy: words.describe('Rules that block the texts, overridden or not'),
  }),
);

export const reviewQueueItem = schemaOf<ReviewQueueItem>()(
  z.strictObject({
    photoId: id,
    setId: id,
    status: reviewStatus,
    isBlocked: z.boolean().describe('By the gate, overridden or not'),
    fileName: z.string(),
    band: qualityBand,
    confidence,
    rules: words.describe('Rules that have something against the texts, overridden or not'),
    group: z.strictObject({ groupId: id, kind: photoGroupKind, rank }).nullable(),
    camera: z.string().nullable(),
    takenAt: z.string().nullable().describe('Wall time YYYY-MM-DDTHH:MM:SS'),
    thumb: imageReference.nullable(),
    preview: imageReference.nullable(),
  }),
);
