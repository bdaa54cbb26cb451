import { draftFields, redraftStates, type Redraft } from '@proofline/domain/redraft.ts';
import { z } from 'zod';
import { id, instant } from './scalars.ts';
import { schemaOf } from './schema-of.ts';
import { textDraft } from './text-draft.ts';

export const redraft = schemaOf<Redraft>('Redraft')(
  z.strictObject({
    id,
    photoId: id,
    hint: z.string().nullable(),
    captioner: z.string(),
    state: z.enum(redraftStates),
    problem: z.string().nullable().describe('Why it failed, or what it waits for'),
    requestedBy: z.string(),
    requestedAt: instant,
    draft: textDraft.nullable(),
    takenFields: z.array(z.enum(draftFields)).describe('What a person took of it so far'),
  }),
);
