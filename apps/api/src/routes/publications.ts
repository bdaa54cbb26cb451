import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import { idempotent } from '../idempotent.ts';
import type { ApiPorts } from '../ports.ts';
import { publishByPieces } from '../publish-by-pieces.ts';
import { recordReply } from '../record-reply.ts';
import { idText, validated } from '../validated.ts';
import { publicationPlan } from '../replies/publication.ts';
import { replies } from '../replies/replies.ts';

const MOST_PHOTOS = 10_000;

/** `?photoId=1&photoId=2`; without any, everything that could be published. With `failed`, of these what failed last time. */
const planFilter = z.object({
  failed: z.exactOptional(z.literal('true')),
  photoId: z.exactOptional(z.union([idText.transform((id) => [id]), z.array(idText).max(MOST_PHOTOS)])),
});
const request = z.object({ photoIds: z.exactOptional(z.array(z.int().positive()).min(1).max(MOST_PHOTOS)) });

export const publicationRoutes = ({
  publications,
  idempotencyKeys,
  onWork,
}: Pick<ApiPorts, 'publications' | 'idempotencyKeys' | 'onWork'>) =>
  new Hono<ApiEnv>()
    .get('/plan', validated('query', planFilter), replies(publicationPlan), async (c) => {
      const { photoId, failed } = c.req.valid('query');
      const plan = await publications.plan(photoId);
      if (failed === undefined) return recordReply(c, plan);
      const ofFailed = plan.items.filter(({ lastFailure }) => lastFailure !== null).map((item) => item.photoId);
      return recordReply(c, await publications.plan(ofFailed));
    })
    .post(
      '/',
      requireRole('operator'),
      idempotent({ idempotencyKeys }),
      validated('json', request),
      replies(publicationPlan, { status: 202 }),
      async (c) => {
        const { items } = await publications.plan(c.req.valid('json').photoIds);
        const asked = items.map(({ photoId }) => photoId);
        const plan = await publishByPieces(publications, asked, c.get('actor'));
        onWork();
        return recordReply(c, plan);
      },
    );
