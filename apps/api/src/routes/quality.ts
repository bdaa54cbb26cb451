import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { idText, limitText, validated } from '../validated.ts';
import { listOf } from '../replies/list-of.ts';
import { photoGroup } from '../replies/photo-group.ts';
import { naturalnessFit, photoQuality } from '../replies/photo-quality.ts';
import { replies } from '../replies/replies.ts';

const filter = z.object({ setId: z.exactOptional(idText), limit: z.exactOptional(limitText) });

/** What was measured, which photos belong together, and what the operator's approved photos teach. */
export const qualityRoutes = ({ quality }: Pick<ApiPorts, 'quality'>) =>
  new Hono<ApiEnv>()
    .get('/groups', validated('query', filter), replies(listOf(photoGroup)), (c) =>
      recordReply(c, quality.groups(c.req.valid('query'))),
    )
    .get('/photos/:photoId', validated('param', z.object({ photoId: idText })), replies(photoQuality), (c) =>
      recordReply(c, quality.get(c.req.valid('param').photoId)),
    )
    .post('/naturalness', requireRole('operator'), replies(naturalnessFit, { status: 201 }), async (c) =>
      recordReply(c, await quality.fit(c.get('actor'))),
    );
