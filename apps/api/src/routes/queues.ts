import { queuedJobStates } from '@proofline/domain/queue-view.ts';
import { stageNames } from '@proofline/domain/stage.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { limitText, validated } from '../validated.ts';
import { listOf } from '../replies/list-of.ts';
import { queuedJob, rawQueues } from '../replies/queue.ts';
import { replies } from '../replies/replies.ts';

const USUAL_PAGE = 50;

const which = z.strictObject({ stage: z.enum(stageNames) });
const page = z.strictObject({
  state: z.enum(queuedJobStates),
  skip: z.exactOptional(
    z
      .string()
      .regex(/^\d{1,6}$/, 'must be a whole number from 0')
      .transform(Number),
  ),
  limit: z.exactOptional(limitText),
});

/** The queue engine as it is, read only: which job is where and what it carries (decision 16). */
export const queueRoutes = ({ queueView }: Pick<ApiPorts, 'queueView'>) =>
  new Hono<ApiEnv>()
    .get('/', requireRole('ops'), replies(rawQueues), async (c) => recordReply(c, await queueView.all()))
    .get(
      '/:stage/jobs',
      requireRole('ops'),
      validated('param', which),
      validated('query', page),
      replies(listOf(queuedJob)),
      async (c) => {
        const { state, ...given } = c.req.valid('query');
        const { stage } = c.req.valid('param');
        return recordReply(c, await queueView.jobs(stage, state, { skip: 0, limit: USUAL_PAGE, ...given }));
      },
    );
