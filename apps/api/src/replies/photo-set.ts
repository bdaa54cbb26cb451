import { photoSetStates, type PhotoSet } from '@proofline/domain/photo-set.ts';
import { z } from 'zod';
import { count, id, instant } from './scalars.ts';
import { schemaOf } from './schema-of.ts';

export const photoSet = schemaOf<PhotoSet>('PhotoSet')(
  z.strictObject({
    id,
    runId: id,
    state: z.enum(photoSetStates),
    stage: z.enum(['validate-set', 'reserve-file-names']),
    epoch: count,
    sourceFolder: z.string(),
    includeSubfolders: z.boolean(),
    subject: z.string(),
    location: z.string(),
    folderKey: z.string(),
    captioner: z.string(),
    onBlocked: z.enum(['pause', 'roll-back']).describe('What becomes of the set while something it needs is down'),
    requestedBy: z.string(),
    createdAt: instant,
    namesReservedAt: instant.nullable(),
    problems: z.array(z.string()).describe('Every problem for which the set was refused'),
    hold: z
      .strictObject({ at: instant, by: z.string(), reason: z.string() })
      .nullable()
      .describe(
        'Who holds the set and why: nothing of it is begun until somebody lets it go on; null when nobody does',
      ),
  }),
);
