import { qualityBands } from '@proofline/domain/quality.ts';
import { frameFilters, reviewOrders, reviewStatuses } from '@proofline/domain/review.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import type { ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { revisionReply } from '../if-match.ts';
import { recordReply } from '../record-reply.ts';
import { flagText, idText, limitText, validated } from '../validated.ts';

const filter = z.object({
  status: z.exactOptional(z.enum(reviewStatuses)),
  setId: z.exactOptional(idText),
  groupId: z.exactOptional(idText),
  frames: z.exactOptional(z.enum(frameFilters)),
  band: z.exactOptional(z.enum(qualityBands)),
  isBlocked: z.exactOptional(flagText),
  isLookalike: z.exactOptional(flagText),
  order: z.exactOptional(z.enum(reviewOrders)),
  after: z.exactOptional(idText),
  limit: z.exactOptional(limitText),
});

export const reviewRoutes = ({ reviews }: Pick<ApiPorts, 'reviews'>) =>
  new Hono<ApiEnv>()
    .get('/', validated('query', filter), (c) => recordReply(c, reviews.list(c.req.valid('query'))))
    .get('/queue', validated('query', filter.omit({ after: true, limit: true })), (c) =>
      recordReply(c, reviews.queue(c.req.valid('query'))),
    )
    .get('/:photoId', validated('param', z.object({ photoId: idText })), (c) =>
      revisionReply(c, reviews.view(c.req.valid('param').photoId)),
    );
