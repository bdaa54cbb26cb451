import { Hono } from 'hono';
import { z } from 'zod';
import type { ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { repliesRevision, revisionReply } from '../if-match.ts';
import { recordReply } from '../record-reply.ts';
import { idText, validated } from '../validated.ts';
import { reviewFilter } from './review-filter.ts';
import { listOf } from '../replies/list-of.ts';
import { replies } from '../replies/replies.ts';
import { reviewListItem, reviewQueueItem } from '../replies/review.ts';

export const reviewRoutes = ({ reviews }: Pick<ApiPorts, 'reviews'>) =>
  new Hono<ApiEnv>()
    .get('/', validated('query', reviewFilter), replies(listOf(reviewListItem)), (c) =>
      recordReply(c, reviews.list(c.req.valid('query'))),
    )
    .get(
      '/queue',
      validated('query', reviewFilter.omit({ after: true, limit: true })),
      replies(listOf(reviewQueueItem)),
      (c) => recordReply(c, reviews.queue(c.req.valid('query'))),
    )
    .get('/:photoId', validated('param', z.object({ photoId: idText })), repliesRevision, (c) =>
      revisionReply(c, reviews.view(c.req.valid('param').photoId)),
    );
