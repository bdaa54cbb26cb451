import { crashKinds, type CrashReportList } from '@proofline/domain/crash-report.ts';
import { z } from 'zod';
import { count, id, instant } from './scalars.ts';
import { schemaOf } from './schema-of.ts';
import { stageName } from './stage.ts';

export const crashReports = schemaOf<CrashReportList>()(
  z.strictObject({
    count: count.describe('How many are kept; the oldest go'),
    newest: z.array(
      z.strictObject({
        at: instant,
        kind: z.enum(crashKinds),
        reason: z.string(),
        stage: stageName.nullable(),
        photoId: id.nullable(),
        path: z.string(),
      }),
    ),
  }),
);
