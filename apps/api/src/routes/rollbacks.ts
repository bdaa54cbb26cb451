import { rollbackScopes } from '@proofline/domain/rollback.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import { idempotent } from '../idempotent.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { validated } from '../validated.ts';
import { replies } from '../replies/replies.ts';
import { takenOn } from '../replies/taken-on.ts';

const request = z.object({
  scope: z.enum(rollbackScopes),
  id: z.int().positive(),
  reason: z.string().trim().min(1).max(2000),
});

export const rollbackRoutes = ({
  rollbacks,
  idempotencyKeys,
  onWork,
}: Pick<ApiPorts, 'rollbacks' | 'idempotencyKeys' | 'onWork'>) =>
  new Hono<ApiEnv>().post(
    '/',
    requireRole('operator'),
    idempotent({ idempotencyKeys }),
    validated('json', request),
    replies(takenOn, { status: 202 }),
    (c) => {
      const taken = rollbacks.request(c.req.valid('json'), c.get('actor'));
      onWork();
      return recordReply(c, taken);
    },
  );
