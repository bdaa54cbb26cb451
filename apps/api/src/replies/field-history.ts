import type { FieldAuthor, FieldVersion } from '@proofline/domain/field-history.ts';
import { historyFields } from '@proofline/domain/history-field.ts';
import { z } from 'zod';
import { instant } from './scalars.ts';
import { schemaOf } from './schema-of.ts';
import { draftedBy } from './text-draft.ts';

const draft = { ...draftedBy, promptVersion: z.string() };

const fieldAuthor = schemaOf<FieldAuthor>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('file') }),
    z.strictObject({ kind: z.literal('model'), ...draft }),
    z.strictObject({ kind: z.literal('person'), name: z.string(), tookDraftOf: z.strictObject(draft).nullable() }),
  ]),
);

export const fieldVersion = schemaOf<FieldVersion>()(
  z.strictObject({
    id: z.string().describe('Names it in a reversion'),
    field: z.enum(historyFields),
    value: z.unknown().describe('Null: the person took their own value away'),
    author: fieldAuthor,
    at: instant.nullable().describe('Null for what the file said'),
    isCurrent: z.boolean().describe('Whether it is what would be published now'),
  }),
);
