import { roles } from '@proofline/domain/actor.ts';
import { publicationChanges, type PublicationPlan, type PublicationStart } from '@proofline/domain/publication.ts';
import { z } from 'zod';
import { count, id } from './scalars.ts';
import { schemaOf } from './schema-of.ts';

const blocker = z.strictObject({
  name: z.enum([
    'not-approved',
    'approval-void',
    'approval-not-on-record',
    'text-incomplete',
    'not-in-review',
    'set-held',
    'nothing-to-publish',
    'withdrawn',
  ]),
  reason: z.string(),
  liftedBy: z.enum(roles).nullable().describe('Who can lift it; null when nobody can as the photo stands'),
});

const plan = {
  items: z.array(
    z.strictObject({
      photoId: id,
      fileName: z.string(),
      change: z.enum(publicationChanges),
      bytes: count.describe('That would be sent'),
      blockedBy: z.array(blocker).describe('Why it would not be published'),
      lastFailure: z.string().nullable().describe('Why the last publication came to nothing'),
      webUrl: z.string().nullable().describe('Where anybody can look at it; null without a public address'),
    }),
  ),
  photos: count.describe('That would be published'),
  bytes: count.describe('To be sent for these'),
  seconds: z.number().min(0).nullable().describe('How long that takes, from what earlier publications took'),
  measuredBy: count.describe('How many earlier publications say so'),
};

export const publicationPlan = schemaOf<PublicationPlan>('PublicationPlan')(z.strictObject(plan));

export const publicationStart = schemaOf<PublicationStart>('PublicationStart')(
  z.strictObject({
    ...plan,
    asked: z
      .strictObject({ first: id, last: id })
      .nullable()
      .describe('The publications that were asked for, by id, to read their progress; null when nothing was due'),
  }),
);
