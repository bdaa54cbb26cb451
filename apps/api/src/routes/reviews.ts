import { Hono } from 'hono';
import { z } from 'zod';
import type { ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { revisionReply } from '../if-match.ts';
import { recordReply } from '../record-reply.ts';
import { idText, validated } from '../validated.ts';
import { reviewFilter } from './review-filter.ts';

export const reviewRoutes = ({ reviews }: Pick<ApiPorts, 'reviews'>) =>
  new Hono<ApiEnv>()
    .get('/', validated('query', reviewFilter), (c) => recordReply(c, reviews.list(c.req.valid('query'))))
    .get('/queue', validated('query', reviewFilter.omit({ after: true, limit: true })), (c) =>
      recordReply(c, reviews.queue(c.req.valid('query'))),
    )
    .get('/:photoId', validated('param', z.object({ photoId: idText })), (c) =>
      revisionReply(c, reviews.view(c.req.valid('param').photoId)),
    );
