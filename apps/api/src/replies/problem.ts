import { domainErrorCodes } from '@proofline/domain/domain-error.ts';
import { z } from 'zod';
import type { Problem } from '../error-reply.ts';
import { schemaOf } from './schema-of.ts';

export const problem = schemaOf<Problem>('Problem')(
  z.strictObject({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int().min(400).max(599),
    code: z
      .enum([...domainErrorCodes, 'unauthenticated', 'precondition_required', 'unavailable', 'internal'])
      .describe('For programs: what kind of refusal it is'),
    detail: z.string(),
    problems: z.array(z.string()).describe('Every problem of the input, one sentence each'),
    requestId: z.string().describe('Finds this request in the log'),
  }),
);
