import type { Event } from '@proofline/domain/event.ts';
import { z } from 'zod';
import { id, instant } from './scalars.ts';
import { schemaOf } from './schema-of.ts';

export const event = schemaOf<Event>('Event')(
  z.strictObject({
    id,
    at: instant,
    actor: z.string().describe("A person's name, or system"),
    kind: z.string().describe('noun.past-participle, e.g. review.approved'),
    runId: id.nullable(),
    setId: id.nullable(),
    photoId: id.nullable(),
    detail: z.record(z.string(), z.unknown()),
  }),
);
