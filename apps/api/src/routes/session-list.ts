import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { sessionOf } from '../session-cookie.ts';
import { idText, validated } from '../validated.ts';

const which = z.strictObject({ sessionId: idText });
const whose = z.strictObject({ name: z.string().min(1).max(100) });

/** Who is signed in, since when and from where; and how that ends before its time. */
export const sessionListRoutes = ({ sessions }: Pick<ApiPorts, 'sessions'>) =>
  new Hono<ApiEnv>()
    /** One's own. */
    .get('/', (c) => {
      const session = sessionOf(c);
      const currentId = session === undefined ? null : (sessions.recordOf(session)?.id ?? null);
      return recordReply(c, { currentId, sessions: sessions.list(c.get('actor').name) });
    })
    .get('/all', requireRole('ops'), (c) => recordReply(c, sessions.list()))
    /** Everybody ends their own; ops any. */
    .delete('/:sessionId', validated('param', which), (c) => {
      const actor = c.get('actor');
      const onlyOf = actor.roles.includes('ops') ? undefined : actor.name;
      sessions.revoke(c.req.valid('param').sessionId, actor, onlyOf);
      return c.body(null, 204);
    })
    .delete('/', requireRole('ops'), validated('query', whose), (c) =>
      recordReply(c, { ended: sessions.revokeAllOf(c.req.valid('query').name, c.get('actor')) }),
    );
