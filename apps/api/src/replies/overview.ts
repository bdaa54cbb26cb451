import { blockingConditions } from '@proofline/domain/blocking.ts';
import type { OpenBlock, RefusedItem, SetOverview } from '@proofline/domain/overview.ts';
import { photoStates } from '@proofline/domain/photo.ts';
import { z } from 'zod';
import { listOf } from './list-of.ts';
import { photoSet } from './photo-set.ts';
import { count, id, instant } from './scalars.ts';
import { schemaOf } from './schema-of.ts';
import { stageName } from './stage.ts';

const refused = schemaOf<RefusedItem>('RefusedItem')(
  z.strictObject({
    photoId: id,
    originalFileName: z.string(),
    stage: stageName.describe('Where it ended'),
    code: z.string(),
    reason: z.string(),
  }),
);

const openBlock = schemaOf<OpenBlock>()(
  z.strictObject({
    condition: z.enum(blockingConditions),
    reason: z.string(),
    stage: stageName,
    captioner: z.string().nullable().describe('Only its work waits; null when the whole stage does'),
    blockedAt: instant,
    probes: count.describe('How often the stage was tried since and found blocked'),
    nextProbeAt: instant.describe('Until then nothing of the stage runs'),
    remedy: z.string().describe('What the operator can do'),
  }),
);

export const setOverview = schemaOf<SetOverview>()(
  z.strictObject({
    set: photoSet,
    photos: count,
    byState: z.partialRecord(z.enum(photoStates), count),
    stages: z
      .array(z.strictObject({ stage: stageName, done: count, total: count }))
      .describe('Photos that finished each stage, and those that are still to'),
    approved: count.describe('Photos that wait for somebody to publish them'),
    refused: listOf(refused),
    discarded: listOf(refused).describe('Photos given up after the last attempt'),
    stillOnSite: listOf(refused).describe('A person asked to take them off the site, and they are on it still'),
    rollbackReason: z.string().nullable().describe('Why the set was rolled back, or is being'),
    blockedBy: listOf(openBlock).describe('Halted stages that work of this set stands at'),
  }),
);
