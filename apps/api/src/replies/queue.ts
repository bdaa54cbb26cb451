import { queuedJobStates, type QueuedJob, type RawQueues } from '@proofline/domain/queue-view.ts';
import { z } from 'zod';
import { count, instant } from './scalars.ts';
import { schemaOf } from './schema-of.ts';
import { stageName } from './stage.ts';

export const rawQueues = schemaOf<RawQueues>()(
  z.strictObject({
    engine: z.enum(['embedded', 'redis']),
    queues: z.array(
      z.strictObject({
        stage: stageName,
        isPaused: z.boolean(),
        counts: z.record(z.enum(queuedJobStates), count),
      }),
    ),
  }),
);

export const queuedJob = schemaOf<QueuedJob>()(
  z.strictObject({
    id: z.string(),
    state: z.enum(queuedJobStates),
    addedAt: instant,
    takenAt: instant.nullable(),
    worker: z.string().nullable(),
    given: count.describe('How often the engine gave it to a worker'),
    job: z.record(z.string(), z.unknown()).describe('What it carries: ids'),
  }),
);
