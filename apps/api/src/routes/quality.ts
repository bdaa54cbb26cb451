import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { idText, limitText, validated } from '../validated.ts';

const filter = z.object({ setId: z.exactOptional(idText), limit: z.exactOptional(limitText) });

/** What was measured, which photos belong together, and what the operator's approved photos teach. */
export const qualityRoutes = ({ quality }: Pick<ApiPorts, 'quality'>) =>
  new Hono<ApiEnv>()
    .get('/groups', validated('query', filter), (c) => recordReply(c, quality.groups(c.req.valid('query'))))
    .get('/photos/:photoId', validated('param', z.object({ photoId: idText })), (c) =>
      recordReply(c, quality.get(c.req.valid('param').photoId)),
    )
    .post('/naturalness', requireRole('operator'), async (c) => recordReply(c, await quality.fit(c.get('actor')), 201));
