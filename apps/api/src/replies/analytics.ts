import type { Analytics, AnalyticsName } from '@proofline/domain/analytics.ts';
import { z } from 'zod';
import { qualityBand } from './quality.ts';
import { count, id, instant } from './scalars.ts';
import { schemaOf } from './schema-of.ts';
import { stageName } from './stage.ts';

const text = z.string();
const ms = z.number().min(0);

/** The rows of each analysis. */
const rows = {
  'catalogue-growth': z.array(z.strictObject({ day: z.iso.date(), published: count, total: count })),
  'quality-bands': z.array(z.strictObject({ band: qualityBand, photos: count })),
  'cameras-by-year': z.array(z.strictObject({ year: text, camera: text, photos: count })),
  'stage-times': z.array(
    z.strictObject({ runId: id, stage: stageName, attempts: count, totalMs: ms, meanMs: ms, longestMs: ms }),
  ),
  failures: z.array(z.strictObject({ state: text, stage: stageName, code: text, photos: count })),
  'gate-findings': z.array(z.strictObject({ rule: text, severity: text, findings: count })),
  'field-edits': z.array(z.strictObject({ field: text, edits: count, photos: count })),
} satisfies Record<AnalyticsName, z.ZodType>;

export const analysis = schemaOf<{ readonly at: string; readonly rows: Analytics[AnalyticsName] }>()(
  z.strictObject({
    at: instant.describe('When it was reckoned'),
    rows: z.union([
      rows['catalogue-growth'],
      rows['quality-bands'],
      rows['cameras-by-year'],
      rows['stage-times'],
      rows.failures,
      rows['gate-findings'],
      rows['field-edits'],
    ]),
  }),
);
