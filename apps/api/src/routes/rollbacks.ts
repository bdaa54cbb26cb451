import { rollbackScopes } from '@proofline/domain/rollback.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import { idempotent } from '../idempotent.ts';
import { linkNextPage, nextPageLink } from '../next-page.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { idText, limitText, validated } from '../validated.ts';
import { event } from '../replies/event.ts';
import { listOf } from '../replies/list-of.ts';
import { replies } from '../replies/replies.ts';
import { takenOn } from '../replies/taken-on.ts';

const USUAL_EVENTS = 100;

const request = z.object({
  scope: z.enum(rollbackScopes),
  id: z.int().positive(),
  reason: z.string().trim().min(1).max(2000),
});

const page = z.object({ before: z.exactOptional(idText), limit: z.exactOptional(limitText) });

/** What was taken back, of work and of the site, and the way to do it. */
export const rollbackRoutes = ({
  rollbacks,
  events,
  idempotencyKeys,
  onWork,
}: Pick<ApiPorts, 'rollbacks' | 'events' | 'idempotencyKeys' | 'onWork'>) =>
  new Hono<ApiEnv>()
    .get('/', validated('query', page), replies(listOf(event), { headers: nextPageLink }), (c) => {
      const asked = { limit: USUAL_EVENTS, ...c.req.valid('query') };
      const found = events.takingBack(asked);
      linkNextPage(c, { cursor: 'before', limit: asked.limit, keys: found.map(({ id }) => id) });
      return recordReply(c, found);
    })
    .post(
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
