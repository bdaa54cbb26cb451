import { captionerConditions } from '@proofline/domain/blocking.ts';
import type { CaptionerStatus } from '@proofline/domain/captioner-desk.ts';
import type { SubjectSuggestion } from '@proofline/domain/subject-suggestion.ts';
import { z } from 'zod';
import { share, words } from './scalars.ts';
import { schemaOf } from './schema-of.ts';
import { draftedBy } from './text-draft.ts';

export const captionerStatus = schemaOf<CaptionerStatus>()(
  z.strictObject({
    id: z.string(),
    isUsual: z.boolean().describe('Drafts for sets that name nobody'),
    problems: z
      .array(z.strictObject({ condition: z.enum(captionerConditions), reason: z.string() }))
      .nullable()
      .describe('Empty when it can draft; null while it is still being looked at'),
    report: z
      .strictObject({
        server: z.string(),
        model: z.string(),
        modelDigest: z.string().nullable(),
        gpuShare: share.nullable().describe('Of the model in the memory of the GPU'),
        answerForm: z.strictObject({ name: z.string(), isSet: z.boolean() }).nullable(),
        warnings: words.describe('What does not stop drafts and may make them worse'),
      })
      .nullable(),
  }),
);

export const subjectSuggestion = schemaOf<{ readonly suggestion: SubjectSuggestion | null }>()(
  z.strictObject({
    suggestion: z
      .strictObject({
        ...draftedBy,
        subject: z.string(),
        confidence: share.describe("The captioner's own figure"),
        detail: z.string().describe('What the subject was read from'),
      })
      .nullable()
      .describe('Null while it is being looked for: the same request later gets it'),
  }),
);
