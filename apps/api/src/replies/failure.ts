import { failureStates, type FailureGroup } from '@proofline/domain/failure.ts';
import { z } from 'zod';
import { count, id } from './scalars.ts';
import { schemaOf } from './schema-of.ts';
import { stageName } from './stage.ts';

export const failureGroup = schemaOf<FailureGroup>()(
  z.strictObject({
    state: z.enum(failureStates),
    stage: stageName,
    code: z.string().describe('A refusal code, or the class of the last error'),
    photos: count,
    lastReason: z.string(),
    sample: z
      .array(z.strictObject({ photoId: id, setId: id, originalFileName: z.string(), reason: z.string() }))
      .describe('The newest of them'),
  }),
);
