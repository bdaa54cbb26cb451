import { Hono } from 'hono';
import { publicationStates } from '@proofline/domain/publication.ts';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import { idempotent } from '../idempotent.ts';
import type { ApiPorts } from '../ports.ts';
import { publishByPieces } from '../publish-by-pieces.ts';
import { recordReply } from '../record-reply.ts';
import { linkNextPage, nextPageLink } from '../next-page.ts';
import { idText, limitText, validated } from '../validated.ts';
import { publicationPlan, publicationStart } from '../replies/publication.ts';
import { publicationProgress } from '../replies/publication-progress.ts';
import { replies } from '../replies/replies.ts';

const MOST_PHOTOS = 10_000;

/** `?photoId=1&photoId=2`; without any, everything that could be published. With `failed`, of these what failed last time. */
const planFilter = z.object({
  failed: z.exactOptional(z.literal('true')),
  photoId: z.exactOptional(z.union([idText.transform((id) => [id]), z.array(idText).max(MOST_PHOTOS)])),
});
const request = z.object({ photoIds: z.exactOptional(z.array(z.int().positive()).min(1).max(MOST_PHOTOS)) });

const USUAL_PAGE = 100;

const progressFilter = z.object({
  first: idText,
  last: idText,
  state: z.exactOptional(z.enum(publicationStates)),
  after: z.exactOptional(idText),
  limit: z.exactOptional(limitText),
});

export const publicationRoutes = ({
  publications,
  publicationProgress: progress,
  idempotencyKeys,
  onWork,
}: Pick<ApiPorts, 'publications' | 'publicationProgress' | 'idempotencyKeys' | 'onWork'>) =>
  new Hono<ApiEnv>()
    .get('/plan', validated('query', planFilter), replies(publicationPlan), async (c) => {
      const { photoId, failed } = c.req.valid('query');
      const plan = await publications.plan(photoId);
      if (failed === undefined) return recordReply(c, plan);
      const ofFailed = plan.items.filter(({ lastFailure }) => lastFailure !== null).map((item) => item.photoId);
      return recordReply(c, await publications.plan(ofFailed));
    })
    .get(
      '/progress',
      validated('query', progressFilter),
      replies(publicationProgress, { headers: nextPageLink }),
      (c) => {
        const { first, last, ...page } = c.req.valid('query');
        const limit = page.limit ?? USUAL_PAGE;
        const found = progress.read({ first, last }, { ...page, limit });
        linkNextPage(c, { cursor: 'after', limit, keys: found.items.map(({ photoId }) => photoId) });
        return recordReply(c, found);
      },
    )
    .post(
      '/',
      requireRole('operator'),
      idempotent({ idempotencyKeys }),
      validated('json', request),
      replies(publicationStart, { status: 202 }),
      async (c) => {
        const { items } = await publications.plan(c.req.valid('json').photoIds);
        const asked = items.map(({ photoId }) => photoId);
        const start = await publishByPieces(publications, asked, c.get('actor'));
        onWork();
        return recordReply(c, start);
      },
    );
