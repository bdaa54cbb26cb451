import { stageNames } from '@proofline/domain/stage.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { validated } from '../validated.ts';
import { listOf } from '../replies/list-of.ts';
import { replies, repliesNothing } from '../replies/replies.ts';
import { stageLoad, stageStanding } from '../replies/stage.ts';

const which = z.object({ stage: z.enum(stageNames) });
const pause = z.object({ reason: z.string().trim().min(1).max(2000) });
/** More at once than any installation has processes for. */
const concurrency = z.object({ max: z.int().min(1).max(1000).nullable() });

export const stageRoutes = ({ stageSettings, onWork }: Pick<ApiPorts, 'stageSettings' | 'onWork'>) =>
  new Hono<ApiEnv>()
    .get('/', replies(listOf(stageStanding)), (c) => recordReply(c, stageSettings.list()))
    .get('/load', replies(listOf(stageLoad)), (c) => recordReply(c, stageSettings.load()))
    .put(
      '/:stage/pause',
      requireRole('operator', 'ops'),
      validated('param', which),
      validated('json', pause),
      repliesNothing(),
      (c) => {
        stageSettings.pause([c.req.valid('param').stage], c.req.valid('json').reason, c.get('actor'));
        return c.body(null, 204);
      },
    )
    .delete('/:stage/pause', requireRole('operator', 'ops'), validated('param', which), repliesNothing(), (c) => {
      stageSettings.resume([c.req.valid('param').stage], c.get('actor'));
      onWork();
      return c.body(null, 204);
    })
    .put(
      '/:stage/concurrency',
      requireRole('ops'),
      validated('param', which),
      validated('json', concurrency),
      repliesNothing(),
      (c) => {
        stageSettings.limit(c.req.valid('param').stage, c.req.valid('json').max, c.get('actor'));
        return c.body(null, 204);
      },
    );
