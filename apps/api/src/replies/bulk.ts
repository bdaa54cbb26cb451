import type { BulkPreview, BulkResult, KeywordCount } from '@proofline/domain/bulk-edit.ts';
import { historyFields } from '@proofline/domain/history-field.ts';
import { z } from 'zod';
import { count, id, sha256 } from './scalars.ts';
import { schemaOf } from './schema-of.ts';

export const bulkPreview = schemaOf<BulkPreview>('BulkPreview')(
  z.strictObject({
    hash: sha256.describe('Of everything below; to be sent as If-Match when it is applied'),
    photos: z.array(
      z.strictObject({
        photoId: id,
        fileName: z.string(),
        revisionHash: sha256.nullable().describe('Null where there is nothing to look at any more'),
        changes: z.array(z.strictObject({ field: z.enum(historyFields), before: z.unknown(), after: z.unknown() })),
        matches: count,
        voidsApproval: z.boolean(),
        problem: z.string().nullable().describe('Why it cannot be changed'),
      }),
    ),
    counts: z.strictObject({
      changed: count,
      unchanged: count,
      problems: count,
      matches: count,
      voidedApprovals: count,
    }),
  }),
);

export const bulkResult = schemaOf<BulkResult>('BulkResult')(
  z.strictObject({
    actId: id.nullable().describe('To undo all of it; null where nothing was changed'),
    photos: z.array(
      z.strictObject({
        photoId: id,
        outcome: z.enum(['changed', 'unchanged', 'left']).describe('left: nothing of it was changed'),
        reason: z.string().nullable(),
      }),
    ),
  }),
);

export const keywordCount = schemaOf<KeywordCount>()(z.strictObject({ keyword: z.string(), photos: count }));
