import { stageNames, type StageName } from '@proofline/domain/stage.ts';
import type { RunUnderWay, StageLoad, StageStanding } from '@proofline/domain/stage-setting.ts';
import { z } from 'zod';
import { listOf } from './list-of.ts';
import { count, id, instant } from './scalars.ts';
import { schemaOf } from './schema-of.ts';

export const stageName = schemaOf<StageName>('StageName')(z.enum(stageNames));

export const stageStanding = schemaOf<StageStanding>()(
  z.strictObject({
    stage: stageName,
    pause: z
      .strictObject({ at: instant, by: z.string(), reason: z.string() })
      .nullable()
      .describe('Null when it is not paused'),
    maxConcurrency: count.nullable().describe('At once over all processes; null: as many as they take'),
    running: count,
  }),
);

const run = schemaOf<RunUnderWay>()(
  z.strictObject({
    worker: z.string(),
    subject: z.strictObject({ kind: z.enum(['photo', 'set']), id }),
    attempt: count,
    startedAt: instant,
  }),
);

export const stageLoad = schemaOf<StageLoad>()(
  z.strictObject({
    stage: stageName,
    due: count.describe('Photos and sets that wait for their turn here'),
    runs: listOf(run).describe('Longest first'),
  }),
);
