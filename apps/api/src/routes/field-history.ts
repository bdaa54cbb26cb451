import { reversionRequest } from '@proofline/domain/field-history.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import { repliesRevision, revisionReply, seenRevision } from '../if-match.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { idText, validated } from '../validated.ts';
import { fieldVersion } from '../replies/field-history.ts';
import { listOf } from '../replies/list-of.ts';
import { replies } from '../replies/replies.ts';

const photo = validated('param', z.object({ photoId: idText }));

/** Every value that a text had, who wrote it, and the way back to it. */
export const fieldHistoryRoutes = ({ fieldHistories }: Pick<ApiPorts, 'fieldHistories'>) =>
  new Hono<ApiEnv>()
    .get('/:photoId/field-history', photo, replies(listOf(fieldVersion)), (c) =>
      recordReply(c, fieldHistories.of(c.req.valid('param').photoId)),
    )
    .post(
      '/:photoId/reversions',
      requireRole('reviewer'),
      photo,
      validated('json', reversionRequest),
      repliesRevision,
      (c) =>
        revisionReply(
          c,
          fieldHistories.revert(c.req.valid('param').photoId, c.req.valid('json'), c.get('actor'), seenRevision(c)),
        ),
    );
