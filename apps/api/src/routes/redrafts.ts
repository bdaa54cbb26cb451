import { DomainError } from '@proofline/domain/domain-error.ts';
import { draftTaking, redraftRequest } from '@proofline/domain/redraft.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { idText, validated } from '../validated.ts';
import { listOf } from '../replies/list-of.ts';
import { redraft } from '../replies/redraft.ts';
import { replies } from '../replies/replies.ts';
import { reviewView } from '../replies/review.ts';

const photo = validated('param', z.object({ photoId: idText }));
const whichRedraft = validated('param', z.object({ photoId: idText, redraftId: idText }));

/** Further drafts of one photo: asked for, looked at, taken field by field. */
export const redraftRoutes = ({
  redrafts,
  captioners,
  onRedraft,
}: Pick<ApiPorts, 'redrafts' | 'captioners' | 'onRedraft'>) =>
  new Hono<ApiEnv>()
    .get('/:photoId/redrafts', photo, replies(listOf(redraft)), (c) =>
      recordReply(c, redrafts.list(c.req.valid('param').photoId)),
    )
    .post(
      '/:photoId/redrafts',
      requireRole('reviewer'),
      photo,
      validated('json', redraftRequest),
      replies(redraft, { status: 202 }),
      (c) => {
        const request = c.req.valid('json');
        if (request.captioner !== undefined && !captioners.ids.includes(request.captioner))
          throw new DomainError(
            'invalid',
            `there is no captioner ${request.captioner}; there is: ${captioners.ids.join(', ')}`,
          );
        const asked = redrafts.request(c.req.valid('param').photoId, request, c.get('actor'));
        onRedraft();
        return recordReply(c, asked);
      },
    )
    .post(
      '/:photoId/redrafts/:redraftId/taking',
      requireRole('reviewer'),
      whichRedraft,
      validated('json', draftTaking),
      replies(reviewView),
      (c) => {
        const { photoId, redraftId } = c.req.valid('param');
        return recordReply(c, redrafts.take(photoId, redraftId, c.req.valid('json').fields, c.get('actor')));
      },
    );
