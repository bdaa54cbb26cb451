import { retryRequest } from '@proofline/domain/failure.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import { idempotent } from '../idempotent.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { idText, validated } from '../validated.ts';
import { failureGroup } from '../replies/failure.ts';
import { listOf } from '../replies/list-of.ts';
import { replies } from '../replies/replies.ts';
import { takenOn } from '../replies/taken-on.ts';

/** What failed, by its cause, and trying a whole group or one photo of it again. */
export const failureRoutes = (ports: Pick<ApiPorts, 'failures' | 'idempotencyKeys' | 'onWork'>) =>
  new Hono<ApiEnv>()
    .get('/', validated('query', z.object({ setId: z.exactOptional(idText) })), replies(listOf(failureGroup)), (c) =>
      recordReply(c, ports.failures.groups(c.req.valid('query').setId)),
    )
    .post(
      '/retries',
      requireRole('ops'),
      idempotent(ports),
      validated('json', retryRequest),
      replies(takenOn, { status: 202 }),
      (c) => {
        const retried = ports.failures.retry(c.req.valid('json'), c.get('actor'));
        ports.onWork();
        return recordReply(c, retried);
      },
    );
