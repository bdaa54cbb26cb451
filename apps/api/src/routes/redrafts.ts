import { DomainError } from '@proofline/domain/domain-error.ts';
import { draftTaking, redraftRequest } from '@proofline/domain/redraft.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { idText, validated } from '../validated.ts';

const photo = validated('param', z.object({ photoId: idText }));
const redraft = validated('param', z.object({ photoId: idText, redraftId: idText }));

/** Further drafts of one photo: asked for, looked at, taken field by field. */
export const redraftRoutes = ({
  redrafts,
  captioners,
  onRedraft,
}: Pick<ApiPorts, 'redrafts' | 'captioners' | 'onRedraft'>) =>
  new Hono<ApiEnv>()
    .get('/:photoId/redrafts', photo, (c) => recordReply(c, redrafts.list(c.req.valid('param').photoId)))
    .post('/:photoId/redrafts', requireRole('reviewer'), photo, validated('json', redraftRequest), (c) => {
      const request = c.req.valid('json');
      if (request.captioner !== undefined && !captioners.ids.includes(request.captioner))
        throw new DomainError(
          'invalid',
          `there is no captioner ${request.captioner}; there is: ${captioners.ids.join(', ')}`,
        );
      const asked = redrafts.request(c.req.valid('param').photoId, request, c.get('actor'));
      onRedraft();
      return recordReply(c, asked, 202);
    })
    .post(
      '/:photoId/redrafts/:redraftId/taking',
      requireRole('reviewer'),
      redraft,
      validated('json', draftTaking),
      (c) => {
        const { photoId, redraftId } = c.req.valid('param');
        return recordReply(c, redrafts.take(photoId, redraftId, c.req.valid('json').fields, c.get('actor')));
      },
    );
