import { technicalMeasures } from '@proofline/domain/photo-reading.ts';
import type { NaturalnessFit, PhotoQuality } from '@proofline/domain/photo-quality.ts';
import { qualityMeasures } from '@proofline/domain/quality.ts';
import { z } from 'zod';
import { listOf } from './list-of.ts';
import { lookalike } from './lookalike.ts';
import { groupStanding, photoGroup } from './photo-group.ts';
import { meter, qualityAssessment } from './quality.ts';
import { count, id, share, words } from './scalars.ts';
import { schemaOf } from './schema-of.ts';

export const technicalScore = z.number().min(0).max(100).describe('0 worst to 100 best, by the percentiles here');

export const photoQuality = schemaOf<PhotoQuality>('PhotoQuality')(
  z.strictObject({
    photoId: id,
    assessment: qualityAssessment.nullable(),
    ratingByPerson: z.number().min(1).max(10).nullable().describe('Wins over the computed one'),
    technical: z.strictObject({ rating: technicalScore, reasons: words }).nullable(),
    measurements: z.array(
      z.strictObject({
        measure: z.enum(technicalMeasures),
        value: z.number(),
        ...meter,
        shareBelow: share.nullable().describe('Of the catalogue; null where there is nothing to compare with'),
      }),
    ),
    absent: z
      .array(z.strictObject({ measure: z.enum([...qualityMeasures, ...technicalMeasures]), reason: z.string() }))
      .describe('What nobody measured, and why'),
    brisqueFeatures: z.strictObject({ values: z.array(z.number()), ...meter }).nullable(),
    sharpestTile: z
      .strictObject({ left: share, top: share, width: share, height: share })
      .nullable()
      .describe('As shares of width and height; null where nothing is sharp'),
    group: photoGroup.nullable(),
    standing: groupStanding.nullable(),
    lookalikes: listOf(lookalike).describe('Photos anywhere in the catalogue that show the same'),
  }),
);

export const naturalnessFit = schemaOf<NaturalnessFit>()(
  z.strictObject({ version: z.string(), photos: count, measured: count }),
);
