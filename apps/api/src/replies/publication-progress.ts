import { publicationStates, publicationSteps } from '@proofline/domain/publication.ts';
import type { PublicationProgress } from '@proofline/domain/publication-progress.ts';
import { z } from 'zod';
import { count, id, instant } from './scalars.ts';
import { schemaOf } from './schema-of.ts';

const target = z.strictObject({
  target: z.string(),
  byState: z.partialRecord(z.enum(publicationStates), count),
  bytesSent: count.describe('Of files that are whole on the site'),
  requestedAt: instant,
  verifiedAt: instant.nullable().describe('When the last one so far was verified on the site'),
});

const step = z.strictObject({
  step: z.enum(publicationSteps),
  finishedAt: instant,
  bytesSent: count.nullable().describe('By a step that sends a file; 0 where the site had it already'),
});

const item = z.strictObject({
  publicationId: id,
  photoId: id,
  fileName: z.string(),
  target: z.string(),
  state: z.enum(publicationStates),
  steps: z.array(step).describe('What is on record as done, in its order'),
  failure: z.string().nullable().describe('Why it, or the try before this one, came to nothing'),
  webUrl: z.string().nullable().describe('Where anybody can look at it now'),
});

export const publicationProgress = schemaOf<PublicationProgress>('PublicationProgress')(
  z.strictObject({
    targets: z.array(target).describe('Of the whole range, whatever page was asked for'),
    items: z.array(item).describe('By photo, each with its newest publication'),
  }),
);
