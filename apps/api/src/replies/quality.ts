import { qualityBands, qualityMeasures, type QualityAssessment, type QualityBand } from '@proofline/domain/quality.ts';
import { z } from 'zod';
import { schemaOf } from './schema-of.ts';

export const qualityBand = schemaOf<QualityBand>('QualityBand')(z.enum(qualityBands));
export const rating = z.number().min(0).max(10).nullable().describe('0 worst to 10 best; null where there is none');
/** Who measured, and which version of it. */
export const meter = { meter: z.string(), meterVersion: z.string() };
const origin = z.enum(['measured', 'proxy']).describe('proxy: by a stand-in formula');

export const qualityAssessment = schemaOf<QualityAssessment>('QualityAssessment')(
  z.strictObject({
    measurements: z.array(z.strictObject({ measure: z.enum(qualityMeasures), value: z.number(), origin, ...meter })),
    rating,
    band: qualityBand,
    origin,
  }),
);
