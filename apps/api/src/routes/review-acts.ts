import { UNDO_STEPS } from '@proofline/domain/review-act.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import { idempotent } from '../idempotent.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { idText, limitText, validated } from '../validated.ts';
import { listOf } from '../replies/list-of.ts';
import { replies } from '../replies/replies.ts';
import { reviewAct, undoneAct } from '../replies/review-act.ts';

const page = z.object({ before: z.exactOptional(idText), limit: z.exactOptional(limitText) });
const request = z.strictObject({ actId: z.exactOptional(z.int().positive()) });

/** What the signed-in person did in review, and the way back. */
export const reviewActRoutes = ({
  reviewActs,
  idempotencyKeys,
  onWork,
}: Pick<ApiPorts, 'reviewActs' | 'idempotencyKeys' | 'onWork'>) =>
  new Hono<ApiEnv>()
    .get('/', validated('query', page), replies(listOf(reviewAct)), (c) =>
      recordReply(c, reviewActs.list(c.get('actor'), { limit: UNDO_STEPS, ...c.req.valid('query') })),
    )
    .post(
      '/undo',
      requireRole('reviewer'),
      idempotent({ idempotencyKeys }),
      validated('json', request),
      replies(undoneAct),
      async (c) => {
        const undone = await reviewActs.undo(c.get('actor'), c.req.valid('json').actId);
        onWork();
        return recordReply(c, undone);
      },
    );
