import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import { idempotent } from '../idempotent.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { idText, validated } from '../validated.ts';
import { publicationPlan } from '../replies/publication.ts';
import { replies } from '../replies/replies.ts';

const MOST_PHOTOS = 10_000;

/** `?photoId=1&photoId=2`; without any, everything that could be published. */
const planFilter = z.object({
  photoId: z.exactOptional(z.union([idText.transform((id) => [id]), z.array(idText).max(MOST_PHOTOS)])),
});
const request = z.object({ photoIds: z.exactOptional(z.array(z.int().positive()).min(1).max(MOST_PHOTOS)) });

export const publicationRoutes = ({
  publications,
  idempotencyKeys,
  onWork,
}: Pick<ApiPorts, 'publications' | 'idempotencyKeys' | 'onWork'>) =>
  new Hono<ApiEnv>()
    .get('/plan', validated('query', planFilter), replies(publicationPlan), (c) =>
      recordReply(c, publications.plan(c.req.valid('query').photoId)),
    )
    .post(
      '/',
      requireRole('operator'),
      idempotent({ idempotencyKeys }),
      validated('json', request),
      replies(publicationPlan, { status: 202 }),
      (c) => {
        const plan = publications.publish(c.req.valid('json').photoIds, c.get('actor'));
        onWork();
        return recordReply(c, plan);
      },
    );
