import { checkStates, type PreflightCheck } from '@proofline/domain/preflight.ts';
import { z } from 'zod';
import { schemaOf } from './schema-of.ts';

export const preflightCheck = schemaOf<PreflightCheck>()(
  z.strictObject({
    name: z.enum([
      'photo-folders',
      'data-folder',
      'disk',
      'review-database',
      'captioner',
      'site-folder',
      'site-server',
      'catalogue',
    ]),
    state: z.enum(checkStates).describe('warn: work goes on, but not as well or not for long'),
    detail: z.string(),
    remedy: z.string().nullable().describe('What the operator can do'),
  }),
);
