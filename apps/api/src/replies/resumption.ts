import type { Resumption } from '@proofline/domain/resumption.ts';
import { z } from 'zod';
import { count, id, instant } from './scalars.ts';
import { schemaOf } from './schema-of.ts';

export const resumption = schemaOf<Resumption | null>()(
  z
    .strictObject({
      at: instant,
      afterDeath: z.boolean().describe('Whether the process before died, rather than being stopped'),
      interruptedRuns: count.describe('Runs that were cut off in the middle and begin again'),
      dueJobs: count,
      setIds: z.array(id).describe('Sets that this work belongs to'),
    })
    .nullable()
    .describe('Null when the process before left nothing to do'),
);
